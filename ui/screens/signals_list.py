"""One tab of the page of signals: groups below each other, walked by the arrows."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QScrollArea, QVBoxLayout, QWidget

from coachjournal.queries.signals import OpenSignal
from ui.context import Context
from ui.screens.signal_steps import act_on, name_of
from ui.screens.signals_groups import Group
from ui.screens.signals_words import signal_line
from ui.widgets.folded_rows import FoldedRows
from ui.widgets.layouts import clear
from ui.widgets.reveal import reveal
from ui.widgets.row_keys import RowKeys
from ui.widgets.row_walk import RowWalk
from ui.widgets.scrolling import scroll_on_sheet
from ui.widgets.signal_row import SignalRow
from ui.widgets.table import INDENT
from ui.widgets.text import SectionTitle

_ROOM = 25
"""Rows of a group that are seen at once."""


class SignalsList(QScrollArea):
    """`pointed` carries the signal that somebody went to; `entered` says Enter: to what stands beside the list."""

    pointed = Signal(object)
    entered = Signal()

    def __init__(self, context: Context, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._context = context
        self.current: OpenSignal | None = None
        self._groups: tuple[Group, ...] = ()
        self._rows: dict[str, SignalRow] = {}
        self._is_building = False
        """While rows go, Qt hands the focus on from one to the next; nobody points at those."""
        self._marks = QButtonGroup(self)
        self._inside = inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 4, INDENT, 4)
        self._column.setSpacing(8)
        self._walk = RowWalk(inside)
        scroll_on_sheet(self, inside)

    def show_groups(self, groups: Sequence[Group], wanted: str = "") -> None:
        """Show these. The row of this name is the current one, else the one that was, or what took its place."""
        had_focus, before = self._has_focus(), self._names()
        was = wanted or (name_of(self.current) if self.current is not None else "")
        at = before.index(was) if was in before else 0
        self._groups, self._is_building = tuple(groups), True
        self._inside.hide()  # laid out once, when all rows are there
        clear(self._column)
        self._rows = {}
        for number, group in enumerate(self._groups):
            self._add_group(group, number, was)
        self._column.addStretch(1)
        names = self._names()
        self._choose(was if was in names else names[min(at, len(names) - 1)] if names else "")
        self._inside.show()
        self._is_building = False
        if had_focus or wanted:
            self.take_focus()
        QTimer.singleShot(0, self, self._reveal)  # once it is laid out

    def take_focus(self) -> None:
        """Put the focus on the current row."""
        row = self._current_row
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            reveal(row)

    @property
    def _current_row(self) -> SignalRow | None:
        return self._rows.get(name_of(self.current)) if self.current is not None else None

    def _reveal(self) -> None:
        """Bring the current row into sight: what was done may have put it under another heading."""
        row = self._current_row
        if row is not None:
            reveal(row)

    def _add_group(self, group: Group, number: int, was: str) -> None:
        """One heading and its rows, as many that the one that was current is among them."""
        if group.title:
            title = SectionTitle(group.title, f"{len(group.signals):n}")
            title.setContentsMargins(INDENT, 8 if number else 0, 0, 0)
            self._column.addWidget(title)
        rows = FoldedRows(name=f"{self.objectName()}.group{number}")
        self._column.addWidget(rows)
        at = next((at for at, signal in enumerate(group.signals) if name_of(signal) == was), 0)
        rows.show_rows(group.signals, self._make_row, room=max(_ROOM, at + 1), empty="")

    def _make_row(self, signal: OpenSignal) -> SignalRow:
        line = signal_line(signal, self._context.locale)
        row = SignalRow(line, _nothing, name=name_of(signal), buttons=False, in_list=True)
        row.setCheckable(True)
        self._marks.addButton(row)
        row.pointed.connect(partial(self._on_pointed, signal))
        row.acted.connect(partial(act_on, self._context, signal))
        RowKeys(row, {"\r": self.entered.emit})
        self._walk.stop(row)
        self._rows[name_of(signal)] = row
        return row

    def _on_pointed(self, signal: OpenSignal) -> None:
        is_other = self.current is None or name_of(self.current) != name_of(signal)
        if is_other and not self._is_building:
            self._choose(name_of(signal))
            self.pointed.emit(self.current)

    def _choose(self, name: str) -> None:
        """Make the row of this name the current one, without the focus."""
        found = [signal for group in self._groups for signal in group.signals if name_of(signal) == name]
        self.current = found[0] if found else None
        row = self._rows.get(name)
        if row is not None:
            row.setChecked(True)

    def _names(self) -> list[str]:
        return [name_of(signal) for group in self._groups for signal in group.signals]

    def _has_focus(self) -> bool:
        return self.isAncestorOf(self.window().focusWidget())


def _nothing() -> None:
    """A click chooses the row, as the focus does."""
