"""Windows as whole processes, on a real X server where there is one to be had."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

HERE = Path(__file__).resolve().parent
_SCREEN = "1600x1000x24"


@contextmanager
def screen() -> Iterator[tuple[Mapping[str, str], str]]:
    """The environment for windows, and its name for the table."""
    if shutil.which("Xvfb") is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}, "drawn offscreen"
        return
    # Without -noreset it begins anew whenever its last client leaves, as it never does where somebody sits before it.
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", _SCREEN, "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        if server.stdout is None:
            raise RuntimeError("the X server has no output")
        number = server.stdout.readline().strip()
        try:
            yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}, "on an X server"
        finally:
            server.terminate()


class Window:
    """A window's process, from its start until it is closed. Every one begins with empty settings."""

    def __init__(self, script: str, arguments: list[str], environment: Mapping[str, str]) -> None:
        self._home = TemporaryDirectory()
        self._begun = monotonic()
        self._process = subprocess.Popen(
            [sys.executable, str(HERE / script), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "PYTHONPATH": str(HERE.parent), "XDG_CONFIG_HOME": self._home.name, **environment},
        )

    def until(self, word: str) -> dict[str, float]:
        """What it said up to this word, in milliseconds since it was started; a stall is as long as it was."""
        said: dict[str, float] = {}
        if self._process.stdout is None:
            raise RuntimeError("the window has no output")
        for line in self._process.stdout:
            name, seconds = line.split()
            said[name] = (float(seconds) if name == "stall" else float(seconds) - self._begun) * 1000
            if name == word:
                return said
        raise RuntimeError(f"the window ended before it was {word}")

    def open_rep(self, rep_id: int) -> None:
        self._say(f"{rep_id}\n")

    def resident(self) -> float:
        """Its memory in MB, with the libraries' pages that it shares."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024

    def close(self) -> None:
        self._say("\n")
        self._process.communicate(timeout=60)
        self._home.cleanup()

    def _say(self, words: str) -> None:
        if self._process.stdin is not None:
            self._process.stdin.write(words)
            self._process.stdin.flush()


def bare_window(environment: Mapping[str, str]) -> Window:
    return Window("bare_window.py", [], environment)


def our_window(journal: Path, environment: Mapping[str, str]) -> Window:
    return Window("our_window.py", ["--journal", str(journal)], environment)
