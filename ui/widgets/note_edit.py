"""Where notes are written: calm lines, plain text, and not a character changed that the user did not type."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from ui.widgets.ink import Ink
from ui.widgets.markdown_ink import MarkdownInk
from ui.widgets.note_ground import NoteGround
from ui.widgets.note_lines import LINE_HEIGHT, NoteLines
from ui.widgets.stand_ins import StandIns


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
        self._ground = NoteGround(self)
        self._lines = NoteLines(self.document())
        self._lines.add_ink(MarkdownInk())
        self._stand_ins = StandIns("")
        self._showing = False
        self.textChanged.connect(self._on_changed)
        self.show_source("")

    @property
    def source(self) -> str:
        """The words as given, character by character, with what was typed since."""
        return self._stand_ins.meant(self.document().toRawText())

    def show_source(self, text: str) -> None:
        """Show other words; they are where undo begins."""
        self._showing = True
        document = self.document()
        document.setUndoRedoEnabled(False)
        self._stand_ins = StandIns(text)
        self.setPlainText(self._stand_ins.shown(text))
        self._space_lines()
        document.setUndoRedoEnabled(True)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.verticalScrollBar().setValue(0)
        self._showing = False

    def write(self, text: str) -> None:
        """Replace the words as if they were typed: undo brings back what stood here."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(self._stand_ins.shown(text))
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
        self._ground.paint()
        super().paintEvent(event)

    def _space_lines(self) -> None:
        spacing = QTextBlockFormat()
        spacing.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)

    def _on_changed(self) -> None:
        if not self._showing:
            self.edited.emit()
