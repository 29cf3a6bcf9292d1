"""A line of a sheet that opens what stands behind it: a figure its deals, a day its conversation."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.open_row import OpenRow
from ui.widgets.text import Passage, Text, bold

_LABEL, _VALUE = 45, 55  # shares of the width


class FigureRow(OpenRow):
    """A muted label, a bold value and a few words more, wrapping; `tip` says what a click opens."""

    def __init__(
        self, label: str, value: str, rest: str = "", *, name: str, tip: str, on_open: Callable[[], object]
    ) -> None:
        super().__init__(f"{label}: {value} {rest}".rstrip(), on_open, name=name)
        self.setAccessibleDescription(tip)
        self.setToolTip(tip)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.row.setContentsMargins(0, 4, 0, 4)
        spans = (bold(value), rest) if value else (rest,)
        self.row.addWidget(_as_wide_as_told(Text(label, "muted", wrap=True)), _LABEL)
        self.row.addWidget(_as_wide_as_told(Passage(*spans)), _VALUE)
        self.setSizePolicy(_by_width())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.row.totalHeightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 16, self.fontMetrics().height() + 8)


def _as_wide_as_told(label: QWidget) -> QWidget:
    """Let the stretch decide the width, so that the lines of a list stand in two columns."""
    label.setSizePolicy(_by_width())
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label


def _by_width() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    return policy
