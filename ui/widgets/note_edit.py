"""Where notes are written: calm lines, plain text, and not a character changed that the user did not type."""

import re

from PySide6.QtCore import Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QSyntaxHighlighter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit

from ui.theme import tokens

_LINE_HEIGHT = 132.0
"""Percent of the font's own line, which in Inter is 1.21 of its size: together 1.6."""
_PARAGRAPH = "\u2029"
_HEADING = re.compile(r"(#{1,6}\s+)(.*)")


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
        self._headings = _Headings(self.document())
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

    def tint(self, private: bool) -> None:
        """Show by the ground that these words are private."""
        self.setProperty("private", private)
        self.style().polish(self)

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


class _Headings(QSyntaxHighlighter):
    """Headings in bold, their marks faint. It only paints; the text stays."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._marks, self._words = QTextCharFormat(), QTextCharFormat()
        self._words.setFontWeight(QFont.Weight.DemiBold)

    def highlightBlock(self, line: str) -> None:
        heading = _HEADING.match(line)
        if heading:
            self._marks.setForeground(QColor(tokens().faint))
            marks = len(heading[1].encode("utf-16-le")) // 2
            self.setFormat(0, marks, self._marks)
            self.setFormat(marks, len(line.encode("utf-16-le")) // 2 - marks, self._words)
