"""Letters that act on the row in focus, before the page's own letters hear them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class RowKeys(QObject):
    """Watches one widget: `keys` maps a capital letter, a sign or "Del" to what it does while the widget has the focus.

    A sign or a figure may need Shift, whatever the keyboard.
    """

    def __init__(self, widget: QWidget, keys: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(widget)
        self._keys = dict(keys)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and _is_plain(event) and (act := self._keys.get(_name_of(event))):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
            elif event.type() == QEvent.Type.KeyPress:
                act()
                return True
        return super().eventFilter(watched, event)


def _is_plain(event: QKeyEvent) -> bool:
    held, sign = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, event.text()
    return not held or (held == Qt.KeyboardModifier.ShiftModifier and sign.isprintable() and not sign.isalpha())


def _name_of(event: QKeyEvent) -> str:
    return "Del" if event.key() == Qt.Key.Key_Delete else event.text().upper()
