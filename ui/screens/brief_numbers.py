"""The numbers on a brief, each with its sample; each opens the deals it was counted from."""

from functools import partial

from PySide6.QtWidgets import QWidget

from coachjournal.documents.brief_words import brief_figures
from coachjournal.documents.figure_words import FigureLine
from coachjournal.queries.brief import Brief
from ui.context import Context
from ui.screens.brief_sheets import BriefSheet
from ui.screens.rep_figure import open_figure
from ui.widgets.figure_row import FigureRow
from ui.widgets.row_walk import RowWalk
from ui.widgets.rows import LinedRows


class NumbersSheet(BriefSheet):
    """Five at most."""

    def __init__(self, context: Context, walk: RowWalk) -> None:
        super().__init__(context, walk, "Numbers", name="numbers")
        self._rows = LinedRows(name="brief.numbers.rows")
        self.add(self._rows)

    def show_brief(self, brief: Brief) -> None:
        self._rows.show_rows(self._row(brief, line) for line in brief_figures(brief, self.context.locale))

    def _row(self, brief: Brief, line: FigureLine) -> QWidget:
        open_it = partial(open_figure, self.context, brief.rep, brief.figures, line.figure)
        name = f"brief.figure.{line.name}"
        return self.walked(FigureRow(line.label, line.value, line.rest, name=name, tip=line.tip, on_open=open_it))
