"""The folder `.venv`: made from a lock when it is missing or stale, then entered.

What only making it needs is imported there: nearly every start finds it ready.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Lock:
    """A file of exact versions, the environments it is enough for, and the modules by which one knows them."""

    file: str
    stamps: tuple[str, ...]
    modules: tuple[str, ...]


_NEEDED = ("PySide6", "sqlcipher3", "sqlalchemy", "alembic", "matplotlib", "typst", "platformdirs", "babel", "tzdata")
_NEEDED_BY_TESTS = ("pytest", "pytestqt", "xdist", "pytest_cov", "hypothesis", "pikepdf", "pypdf", "importlinter")
RUNTIME = Lock("requirements.lock", ("requirements.lock",), _NEEDED)
# The lock of the tests holds the one of the application, with the same pins, so it serves for both.
TESTING = Lock(
    "tests/requirements.lock", ("requirements.lock", "tests/requirements.lock"), (*_NEEDED, *_NEEDED_BY_TESTS)
)


def enter(lock: Lock, arguments: list[str], root: Path = ROOT) -> None:
    """Returns when this Python has all that the lock names; otherwise starts over in a `.venv` that has."""
    environment = Environment(root)
    if environment.is_running() and environment.is_ready(lock):
        return
    if environment.is_foreign() and _has_modules(lock):
        return
    try:
        _make_ready(environment, lock)
    except KeyboardInterrupt:
        raise SystemExit("Stopped. Nothing is half done: the next start begins this again.") from None
    except OSError as error:
        raise SystemExit(
            f"The folder {error.filename or root} cannot be written ({error.strerror}), and Coach Journal keeps its "
            "packages beside itself: make room there, or copy this folder to one of your own and start it there."
        ) from None
    _start_over(environment.python, arguments)


class Environment:
    """A folder `.venv` and the stamps that say which locks it was made from."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.python = self.folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
        self.unfinished = self.folder / "unfinished"

    def is_running(self) -> bool:
        return Path(sys.prefix).resolve() == self.folder

    def is_foreign(self) -> bool:
        """Whether this Python is a virtual environment that somebody else made and looks after."""
        ours = self.is_running() and (self.unfinished.exists() or any(self.folder.glob("made-from-*")))
        return sys.prefix != sys.base_prefix and not ours

    def is_ready(self, lock: Lock) -> bool:
        return all(self._read(self._stamp(name)) == self._wanted(name) for name in lock.stamps)

    def fits_this_python(self) -> bool:
        """Whether it was made for this version of Python, which must still be where it was."""
        library = self.folder / ("Lib" if sys.platform == "win32" else f"lib/python3.{sys.version_info.minor}")
        return self.python.exists() and (library / "site-packages").is_dir()

    def begin(self) -> None:
        """From here until `finish` nothing in it looks ready. What was once interrupted is made anew."""
        if self.folder.exists() and (self.unfinished.exists() or not self.fits_this_python()):
            import shutil

            shutil.rmtree(self.folder)
        self.folder.mkdir(exist_ok=True)
        self.unfinished.touch()
        for stamp in self.folder.glob("made-from-*"):
            stamp.unlink()

    def finish(self, lock: Lock) -> None:
        for name in lock.stamps:
            self._stamp(name).write_bytes(self._wanted(name))
        self.unfinished.unlink()

    def _stamp(self, name: str) -> Path:
        return self.folder / f"made-from-{name.replace('/', '-')}"

    def _wanted(self, name: str) -> bytes:
        """A stamp is the lock itself under the Python's name: comparing it needs no hash and no import."""
        return f"# {sys.implementation.cache_tag}\n".encode() + (self.root / name).read_bytes()

    @staticmethod
    def _read(stamp: Path) -> bytes:
        try:
            return stamp.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return b""


def _has_modules(lock: Lock) -> bool:
    import importlib.util

    return all(importlib.util.find_spec(name) for name in lock.modules)


def _make_ready(environment: Environment, lock: Lock) -> None:
    from coachjournal.bootstrap import installing

    with _alone(environment.root / lock.stamps[0]):
        if environment.is_ready(lock):
            return
        installing.require_venv()
        environment.begin()
        installing.install(environment.root / lock.file, environment.folder, environment.python)
        environment.finish(lock)


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """Lets a second start wait for the first. The lock file is held since it is there and needs no cleaning up."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    with file.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _start_over(python: Path, arguments: list[str]) -> NoReturn:
    command = [str(python), *arguments]
    sys.stdout.flush()
    if os.name == "posix":
        os.execv(python, command)
    # On Windows exec returns to the shell at once, so the first process waits for the second.
    import subprocess

    raise SystemExit(subprocess.run(command, check=False).returncode)
