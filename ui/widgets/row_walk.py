"""Up and Down from row to row, through all the lists of a column."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.reveal import reveal

_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
STOP = "rowStop"
"""The property of what the arrows stop at."""


def step_of(event: QKeyEvent) -> int:
    """How many rows on a key leads: 1 for Down, -1 for Up, 0 for another key or with Ctrl, Shift or Alt."""
    return 0 if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier else _STEPS.get(event.key(), 0)


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
            step = step_of(event)
            if step:
                self._go(watched, step)
                return True
        return super().eventFilter(watched, event)

    def _go(self, here: QWidget, step: int) -> None:
        stops = self._stops()
        at = stops.index(here) + step
        if 0 <= at < len(stops):
            stops[at].setFocus(Qt.FocusReason.TabFocusReason)
            reveal(stops[at])

    def _stops(self) -> list[QWidget]:
        """From top to bottom."""
        widgets: list[QWidget] = self._column.findChildren(QWidget)
        stops = [each for each in widgets if each.property(STOP) and each.isVisible()]
        return sorted(stops, key=lambda each: each.mapTo(self._column, each.rect().center()).y())
