"""Composition: everything is made here and passed in. The frame is painted first; all else comes in behind it."""

import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from coachjournal.places import RESOURCES, default_journal
from ui.desk import Desk
from ui.frame import Frame
from ui.tokens import SCHEME_KEY, Tokens, scheme_of, tokens_of

if TYPE_CHECKING:  # brought in behind the painted frame
    from coachjournal.clock import Clock
    from ui.interrupts import Interrupts
    from ui.theme import Theme

_ELSEWHERE = "This journal is open in another window, which does not answer. Close it, then try again."
_MIDDLE = 128  # of lightness 0 to 255
_ICON_SIZES = (32, 64, 256)


class App(QObject):
    """The application: one desk at a time, which can be changed for that of another journal."""

    def __init__(self, qt: QApplication, settings: QSettings, clock: "Clock | None" = None) -> None:
        super().__init__(qt)
        self._qt, self._settings = qt, settings
        self._clock = clock
        self.desk: Desk | None = None
        self._interrupts: Interrupts | None = None

    @cached_property
    def theme(self) -> "Theme":
        """Dresses the app when first asked for."""
        from ui.theme import Theme

        return Theme(self._qt, self._settings)

    def open(self, path: Path) -> bool:
        """Show a journal's window, or bring the one to the front that already shows it.

        False then, and also when words in the window of now would be lost.
        """
        if self.desk is not None and not self.desk.frame.may_close():
            return False
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        frame = Frame(self._settings, self._first_colours())
        desk = Desk(self._settings, frame, path, self._clock, lambda: self.theme)
        if not desk.one_window.is_first():
            if not desk.one_window.raise_first():
                sys.stderr.write(_ELSEWHERE + "\n")
            desk.close()
            return False
        desk.journal_wanted.connect(self.open)
        desk.frame.painted.connect(lambda: QTimer.singleShot(0, self._catch_up))
        desk.frame.show()
        before, self.desk = self.desk, desk
        if before is not None:
            before.close()
        return True

    def close(self) -> None:
        if self.desk is not None:
            self.desk.close()
            self.desk = None
        if self._interrupts is not None:
            self._interrupts.stop()
            self._interrupts = None

    def _catch_up(self) -> None:
        """What can wait until the frame is there."""
        self._qt.setWindowIcon(_window_icon())
        if self._interrupts is None:
            from ui.interrupts import Interrupts

            self._interrupts = Interrupts(self._qt.closeAllWindows, self)

    def _first_colours(self) -> Tokens:
        scheme = scheme_of(self._settings.value(SCHEME_KEY))
        system_is_dark = self._qt.palette().window().color().lightness() < _MIDDLE  # asking the style hints costs 10 ms
        return tokens_of(scheme, system_is_dark=system_is_dark)


def main(arguments: list[str]) -> int:
    """Run the window until it is closed. Python looks for no garbage of itself meanwhile: see ui/garbage.py."""
    path = _journal_named(arguments)
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("Coach Journal")
    qt.setDesktopFileName("coachjournal")
    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "CoachJournal", "window")
    app = App(qt, settings)
    try:
        return qt.exec() if app.open(path) else 0
    finally:
        app.close()


def _journal_named(arguments: list[str]) -> Path:
    from argparse import ArgumentParser

    from coachjournal import __version__

    parser = ArgumentParser("coach-journal", description="A journal of coaching, in a window.")
    parser.add_argument("--journal", type=Path, default=default_journal(), help="the journal file to open")
    parser.add_argument("--version", action="version", version=f"Coach Journal {__version__}")
    journal: Path = parser.parse_args(arguments).journal
    return journal


def _window_icon() -> QIcon:
    icon = QIcon()
    for size in _ICON_SIZES:
        icon.addFile(str(RESOURCES / "icons" / f"coachjournal-{size}.png"))
    return icon
