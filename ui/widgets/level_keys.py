"""A level from 1 to 5 by one key, on whatever has the focus."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

LEVELS = (1, 2, 3, 4, 5)
HALF = 0.5
_HALVES = {"+": HALF, "-": -HALF, "−": -HALF}
_CLEAR = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class LevelKeys(QObject):
    """1 to 5 set a level, + and − step by a half from where it is, Delete takes it back."""

    def __init__(
        self, widget: QWidget, *, now: float, note: Callable[[float], object], clear: Callable[[], object]
    ) -> None:
        super().__init__(widget)
        self._now, self._note, self._clear = now, note, clear
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and not event.modifiers() & _HELD
            and self._heard(event)
        ):
            return True
        return super().eventFilter(watched, event)

    def _heard(self, event: QKeyEvent) -> bool:
        sign = event.text()
        if event.key() in _CLEAR:
            self._clear()
        elif sign in _HALVES:
            stepped = round((self._now + _HALVES[sign]) / HALF) * HALF
            self._note(min(max(stepped, LEVELS[0]), LEVELS[-1]))
        elif sign.isdecimal() and int(sign) in LEVELS:
            self._note(int(sign))
        else:
            return False
        return True
