"""The timeline's numbers as a table, for those who do not see the picture and for those who want to check it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from coachjournal.charts.coaching_timeline.summary import TableRow
from coachjournal.queries.rep_page import RepHead
from ui.context import Context
from ui.locale import Locale
from ui.widgets.buttons import PrimaryButton
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.table import Table
from ui.widgets.text import Text

_CHARACTERS_WIDE = 90
_LINES_HIGH = 30


class TimelineTable(QDialog):
    """Every number of the picture, by day."""

    def __init__(self, context: Context, rep: RepHead, rows: tuple[TableRow, ...]) -> None:
        super().__init__(context.window)
        title = f"{rep.name}: the timeline as a table"
        self.setObjectName("timelineTable")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        model: RowsModel[TableRow] = RowsModel(_columns(context.locale), lambda row: row, self)
        model.show_rows(rows)
        table = Table(model, context.settings, name="timelineTable.table", label=title)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(Text(title, "title"))
        column.addWidget(table, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(PrimaryButton("Close", self.accept, name="timelineTable.close", hint="Esc"))
        column.addLayout(buttons)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * _CHARACTERS_WIDE, metrics.height() * _LINES_HIGH)
        table.setFocus()


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
