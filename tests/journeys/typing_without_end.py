"""A process to be killed: in its window somebody types without a pause, and says how much there is by when.

Arguments: the journal, the settings, where to type: "log" for the quick log, else the number of a conversation.
"""

import sys
from itertools import cycle
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.app import App
from ui.widgets.note_edit import NoteEdit

PACE = 25
"""Milliseconds between two keys."""
WORDS = "asked for the cost before the product. "
LOG = "log"


class Typist:
    """Types into the note in sight."""

    def __init__(self, app: App, where: str) -> None:
        self._app, self._where = app, where
        self._letters = cycle(WORDS)
        self._typing = QTimer(interval=PACE)
        self._typing.timeout.connect(self._type)

    def begin(self) -> None:
        desk = self._app.desk
        if desk is None or desk.window is None:
            return
        if self._where == LOG:
            desk.window.ways.log_conversation(1)
        else:
            desk.window.ways.open_conversation(int(self._where))
        self._typing.start()

    def _type(self) -> None:
        note = _note_in_sight("quickLog.text" if self._where == LOG else "conversation.text")
        if note is not None:
            QTest.keyClicks(note, next(self._letters))
            sys.stdout.write(f"{monotonic()}\t{len(note.source)}\n")
            sys.stdout.flush()


def _note_in_sight(name: str) -> NoteEdit | None:
    notes = (each for each in QApplication.allWidgets() if isinstance(each, NoteEdit) and each.isVisible())
    return next((note for note in notes if note.objectName() == name), None)


def main(journal: str, settings: str, where: str) -> int:
    qt = QApplication([])
    app = App(qt, QSettings(settings, QSettings.Format.IniFormat))
    app.open(Path(journal))
    typist = Typist(app, where)
    desk = app.desk
    if desk is not None:
        desk.ready.connect(typist.begin)
    return qt.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
