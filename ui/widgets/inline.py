"""Fields that open inside a row: Enter takes what is typed, Esc goes back to the row and not to another page.

Leaving such a field keeps what is in it; a menu, or a look at another window, is no leaving.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

_GIVEN_BACK = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})


def is_left(event: QFocusEvent) -> bool:
    """Whether a field that loses the focus is left: a menu and another window give it back."""
    return event.lostFocus() and event.reason() not in _GIVEN_BACK


class LeaveByEsc(QObject):
    """Watches fields: Esc in one of them calls `leave` and goes no further."""

    def __init__(self, *fields: QWidget, leave: Callable[[], object]) -> None:
        super().__init__(fields[0])
        self._leave = leave
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and not event.modifiers():
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
            elif event.type() == QEvent.Type.KeyPress:
                self._leave()
                return True
        return super().eventFilter(watched, event)
