"""What a chip in a note means, told on hover; Ctrl and click or Alt+Enter opens what it names."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QHelpEvent, QKeySequence, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit, QToolTip

from ui.widgets.text import tip
from ui.widgets.text_places import python_place


class Meaning(NamedTuple):
    """What a place in a line means in words, and how to open that, if it can be opened."""

    words: str
    open: Callable[[], object] | None = None


class TokenLinks(QObject):
    """Watches one note. `meaning_at` is asked with a line and a place in it, in characters of Python."""

    def __init__(self, note: QTextEdit, meaning_at: Callable[[str, int], Meaning | None]) -> None:
        super().__init__(note)
        self._note, self._meaning_at = note, meaning_at
        self.action = QAction("Open what is named here", note)
        self.action.setShortcut(QKeySequence("Alt+Return"))
        self.action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.action.triggered.connect(lambda: self._open(self._note.textCursor()))
        note.addAction(self.action)
        note.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            return self._tell(event)
        if isinstance(event, QMouseEvent) and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            return self._on_ctrl_click(event)
        return super().eventFilter(watched, event)

    def _tell(self, event: QHelpEvent) -> bool:
        meaning = self._meaning(self._at(event.pos()))
        if meaning is None:
            QToolTip.hideText()
            return False
        words = f"{meaning.words}\nCtrl and click opens it." if meaning.open else meaning.words
        QToolTip.showText(event.globalPos(), tip(words), self._note)
        return True

    def _on_ctrl_click(self, event: QMouseEvent) -> bool:
        """The press is ours as well, so that it selects nothing."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        cursor = self._at(event.position().toPoint())
        meaning = self._meaning(cursor)
        if meaning is None or meaning.open is None:
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            meaning.open()
        return True

    def _open(self, cursor: QTextCursor | None) -> None:
        meaning = self._meaning(cursor)
        if meaning is not None and meaning.open is not None:
            meaning.open()

    def _at(self, point: QPoint) -> QTextCursor | None:
        """The place in the text under a point of what is in sight; None beside the words."""
        cursor = self._note.cursorForPosition(point)
        start, end = QTextCursor(cursor), QTextCursor(cursor)
        start.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
        end.movePosition(QTextCursor.MoveOperation.NextCharacter)
        left, right = self._note.cursorRect(start), self._note.cursorRect(end)
        spans_lines = left.top() != right.top()
        return cursor if spans_lines or left.left() <= point.x() <= right.right() else None

    def _meaning(self, cursor: QTextCursor | None) -> Meaning | None:
        if cursor is None:
            return None
        line = cursor.block().text()
        return self._meaning_at(line, python_place(line, cursor.positionInBlock()))
