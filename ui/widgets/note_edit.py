"""Where notes are written: calm lines, plain text, and not a character changed that the user did not type."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from ui.widgets.ink import Ink
from ui.widgets.markdown_ink import MarkdownInk
from ui.widgets.note_ground import paint_ground
from ui.widgets.note_lines import NoteLines

_LINE_HEIGHT = 132.0
"""Percent of the font's own line, which in Inter is 1.21 of its size: together 1.6."""
_PARAGRAPH = "\u2029"


class NoteEdit(QTextEdit):
    """`source` is what the journal keeps. Markdown headings stand out; nothing is turned into markup."""

    edited = Signal()
    """A person changed the words."""

    def __init__(self, *, name: str, label: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setProperty("role", "note")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self._lines = NoteLines(self.document())
        self._lines.add_ink(MarkdownInk())
        self._given = self._shown = ""
        self._showing = False
        self.textChanged.connect(self._on_changed)
        self.show_source("")

    @property
    def source(self) -> str:
        """The words as given, character by character, with what was typed since."""
        raw = self._raw()
        return self._given if raw == self._shown else raw.replace(_PARAGRAPH, "\n")

    def show_source(self, text: str) -> None:
        """Show other words; they are where undo begins."""
        self._showing = True
        document = self.document()
        document.setUndoRedoEnabled(False)
        self.setPlainText(text)
        self._space_lines()
        document.setUndoRedoEnabled(True)
        self._given, self._shown = text, self._raw()
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.verticalScrollBar().setValue(0)
        self._showing = False

    def write(self, text: str) -> None:
        """Replace the words as if they were typed: undo brings back what stood here."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def add_ink(self, ink: Ink) -> None:
        """Paint the lines with this, too."""
        self._lines.add_ink(ink)

    def ink_again(self) -> None:
        """Something an ink knows has changed: ask them all anew."""
        self._lines.rehighlight()

    def tint(self, private: bool) -> None:
        """Show by the ground that these words are private."""
        self.setProperty("private", private)
        self.style().polish(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ground(self)
        super().paintEvent(event)

    def _raw(self) -> str:
        return self.document().toRawText()

    def _space_lines(self) -> None:
        spacing = QTextBlockFormat()
        spacing.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)

    def _on_changed(self) -> None:
        if not self._showing:
            self.edited.emit()
