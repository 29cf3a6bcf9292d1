"""Rows on a sheet: definitions, and commitments that can be ticked off."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.layouts import clear
from ui.widgets.sheet import Line
from ui.widgets.text import Passage, Span, Text, bold

_SENTENCE = 24
"""Characters of room that a sentence needs beside its pills."""
_BELOW = 4


@dataclass(frozen=True, slots=True)
class Definition:
    """A line of a definition list: "Quota, Q4", **71%** of 400 k€."""

    label: str
    value: str
    rest: str = ""


class DefinitionRows(QWidget):
    """Labels at the left, bold values at the right, a soft line under each."""

    def __init__(self, *, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 47)
        self._grid.setColumnStretch(1, 53)

    def show_rows(self, rows: Iterable[Definition]) -> None:
        clear(self._grid)
        for number, row in enumerate(rows):
            label, value = Text(row.label, "muted", wrap=True), Passage(bold(row.value), row.rest)
            value.setAccessibleName(f"{row.label}: {row.value} {row.rest}".rstrip())
            self._grid.addWidget(label, 2 * number, 0)
            self._grid.addWidget(value, 2 * number, 1)
            self._grid.addWidget(Line(), 2 * number + 1, 0, 1, 2)


class TickRow(QWidget):
    """A check box, a sentence and a pill or two, below it in a narrow row. `ticked` carries the new state."""

    ticked = Signal(bool)

    def __init__(
        self, *spans: Span | str, pills: Iterable[QWidget] = (), checked: bool = False, name: str = ""
    ) -> None:
        super().__init__()
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        self.words = Passage(*spans)
        self.box = QCheckBox()
        self.box.setObjectName(name)
        self.box.setChecked(checked)
        self.box.setAccessibleName(self.words.plain())
        self.box.toggled.connect(self.ticked)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignVCenter)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.addWidget(self.words, 1)
        self._pills = QHBoxLayout()
        self._pills.setSpacing(row.spacing())
        for pill in pills:
            self._pills.addWidget(pill, 0, Qt.AlignmentFlag.AlignVCenter)
        self._pills.addStretch(1)
        self._middle.addLayout(self._pills)
        row.addLayout(self._middle, 1)

    def add_mark(self, widget: QWidget) -> None:
        """Add a button at the right end."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pills go below a sentence that would be left with no room beside them."""
        super().resizeEvent(event)
        around = self._row.sizeHint().width() - self._middle.sizeHint().width()
        room = self.width() - around - self._pills.sizeHint().width()
        beside = room >= self.fontMetrics().averageCharWidth() * _SENTENCE
        self._middle.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._middle.setSpacing(self._row.spacing() if beside else _BELOW)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the sentence ticks the box."""
        if self.words.geometry().contains(event.position().toPoint()):
            self.box.click()


class LinedRows(QWidget):
    """Any widgets below each other with a soft line between them; `show_rows` replaces them.

    Whoever works through the rows with keys stays where they were: in the widget of the same name, or if that is gone
    in the one that has taken its place.
    """

    def __init__(self, *, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    @property
    def number(self) -> int:
        """How many rows there are."""
        return (self._column.count() + 1) // 2

    def show_rows(self, rows: Iterable[QWidget], *, after: int = 0) -> None:
        """In place of all that are there, or of those after the first ones."""
        focus, in_sight = self._focus(), self.isVisible()
        if in_sight:
            self.hide()  # and shown with all its rows: each that is shown by itself lays the whole window out
        clear(self._column, after=max(0, 2 * after - 1))
        for row in rows:
            if self.number:
                self._column.addWidget(Line())
            self._column.addWidget(row)
        if in_sight:
            self.show()  # at once, for who goes on with keys: Qt would show rows in a moment
        if focus is not None:
            self._return_to(*focus)

    def go_to(self, name: str) -> None:
        """Put the focus on the widget of this name."""
        self._return_to(name, 0)

    def _focus(self) -> tuple[str, int] | None:
        """The name and the place of the stop that has the focus."""
        stops = enumerate(self._stops())
        return next(((stop.objectName(), at) for at, stop in stops if stop.hasFocus()), None)

    def _stops(self) -> list[QWidget]:
        """What Tab stops at, from top to bottom."""
        rows = [item.widget() for place in range(self._column.count()) if (item := self._column.itemAt(place))]
        widgets = [widget for row in rows if row is not None for widget in (row, *row.findChildren(QWidget))]
        return [widget for widget in widgets if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def _return_to(self, name: str, at: int) -> None:
        stops = self._stops()
        same = next((stop for stop in stops if stop.objectName() == name), None)
        if same is not None:
            same.setFocus()
        elif stops:
            stops[min(at, len(stops) - 1)].setFocus()
