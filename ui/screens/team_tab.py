"""A part of the Team page: a sentence, and a table of which every cell opens its rows."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachjournal.queries.team_page import TeamPage, TeamRep
from ui.screens.team_lines import Line, Who, cells
from ui.widgets.cell_table import CellTable
from ui.widgets.table import INDENT
from ui.widgets.text import Text


class TeamTable(CellTable):
    """Shows lines. `on_cell` is given the line and the rep (None: all of them), `on_rep` the rep of a name above.

    Without `with_team` the reps stand there alone.
    """

    def __init__(
        self,
        on_cell: Callable[[Line, Who], object],
        on_rep: Callable[[int], object],
        *,
        name: str,
        label: str,
        with_team: bool = True,
    ) -> None:
        super().__init__(name=name, label=label)
        self._with_team = with_team
        self._lines: tuple[Line, ...] = ()
        self._reps: tuple[TeamRep, ...] = ()
        self._on_cell, self._on_rep = on_cell, on_rep
        self.opened.connect(self._on_opened)
        self.column_opened.connect(self._on_column)

    def show_lines(self, page: TeamPage, lines: Iterable[Line]) -> None:
        self._lines, self._reps = tuple(lines), page.reps
        self.show_cells(cells(page, self._lines, with_team=self._with_team))

    def _on_opened(self, row: int, column: int) -> None:
        self._on_cell(self._lines[row], self._rep(column))

    def _on_column(self, column: int) -> None:
        rep = self._rep(column)
        if rep is not None:
            self._on_rep(rep.rep_id)

    def _rep(self, column: int) -> Who:
        return self._reps[column] if column < len(self._reps) else None


class TeamTab(QWidget):
    """The sentence, perhaps something below it, and the table."""

    def __init__(self, table: TeamTable, *below: QWidget) -> None:
        super().__init__()
        self.table = table
        self._words = Text("", "muted", wrap=True)
        self._words.setObjectName(f"{table.objectName()}.words")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(INDENT, 0, INDENT, 0)
        self._column.setSpacing(10)
        for widget in (self._words, *below):
            self._column.addWidget(widget)
        self._column.addWidget(table, 1)

    def say(self, words: str) -> None:
        self._words.setText(words)
