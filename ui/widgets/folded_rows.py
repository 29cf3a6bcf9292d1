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

    def __init__(self, *, name: str, unfolds: bool = True) -> None:
        """Without `unfolds` something else leads to the others."""
        super().__init__()
        self._unfolds, self._unfolded = unfolds, False
        self._number = self._room = 0
        """Of things, and of those that are seen while it is folded."""
        self._row_of: Callable[[int], QWidget] = lambda _at: QWidget()
        self._more = ""
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
        self._number, self._room, self._more = len(things), room, more
        self._row_of = lambda at: make(things[at])
        self._rows.show_rows(map(self._row_of, range(self._seen)))
        self._sentence.setText(empty)
        self._say_the_rest()

    def show_first(self, room: int) -> None:
        """Show more of the same rows, or fewer: those that are seen already stay as they are."""
        self._room = room
        kept = min(self._rows.number, self._seen)
        if kept == self._rows.number == self._seen:
            return
        self._rows.show_rows(map(self._row_of, range(kept, self._seen)), after=kept)
        self._say_the_rest()

    def go_to(self, name: str) -> None:
        """Put the focus on the widget of this name."""
        self._rows.go_to(name)

    def fold(self) -> None:
        """Show the first rows only when rows are next shown."""
        self._unfolded = False

    @property
    def _seen(self) -> int:
        return self._number if self._unfolded else min(self._number, self._room)

    def _say_the_rest(self) -> None:
        self._rows.setVisible(self._seen > 0)
        self._sentence.setVisible(not self._seen)
        self.more.say(self._more or f"{self._number - self._seen} more")
        self.more.setVisible(self._unfolds and self._number > self._seen)

    def _unfold(self) -> None:
        self._unfolded = True
        self.show_first(self._room)
