"""A field that grows with what is written in it: Enter goes on to the next field, Shift+Enter begins a new line."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

_PARAGRAPH = "\u2029"
_MOST = 8
"""Lines that are seen at once; longer words scroll."""
_FEWEST = 10
"""Characters that are seen at least."""
_AROUND = 13
"""Pixels of padding and border above and below the words, as the style sheet has it."""
_TARGET = 2.2
"""Lines high at least: what a thumb hits, and more the larger the text is."""
_NEXT = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def height_of_line(font: QFontMetrics) -> int:
    """Pixels of a field with one line of words in it."""
    return max(round(font.lineSpacing() * _TARGET), font.lineSpacing() + _AROUND)


class GrowingLine(QPlainTextEdit):
    """`words` come back as they were given. `edited` says that a person changed them, `entered` that Enter was hit."""

    edited = Signal()
    entered = Signal()

    def __init__(self, *, slash: bool = False) -> None:
        """With `slash` a stroke after a blank goes on as Enter does."""
        super().__init__()
        self._slash = slash
        self._showing = False
        self._fitted = 0
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._on_changed)
        self._fit()

    @property
    def words(self) -> str:
        return self.document().toRawText().replace(_PARAGRAPH, "\n")

    def show_words(self, words: str) -> None:
        """Show other words; they are where undo begins."""
        self._showing = True
        self.setPlainText(words)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._showing = False

    def write(self, words: str) -> None:
        """Replace the words as if they were typed: undo brings back what stood here."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(words)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def tint(self, private: bool) -> None:
        """Show by the ground that these words are private."""
        self.setProperty("private", private)
        self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in _NEXT and shift:
            self.textCursor().insertBlock()  # where Qt would only break the line
        elif event.key() in _NEXT:
            self.entered.emit()
        elif event.text() == "/" and self._slash and self._ends_part():
            self.textCursor().deletePreviousChar()
            self.entered.emit()
        elif event.text() == " " and not self.words:
            pass  # after a stroke one types a blank
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Only words come in."""
        if source.hasText():
            self.insertPlainText(source.text())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._fitted)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * _FEWEST, self._fitted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _ends_part(self) -> bool:
        return self.textCursor().atEnd() and self.words.endswith(" ") and bool(self.words.strip())

    def _on_changed(self) -> None:
        self._fit()
        if not self._showing:
            self.edited.emit()

    def _fit(self) -> None:
        lines, line = max(1, round(self.document().size().height())), self.fontMetrics().lineSpacing()
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > _MOST else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        least = height_of_line(self.fontMetrics())
        needed = min(lines, _MOST) * line + _AROUND
        self.setViewportMargins(0, max(least - needed, 0) // 2, 0, 0)
        if max(needed, least) != self._fitted:
            self._fitted = max(needed, least)
            self.updateGeometry()
