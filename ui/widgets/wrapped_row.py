"""Rows that open something and say it in as many lines as it takes."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy

from ui.widgets.open_row import OpenRow
from ui.widgets.text import Text

_LEAST = 16
"""Characters of width that a sentence needs at least."""


class TallRow(OpenRow):
    """As high as its words need: put what wraps into `row`."""

    def __init__(self, words: str, on_open: Callable[[], object], *, name: str) -> None:
        super().__init__(words, on_open, name=name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.row.setContentsMargins(0, 4, 0, 4)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.row.totalHeightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * _LEAST, self.fontMetrics().height() + 8)


class WrappedRow(TallRow):
    """A wrapping sentence."""

    def __init__(self, words: str, on_open: Callable[[], object], *, name: str) -> None:
        super().__init__(words, on_open, name=name)
        sentence = Text(words, wrap=True)
        sentence.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.row.addWidget(sentence, 1)
