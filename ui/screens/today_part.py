"""A part of a sheet of the morning: a heading over rows, as many of them as there is room for."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.folded_rows import FoldedRows
from ui.widgets.row_walk import RowWalk
from ui.widgets.sheet import Sheet
from ui.widgets.text import SectionTitle

T = TypeVar("T")


class Part(QWidget):
    """Hidden while it has nothing to say."""

    def __init__(self, title: str, aside: str, walk: RowWalk, *, name: str, unfolds: bool = True) -> None:
        super().__init__()
        self._walk = walk
        self._begin: Callable[[int], None] | None = None
        """Shows what was told and not shown yet."""
        self.heading = SectionTitle(title, aside)
        self._rows = FoldedRows(name=name, unfolds=unfolds)
        walk.stop(self._rows.more)
        self._head = QHBoxLayout()
        self._head.addWidget(self.heading, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._head)
        column.addWidget(self._rows)

    def add_action(self, button: QWidget) -> None:
        """A button behind the heading, whose room is kept while it is hidden: headings side by side stay level."""
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        button.setSizePolicy(policy)
        self._head.addWidget(button)
        self._walk.stop(button)

    def show_rows(self, things: Sequence[T], make: Callable[[T], QWidget], *, room: int, empty: str = "") -> None:
        self.tell(things, make, empty=empty)
        self.show_room(room)

    def tell(self, things: Sequence[T], make: Callable[[T], QWidget], *, empty: str = "") -> None:
        """What is to be shown as soon as there is room. `make` answers a row; its box, if it has one to tick, or the
        row itself takes the focus for it.
        """

        def row_of(thing: T) -> QWidget:
            row = make(thing)
            self._walk.stop(getattr(row, "box", row))
            return row

        self._begin = lambda room: self._rows.show_rows(things, row_of, room=room, empty=empty)
        self.setVisible(bool(things or empty))

    def show_room(self, room: int) -> None:
        """Show as many rows; those that are there already are not made again."""
        if self._begin is None:
            self._rows.show_first(room)
        else:
            begin, self._begin = self._begin, None
            begin(room)


UNBOUND = 1_000_000
"""Pixels of height, more than any sheet takes."""


class FittedSheet(Sheet):
    """A sheet that shows as many rows as its height has room for."""

    most = fewest = 0
    """Between these its room lies; what a room of 3 means is the sheet's to say."""
    row = 50
    """About as many pixels as one more of room takes, so that rows are not added or left out one by one."""

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name)
        self.walk = RowWalk(self)
        self._room, self._most_high = (self.most + self.fewest) // 2, 0
        self._changed: tuple[QWidget, ...] = ()

    def enter(self) -> bool:
        """Put the focus on the first row; whether there is one."""
        return self.walk.enter()

    def show_room(self, room: int) -> tuple[QWidget, ...]:
        """Show as many rows as a room stands for, and answer the widgets they are in."""
        raise NotImplementedError

    def fit(self, height: int) -> None:
        """Show as many rows as fit into so many pixels: as many as last time, then fewer or more."""
        self._most_high = height
        self._room = min(max(self._room, self.fewest), self.most)
        self._changed = self.show_room(self._room)
        while (left := height - self.taken()) >= self.row and self._room < self.most:
            self._room = min(self.most, self._room + left // self.row)
            self._changed = self.show_room(self._room)
        while self.fit_closer():
            pass

    @property
    def is_too_high(self) -> bool:
        """Whether not even the fewest rows fit."""
        return self.taken() > self._most_high

    def fit_closer(self) -> bool:
        """Show fewer rows if these do not fit; whether there were too many."""
        over = self.taken() - self._most_high
        if over <= 0 or self._room <= self.fewest:
            return False
        self._room = max(self.fewest, self._room - max(1, over // (2 * self.row)))
        self._changed = self.show_room(self._room)
        return True

    def taken(self) -> int:
        """Pixels of height: layouts hear only in a moment that something inside them has changed."""
        for changed in self._changed:
            inside: QWidget | None = changed
            while inside is not None and not isinstance(inside, QScrollArea):
                if (layout := inside.layout()) is not None:
                    layout.invalidate()
                inside.updateGeometry()
                inside = inside.parentWidget()
        return self.rows.totalHeightForWidth(self.width())
