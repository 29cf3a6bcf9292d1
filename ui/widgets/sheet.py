"""White sheets on the warm ground, and what stands on one while it is empty."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import tokens
from ui.widgets.buttons import PlainButton
from ui.widgets.open_row import OpenRow
from ui.widgets.text import SectionTitle, Text

_MARGIN = 16
_CORNER = 6


class Sheet(QFrame):
    """A rounded card; `rows` is its column. A title is optional and can be said anew with `heading`."""

    def __init__(self, title: str = "", aside: str = "", *, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self.rows.setSpacing(12)
        self.heading = SectionTitle(title, aside)
        if title:
            self.rows.addWidget(self.heading)
            self.setAccessibleName(title)

    def let_out(self, pixels: int) -> None:
        """Reach so much further to both sides, as a table does whose words then stand in line with those of others."""
        self.rows.setContentsMargins(_MARGIN - pixels, _MARGIN, _MARGIN - pixels, _MARGIN)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        self.rows.addWidget(widget, stretch)

    def event(self, event: QEvent) -> bool:
        """A row that moves takes its ring along."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A row has no room of its own around its letters: the ring of the focus is painted below it."""
        super().paintEvent(event)
        row = QApplication.focusWidget()
        if isinstance(row, OpenRow) and self.isAncestorOf(row):
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(tokens().people))
            painter.drawRoundedRect(QRectF(row.ring_on(self)).adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER)


class Line(QFrame):
    """A soft line between rows."""


class EmptyState(QWidget):
    """What belongs here, and the first step."""

    def __init__(self, sentence: str, step: str = "", on_step: Callable[[], object] | None = None) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(12)
        self.sentence = Text(sentence, "muted", wrap=True)
        column.addWidget(self.sentence)
        if on_step is not None:
            self.step = PlainButton(step, on_step, name="firstStep")
            column.addWidget(self.step, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
