"""A note to read: its Markdown set, nothing loaded from anywhere, no link opened before one has seen where it goes."""

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QKeyEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from ui.widgets.buttons import PlainButton, QuietButton
from ui.widgets.find_bar import is_own_escape
from ui.widgets.markdown_page import set_markdown
from ui.widgets.text import ElidedLabel

_OPENS = frozenset({"http", "https", "mailto"})


class NoteReader(QWidget):
    """`left` says that the person wants to write again."""

    left = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.text = _Page(name=f"{name}.text")
        self._link = _Link(name=f"{name}.link")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.text, 1)
        rows.addWidget(self._link)
        self.text.anchorClicked.connect(self._link.offer)
        self.text.left.connect(self._on_left)
        self._link.closed.connect(self.text.setFocus)
        self.setFocusProxy(self.text)

    def read(self, source: str) -> None:
        self._link.hide()
        set_markdown(self.text.document(), source)

    def _on_left(self) -> None:
        if self._link.isVisible():
            self._link.hide()
        else:
            self.left.emit()


class _Page(QTextBrowser):
    left = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName("Note, to read")
        self.setProperty("role", "note")
        self.setOpenLinks(False)
        self.document().setDocumentMargin(0)

    def loadResource(self, kind: int, _name: QUrl | str) -> object:
        """Nothing from the disk or the net. A picture that is nothing keeps Qt from looking for the file itself."""
        if kind == QTextDocument.ResourceType.ImageResource.value:
            nothing = QImage(1, 1, QImage.Format.Format_ARGB32)
            nothing.fill(Qt.GlobalColor.transparent)
            return nothing
        return None

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and is_own_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Link(QFrame):
    """Shows where a link goes before it goes there."""

    closed = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._target = QUrl()
        self._words = ElidedLabel("", "muted")
        self._words.setObjectName(f"{name}.words")
        self._open = PlainButton("Open", self._on_open, name=f"{name}.open")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self._open)
        row.addWidget(QuietButton("Not now", self._on_close, name=f"{name}.close"))
        self.hide()

    def offer(self, target: QUrl) -> None:
        may = target.scheme().lower() in _OPENS
        self._target = target if may else QUrl()
        where = target.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        self._words.setText(
            f"This leads to {where}" if may else f"{where} is not a page or an address, so it stays shut."
        )
        self._open.setVisible(may)
        self.show()
        if may:
            self._open.setFocus()

    def _on_open(self) -> None:
        QDesktopServices.openUrl(self._target)
        self._on_close()

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()
