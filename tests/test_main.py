import subprocess
import sys
from pathlib import Path

from coachjournal import __version__

ROOT = Path(__file__).resolve().parent.parent


def test_the_version_is_said_without_a_window() -> None:
    done = subprocess.run(
        [sys.executable, "main.py", "--version"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, f"Coach Journal {__version__}\n", "")
