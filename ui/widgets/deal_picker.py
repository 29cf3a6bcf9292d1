"""Which deal: a few letters of its name or its account's, Enter."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from ui.widgets.name_picker import NamePicker


class DealPicker(NamePicker):
    """Asks for the deals when it is entered. `chosen` carries the deal's id; `left` says nothing was chosen."""

    left = Signal()

    def __init__(self, deals: Callable[[], Iterable[tuple[int, str]]]) -> None:
        super().__init__(())
        self._deals = deals
        self.setPlaceholderText("Letters of the deal")

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.offer(self._deals())
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason and self.key is None:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
