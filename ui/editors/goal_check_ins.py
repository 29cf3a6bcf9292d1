"""The check-ins of a goal, in its editor: a click corrects one."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachjournal.queries.goal_editor import GoalDetails, LoggedCheckIn
from coachjournal.rules.goal_values import format_value
from ui.context import Context
from ui.editors.check_in import CheckInEditor
from ui.widgets.open_row import OpenRow
from ui.widgets.rows import LinedRows
from ui.widgets.text import SectionTitle

MOST_SHOWN = 5


class CheckIns(QWidget):
    """The latest five."""

    def __init__(self, context: Context, goal: GoalDetails, check_ins: tuple[LoggedCheckIn, ...]) -> None:
        super().__init__()
        self._context, self._goal = context, goal
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        aside = f"the latest {MOST_SHOWN} of {len(check_ins)}" if len(check_ins) > MOST_SHOWN else ""
        column.addWidget(SectionTitle("Check-ins", aside))
        rows = LinedRows(name="goalEditor.checkIns")
        rows.show_rows([self._row(entry) for entry in check_ins[:MOST_SHOWN]])
        column.addWidget(rows)
        self.setVisible(bool(check_ins))

    def _row(self, entry: LoggedCheckIn) -> OpenRow:
        goal, locale = self._goal, self._context.locale
        value = format_value(entry.value, goal.measure, goal.unit, locale.name)
        day = locale.day(entry.on)
        aside = f"{day}, from deals" if entry.computed else day
        row = OpenRow(f"{value}, {aside}, {entry.note}", partial(self._correct, entry), name="goalEditor.checkIn")
        row.setToolTip("Correct or delete")
        row.row.setContentsMargins(4, 4, 4, 4)
        row.add_lines(value, f"{aside}  {entry.note}", "")
        return row

    def _correct(self, entry: LoggedCheckIn) -> None:
        CheckInEditor(self._context, self._goal.goal_id, entry).open()
