"""The timeline's numbers as a table, for those who do not see the picture and for those who want to check it."""

from coachjournal.charts.coaching_timeline.summary import TableRow
from coachjournal.queries.rep_page import RepHead
from ui.context import Context
from ui.locale import Locale
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.rows_window import RowsWindow

_CHARACTERS_WIDE = 90
_LINES_HIGH = 30


class TimelineTable(RowsWindow):
    """Every number of the picture, by day."""

    def __init__(self, context: Context, rep: RepHead, rows: tuple[TableRow, ...]) -> None:
        super().__init__(context.window, f"{rep.name}: the timeline as a table", name="timelineTable")
        model: RowsModel[TableRow] = RowsModel(_columns(context.locale), lambda row: row, self)
        model.show_rows(rows)
        self.add_table(model, context.settings)
        self.add_buttons()
        self.make_room(characters=_CHARACTERS_WIDE, lines=_LINES_HIGH)


def _columns(locale: Locale) -> tuple[Column[TableRow], ...]:
    return (
        Column(title="Day", text=lambda row: locale.day(row.on), sort_by=lambda row: row.on, width=14),
        Column(title="What", text=lambda row: row.what, bold=True, width=40),
        Column(
            title="Value",
            text=lambda row: locale.number(row.value),
            sort_by=lambda row: row.value,
            right=True,
            width=12,
        ),
        Column(title="Unit", text=lambda row: row.unit, muted=True, width=14),
    )
