"""What lies beside a page: it scrolls on its own there, and with the page where it has to go below."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

_LEFT, _TOP, _RIGHT, _BOTTOM = 8, 20, 24, 20
"""As a page has them; at the left half of the gap, since the bar of the page is there."""
_FEWEST = 36
"""Characters of width: rows of fewer become towers."""


class Beside(QScrollArea):
    """Holds one part while there is room for two columns; `below` is the column it joins where there is none."""

    def __init__(self, part: QWidget, below: QBoxLayout) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self._part, self._below = part, below
        inside = QWidget()
        inside.setObjectName("pageBody")
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(_LEFT, _TOP, _RIGHT, _BOTTOM)
        self._inside.addWidget(part)
        self.setWidget(inside)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        hint.setWidth(self.fontMetrics().averageCharWidth() * _FEWEST + _LEFT + _RIGHT)
        return hint

    @property
    def is_beside(self) -> bool:
        return self._inside.indexOf(self._part) >= 0

    def put(self, *, beside: bool) -> None:
        """Move the part to where there is room. Who is in it stays in it."""
        if beside is self.is_beside:
            return
        focused, hidden = QApplication.focusWidget(), self._part.isHidden()
        (self._inside if beside else self._below).addWidget(self._part)
        self._part.setHidden(hidden)
        if focused is not None and self._part.isAncestorOf(focused):
            focused.setFocus()

    def show_top(self) -> None:
        self.verticalScrollBar().setValue(0)
