"""A row that opens something and says it in as many lines as it takes."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy

from ui.widgets.open_row import OpenRow
from ui.widgets.text import Text

_LEAST = 16
"""Characters of width that a sentence needs at least."""


class WrappedRow(OpenRow):
    """A wrapping sentence."""

    def __init__(self, words: str, on_open: Callable[[], object], *, name: str) -> None:
        super().__init__(words, on_open, name=name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.row.setContentsMargins(0, 4, 0, 4)
        sentence = Text(words, wrap=True)
        sentence.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.row.addWidget(sentence, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.row.totalHeightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * _LEAST, self.fontMetrics().height() + 8)
