"""A line to search in: Down leads to what was found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

_DOWN = frozenset({Qt.Key.Key_Down, Qt.Key.Key_PageDown})


class SearchField(QLineEdit):
    """`went_down` says that the person wants to walk along what was found."""

    went_down = Signal()

    def __init__(self, *, name: str, label: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _DOWN:
            self.went_down.emit()
        else:
            super().keyPressEvent(event)
