"""Composition: everything is made here and passed in. The window is painted first; the journal comes in behind it."""

import sys
from argparse import ArgumentParser
from pathlib import Path

from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from coachjournal import __version__
from coachjournal.clock import Clock, SystemClock
from coachjournal.places import RESOURCES, default_journal
from ui.desk import Desk
from ui.theme import Theme

_SENTENCE_ELSEWHERE = "This journal is open in another window, which does not answer. Close it, then try again."
_ICON_SIZES = (32, 64, 256)


class App(QObject):
    """The application: one desk at a time, which can be changed for that of another journal."""

    def __init__(self, qt: QApplication, settings: QSettings, clock: Clock | None = None) -> None:
        super().__init__(qt)
        self._qt, self._settings = qt, settings
        self._clock = clock or SystemClock()
        self._theme = Theme(qt, settings)
        self._interrupts: QObject | None = None
        self.desk: Desk | None = None

    def open(self, path: Path) -> bool:
        """Show a journal's window, or bring the one to the front that already shows it (False then)."""
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        before, desk = self.desk, Desk(self._theme, self._settings, path, self._clock)
        if not desk.one_window.is_first():
            if not desk.one_window.raise_first():
                sys.stderr.write(_SENTENCE_ELSEWHERE + "\n")
            desk.close()
            return False
        self.desk = desk
        desk.window.messages.catch_everything()
        desk.window.journal_wanted.connect(self.open)
        desk.window.painted.connect(self._listen_to_the_system)
        desk.window.show()
        if before is not None:
            before.close()
        return True

    def close(self) -> None:
        if self.desk is not None:
            self.desk.close()
            self.desk = None

    def _listen_to_the_system(self) -> None:
        if self._interrupts is None:
            from ui.interrupts import Interrupts

            self._interrupts = Interrupts(self._qt.closeAllWindows, self)


def main(arguments: list[str]) -> int:
    """Run the window until it is closed."""
    path = _journal_named(arguments)
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("Coach Journal")
    qt.setDesktopFileName("coachjournal")
    qt.setWindowIcon(_window_icon())
    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "CoachJournal", "window")
    app = App(qt, settings)
    if not app.open(path):
        return 0
    status = qt.exec()
    app.close()
    return status


def _journal_named(arguments: list[str]) -> Path:
    parser = ArgumentParser("coach-journal", description="A journal of coaching, in a window.")
    parser.add_argument("--journal", type=Path, default=default_journal(), help="the journal file to open")
    parser.add_argument("--version", action="store_true", help="say the version and end")
    options = parser.parse_args(arguments)
    if options.version:
        parser.exit(message=f"Coach Journal {__version__}\n")
    journal: Path = options.journal
    return journal


def _window_icon() -> QIcon:
    icon = QIcon()
    for size in _ICON_SIZES:
        icon.addFile(str(RESOURCES / "icons" / f"coachjournal-{size}.png"))
    return icon
