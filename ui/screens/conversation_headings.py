"""Writing under the headings of a template: Tab goes to the next one, and those left empty are not kept."""

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from coachjournal.rules.template import next_place, place_to_go_on, place_under, to_write_under, without_empty
from ui.widgets.note_edit import NoteEdit

_STEPS = {
    QKeyCombination(Qt.Key.Key_Tab): 1,
    Qt.Modifier.SHIFT | Qt.Key.Key_Backtab: -1,
    Qt.Modifier.SHIFT | Qt.Key.Key_Tab: -1,
}


class Headings(QObject):
    """Knows which headings of a note came from its template."""

    def __init__(self, note: NoteEdit) -> None:
        super().__init__(note)
        self._note = note
        self.mine: tuple[str, ...] = ()
        note.installEventFilter(self)

    def put_in(self, headings: tuple[str, ...]) -> None:
        """Show a note in which nothing is written yet, ready to write under the first heading."""
        self.mine = headings
        self._note.show_source(to_write_under(headings))
        if headings:
            self._go_to(place_under(self._lines(), 0))

    @property
    def written(self) -> str:
        """The note as it is to be kept."""
        return without_empty(self._note.source, self.mine)

    def go_on(self) -> None:
        """Put the cursor where the words end, and not below headings that nothing stands under yet."""
        self._go_to(place_to_go_on(self._lines(), self.mine))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not self._note.isReadOnly():
            by = _STEPS.get(event.keyCombination(), 0)
            if by and self._step(by):
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> bool:
        place = next_place(self._lines(), self._note.textCursor().blockNumber(), by)
        if place is not None:
            self._go_to(place)
        return place is not None

    def _go_to(self, line: int) -> None:
        cursor = QTextCursor(self._note.document().findBlockByNumber(line))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self._note.setTextCursor(cursor)

    def _lines(self) -> list[str]:
        return self._note.source.split("\n")
