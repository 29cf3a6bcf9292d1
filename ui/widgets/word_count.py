"""How long a note is: a quiet figure under it."""

from PySide6.QtCore import QTimer

from coachjournal.rules.word_count import word_count
from ui.widgets.note_edit import NoteEdit
from ui.widgets.text import Text

_PAUSE = 300
"""Milliseconds after the last key: counting a long note takes longer than a key may."""


class WordCount(Text):
    """Counts the selection while there is one."""

    def __init__(self, note: NoteEdit, *, name: str) -> None:
        super().__init__("", "small")
        self.setObjectName(name)
        self._note = note
        self._due = QTimer(self, singleShot=True, interval=_PAUSE)
        self._due.timeout.connect(self._count)
        note.textChanged.connect(self._due.start)
        note.selectionChanged.connect(self._due.start)

    def _count(self) -> None:
        cursor = self._note.textCursor()
        words = word_count(
            cursor.selectedText().replace("\u2029", "\n") if cursor.hasSelection() else self._note.source
        )
        counted = "1 word" if words == 1 else f"{words:,} words"
        self.setText(f"{counted} selected" if cursor.hasSelection() else counted if words else "")
