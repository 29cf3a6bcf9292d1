"""Up and Down from row to row, Home and End to the first and the last, through all the lists of a column."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.widgets.reveal import reveal

_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_KEYS: frozenset[int] = frozenset({*_STEPS, Qt.Key.Key_Home, Qt.Key.Key_End})
STOP = "rowStop"
"""The property of what the arrows stop at."""


def place_after(event: QKeyEvent, at: int, number: int) -> int | None:
    """Where a key leads from one of so many rows, not beyond either end; None for another key or with Ctrl or Alt."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    ends: dict[int, int] = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: number - 1}
    if event.key() in ends:
        return ends[event.key()]
    step = _STEPS.get(event.key())
    return None if step is None else min(max(at + step, 0), number - 1)


class RowWalk(QObject):
    """Knows the column; each row tells it with `stop` which of its widgets takes the focus for it."""

    def __init__(self, column: QWidget) -> None:
        super().__init__(column)
        self._column = column

    def stop(self, widget: QWidget) -> None:
        """Let the arrows stop here."""
        widget.setProperty(STOP, True)
        widget.installEventFilter(self)

    def enter(self) -> bool:
        """Put the focus on the first stop; whether there is one."""
        first = next(iter(self._stops()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
            reveal(first)
        return first is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QWidget):
            return self._go(watched, event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _go(self, here: QWidget, event: QKeyEvent) -> bool:
        """Follow a key, if it leads to a row; in a line to write in Home and End lead to the ends of the line."""
        if event.key() not in (_KEYS if isinstance(here, QAbstractButton) else _STEPS):
            return False
        stops = self._stops()
        place = place_after(event, stops.index(here), len(stops)) if here in stops else None
        if place is None:
            return False
        stops[place].setFocus(Qt.FocusReason.TabFocusReason)
        reveal(stops[place])
        return True

    def _stops(self) -> list[QWidget]:
        """From top to bottom."""
        widgets: list[QWidget] = self._column.findChildren(QWidget)
        stops = [each for each in widgets if each.property(STOP) and each.isVisible()]
        return sorted(stops, key=lambda each: each.mapTo(self._column, each.rect().center()).y())
