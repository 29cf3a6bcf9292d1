"""Nothing of what lies behind it is seen: for the minutes in which somebody else sits at this screen."""

from collections.abc import Iterable

import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme import tokens


class Curtain(QWidget):
    """Covers one window, whatever size it takes."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("curtain")
        window.installEventFilter(self)
        self._cover(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self._cover(watched)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(tokens().ground))

    def _cover(self, window: QWidget) -> None:
        self.setGeometry(window.rect())
        self.raise_()
        self.show()


def draw_curtains(in_front: QWidget) -> tuple[Curtain, ...]:
    """Cover every window that is open, all but the one in front."""
    windows = (window for window in QApplication.topLevelWidgets() if window.isVisible() and window is not in_front)
    return tuple(Curtain(window) for window in windows if window.isWindow())


def draw_back(curtains: Iterable[Curtain]) -> None:
    """Show again what lies behind; a window that was closed meanwhile took its curtain along."""
    for curtain in filter(shiboken6.isValid, curtains):
        curtain.hide()
        curtain.deleteLater()
