"""A row of a sheet that opens something: a click or Enter; the arrows go from row to row."""

from collections.abc import Callable

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.row_walk import place_after
from ui.widgets.text import ElidedLabel

_SEEN = 18
"""Characters of a title that are always seen."""
_RING = QMargins(7, 2, 7, 2)
"""Pixels between the letters of a row and the ring around it: a sheet has this room at its sides."""


class OpenRow(QPushButton):
    """Put anything into `row`; `words` are what a screen reader says."""

    def __init__(self, words: str, on_open: Callable[[], object], *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 1, 0, 1)
        self.row.setSpacing(12)
        self._on_open = on_open
        self.clicked.connect(self._open)

    def add_lines(self, title: str, aside: str, below: str, mark: QWidget | None = None) -> None:
        """A bold title with a muted aside and perhaps a mark behind it, and below it a small line."""
        lines = QVBoxLayout()
        lines.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(_Title(title, "bold"))
        first.addWidget(ElidedLabel(aside, "muted"), 1)
        if mark is not None:
            first.addWidget(mark)
        lines.addLayout(first)
        if below:
            lines.addWidget(ElidedLabel(below, "small"))
        self.row.addLayout(lines, 1)

    def add_mark(self, widget: QWidget) -> None:
        """A pill, a dot or a button at the right end."""
        self.row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        return self.row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.row.minimumSize().width(), self.row.sizeHint().height())

    def ring_on(self, around: QWidget) -> QRect:
        """Where the ring of the focus stands on a widget around this one."""
        return QRect(self.mapTo(around, QPoint()), self.size()) + _RING

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._paint_ring()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._paint_ring()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif not _step_from(self, event):
            super().keyPressEvent(event)

    def _paint_ring(self) -> None:
        around = self.window()
        around.update(self.ring_on(around) + QMargins(1, 1, 1, 1))

    def _open(self) -> None:
        self._on_open()


class _Title(ElidedLabel):
    """As wide as its words; only a long one is cut where there is no room."""

    def __init__(self, text: str, role: str) -> None:
        super().__init__(text, role)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        most = self.fontMetrics().averageCharWidth() * _SEEN
        return QSize(min(self.sizeHint().width(), most), super().minimumSizeHint().height())


def _step_from(row: OpenRow, event: QKeyEvent) -> bool:
    """Go to another row, if the key leads to one."""
    parent = row.parentWidget()
    siblings = parent.children() if parent is not None else []
    rows = [each for each in siblings if isinstance(each, OpenRow) and not each.isHidden()]
    place = place_after(event, rows.index(row), len(rows)) if rows else None
    if place is None:
        return False
    rows[place].setFocus(Qt.FocusReason.TabFocusReason)
    return True
