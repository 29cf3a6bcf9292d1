"""A lock on amber: these words are for the manager alone."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from ui.theme import icon, tokens
from ui.widgets.text import Text

PRIVATE = "Private: in no document, no export, no count for others"
_LOCK = QSize(14, 14)


class PrivateMark(QFrame):
    """Lock and word, and as a tip what they mean."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(PRIVATE)
        self.setToolTip(PRIVATE)
        self._lock = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 10, 3)
        row.setSpacing(6)
        row.addWidget(self._lock)
        row.addWidget(Text("Private"))
        self._dress()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.PaletteChange}:
            self._dress()

    def _dress(self) -> None:
        self._lock.setPixmap(icon("lock", tokens().amber).pixmap(_LOCK))
