"""What a page needs comes in behind the window, and no class of Qt's is made outside the main thread."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("ui.screens.today", "ui.screens.conversation", "ui.screens.rep", "ui.editors.quick_log")
WITHOUT_QT = f"""
import sys
from ui.bringing_in import bring_in_the_core
bring_in_the_core({PAGES!r})
heavy = [name for name in sys.modules if name.startswith(("PySide6.QtW", "ui.", "matplotlib."))]
print(sorted(name for name in heavy if not hasattr(sys.modules[name], "__path__")))
print("coachjournal.queries.today" in sys.modules, "coachjournal.commands.goal" in sys.modules)
"""
NOTHING_LEFT = f"""
import sys
from importlib import import_module
from ui.bringing_in import bring_in_the_core
bring_in_the_core({PAGES!r})
before = set(sys.modules)
for page in {PAGES!r}:
    import_module(page)
print(sorted(name for name in sys.modules if name.startswith("coachjournal.") and name not in before))
"""


def said_by(code: str) -> list[str]:
    run = [sys.executable, "-c", code]
    return subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()


def test_the_core_of_the_pages_comes_in_without_any_module_of_the_window() -> None:
    assert said_by(WITHOUT_QT) == ["['ui.bringing_in']", "True True"]


def test_afterwards_the_pages_bring_in_nothing_more_of_the_core() -> None:
    assert said_by(NOTHING_LEFT) == ["[]"]
