"""Where notes are written: calm lines, plain text, and not a character changed that the user did not type."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit

from ui.widgets import note_typing
from ui.widgets.ink import Ink
from ui.widgets.markdown_ink import MarkdownInk
from ui.widgets.note_ground import NoteGround
from ui.widgets.note_lines import LINE_HEIGHT, NoteLines
from ui.widgets.note_paste import has_words, pasted
from ui.widgets.note_private import toggle_private
from ui.widgets.reveal import reveal_cursor
from ui.widgets.stand_ins import StandIns

_NO_KEYS, _SHIFT, _CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
_KEYS: dict[tuple[Qt.KeyboardModifier, int], Callable[[QTextEdit], None]] = {
    (_NO_KEYS, Qt.Key.Key_Return): note_typing.begin_line,
    (_NO_KEYS, Qt.Key.Key_Enter): note_typing.begin_line,
    (_SHIFT, Qt.Key.Key_Return): note_typing.begin_plain_line,
    (_SHIFT, Qt.Key.Key_Enter): note_typing.begin_plain_line,
    (_CTRL, Qt.Key.Key_BracketRight): note_typing.indent,
    (_CTRL, Qt.Key.Key_BracketLeft): note_typing.outdent,
}


class NoteEdit(QTextEdit):
    """`source` is what the journal keeps. Markdown is shown as one writes it; nothing is turned into markup."""

    edited = Signal()
    """A person changed the words."""
    said = Signal(str)
    """Something that was pasted or dropped could not be taken: a sentence for the person."""

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
        self._moved = False
        """Whether a person has gone to a place in these words, which then stays in sight."""
        self._look = QTimer(self, singleShot=True, interval=0)  # when the lines have found their places
        self._look.timeout.connect(partial(reveal_cursor, self))
        self.textChanged.connect(self._on_changed)
        self.cursorPositionChanged.connect(self._on_moved)
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
        self.clear()
        cursor = QTextCursor(document)
        cursor.setBlockFormat(_spaced())  # before the words come, so that they are painted and laid out once
        cursor.insertText(self._stand_ins.shown(text))
        document.setUndoRedoEnabled(True)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.verticalScrollBar().setValue(0)
        self._showing = self._moved = False
        self._look.stop()

    def write(self, text: str) -> None:
        """Replace the words as if they were typed: undo brings back what stood here."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(self._stand_ins.shown(text))
        self.moveCursor(QTextCursor.MoveOperation.End)

    def add_ink(self, ink: Ink) -> None:
        """Paint the lines with this, too."""
        self._lines.add_ink(ink)
        self.ink_again()

    def ink_again(self) -> None:
        """Something an ink knows has changed: ask them all anew."""
        showing, self._showing = self._showing, True  # Qt says "changed" for new colours as well as for new words
        self._lines.paint_again()
        self._showing = showing

    def ink_line_again(self, line: QTextBlock) -> None:
        """What an ink knows of one line has changed."""
        showing, self._showing = self._showing, True
        self._lines.rehighlightBlock(line)
        self._showing = showing

    def toggle_private(self) -> None:
        """Make the selection, or the line of the cursor, private or public again."""
        if not self.isReadOnly():
            toggle_private(self)

    def tick(self) -> None:
        """Tick the boxes of the lines of the selection, or take the ticks off."""
        if not self.isReadOnly():
            note_typing.tick(self)

    def keep_cursor_in_sight(self) -> None:
        """The page has made room for a line that was begun: let one see what one types."""
        if self._moved and self.hasFocus():
            self._look.start()

    def show_hits(self, hits: Sequence[tuple[int, int]]) -> None:
        """Tint what a search found: places in the text, in order, as Qt counts."""
        self._ground.hits = hits
        self.viewport().update()

    def tint(self, private: bool) -> None:
        """Show by the ground that these words are private."""
        self.setProperty("private", private)
        self.style().polish(self)

    # ------------------------------------------------------------------------------------------- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        self._ground.paint()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.keep_cursor_in_sight()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.ink_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = None if self.isReadOnly() else _KEYS.get((modifiers, event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a box ticks it."""
        super().mouseReleaseEvent(event)
        clicked = event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection()
        box = self._ground.box_at(event.position()) if clicked and not self.isReadOnly() else None
        if box is not None:
            note_typing.tick_at(self, box)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's own menu, and what else can be done here."""
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.actions():
            menu.addSeparator()
            menu.addActions(self.actions())
        menu.popup(event.globalPos())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return has_words(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        taken = pasted(source)
        if taken.text:
            note_typing.insert(self, self._stand_ins.shown(taken.text))
        if taken.said:
            self.said.emit(taken.said)

    def createMimeDataFromSelection(self) -> QMimeData:
        """The words as they are in the source, and nothing else."""
        data = QMimeData()
        data.setText(self._stand_ins.meant(self.textCursor().selectedText()))
        return data

    # ------------------------------------------------------------------------------------------- inside

    def _on_changed(self) -> None:
        if not self._showing:
            self.edited.emit()

    def _on_moved(self) -> None:
        if self.hasFocus() and not self._showing:
            self._moved = True
            self.keep_cursor_in_sight()


def _spaced() -> QTextBlockFormat:
    spacing = QTextBlockFormat()
    spacing.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return spacing
