"""A list of which the first rows are seen; "3 more" shows the others."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.buttons import QuietButton
from ui.widgets.rows import LinedRows
from ui.widgets.text import Text

T = TypeVar("T")


class FoldedRows(QWidget):
    """Makes a row of each thing there is room for. With nothing to show, a muted sentence stands there."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self._unfolded = False
        self._again: Callable[[], None] = _nothing
        self._rows = LinedRows(name=name)
        self._sentence = Text("", "muted", wrap=True)
        self._sentence.setObjectName(f"{name}.empty")
        self.more = QuietButton("", self._unfold, name=f"{name}.more")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._rows, self._sentence):
            column.addWidget(widget)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_rows(
        self, things: Sequence[T], make: Callable[[T], QWidget], *, room: int, empty: str, more: str = ""
    ) -> None:
        """Show as many rows as there is room for; `more` is what the button says instead of "3 more"."""
        self._again = lambda: self.show_rows(things, make, room=room, empty=empty, more=more)
        seen = things if self._unfolded else things[:room]
        self._rows.show_rows(make(thing) for thing in seen)
        self._rows.setVisible(bool(seen))
        self._sentence.setText(empty)
        self._sentence.setVisible(not seen)
        self.more.say(more or f"{len(things) - len(seen)} more")
        self.more.setVisible(len(things) > len(seen))

    def go_to(self, name: str) -> None:
        """Put the focus on the widget of this name."""
        self._rows.go_to(name)

    def fold(self) -> None:
        """Show the first rows only when rows are next shown."""
        self._unfolded = False

    def _unfold(self) -> None:
        self._unfolded = True
        self._again()


def _nothing() -> None:
    pass
