"""Parts of a page that stand side by side where there is room, else below each other."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class Stacking(QWidget):
    """A row of `parts` with their stretches; a column while it is narrower than so many characters."""

    def __init__(self, *parts: tuple[QWidget, int], beside_from: int, spacing: int = 16) -> None:
        super().__init__()
        self._parts = parts
        self._beside_from = beside_from
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing)
        for part, stretch in parts:
            self._row.addWidget(part, stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= self.fontMetrics().averageCharWidth() * self._beside_from
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        for at, (_, stretch) in enumerate(self._parts):
            self._row.setStretch(at, stretch if beside else 0)
