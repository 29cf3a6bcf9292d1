"""A line of a sheet that opens what stands behind it: a figure its deals, a day its conversation."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.text import Passage, Text, bold
from ui.widgets.wrapped_row import TallRow

_LABEL, _VALUE = 45, 55  # shares of the width


class FigureRow(TallRow):
    """A muted label, a bold value and a few words more, wrapping; `tip` says what a click opens."""

    def __init__(
        self, label: str, value: str, rest: str = "", *, name: str, tip: str, on_open: Callable[[], object]
    ) -> None:
        super().__init__(f"{label}: {value} {rest}".rstrip(), on_open, name=name)
        self.setAccessibleDescription(tip)
        self.setToolTip(tip)
        spans = (bold(value), rest) if value else (rest,)
        self.row.addWidget(_as_wide_as_told(Text(label, "muted", wrap=True)), _LABEL)
        self.row.addWidget(_as_wide_as_told(Passage(*spans)), _VALUE)


def _as_wide_as_told(label: QWidget) -> QWidget:
    """Let the stretch decide the width, so that the lines of a list stand in two columns."""
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label
