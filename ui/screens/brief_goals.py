"""The goals on a brief, each with its line."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachjournal.documents.brief_words import range_of
from coachjournal.queries.brief import Brief
from coachjournal.queries.rep_page import GoalRow
from coachjournal.rules.goal import GoalStanding
from ui.context import Context
from ui.editors.goal import GoalEditor
from ui.screens.brief_sheets import BriefSheet
from ui.screens.rep_words import TONES, goal_value
from ui.widgets.folded_rows import FoldedRows
from ui.widgets.marks import Pill, Tone
from ui.widgets.open_row import OpenRow
from ui.widgets.row_walk import RowWalk
from ui.widgets.sheet import EmptyState
from ui.widgets.sparkline import Spark, Sparkline, Trace
from ui.widgets.text import ElidedLabel

_GOALS = 3


class GoalsSheet(BriefSheet):
    """From where to where, and how it went; Enter opens the goal."""

    def __init__(self, context: Context, walk: RowWalk) -> None:
        super().__init__(context, walk, "Goals", name="goals")
        self._rep_id = 0
        self._standings: set[GoalStanding] = set()
        self._rows = FoldedRows(name="brief.goals.rows")
        self._none = EmptyState("", "Set one", self._set_goal)
        self._none.step.setObjectName("brief.goals.set")
        for widget in (self._rows, self._none):
            self.add(widget)
        walk.stop(self._rows.more)

    def begin(self) -> None:
        self._rows.fold()

    def show_brief(self, brief: Brief) -> None:
        self._rep_id = brief.rep.rep_id
        self._standings = {goal.standing for goal in brief.goals}
        self._rows.show_rows(brief.goals, self._row, room=_GOALS, empty="")
        self._rows.setVisible(bool(brief.goals))
        self._none.sentence.setText(f"{brief.rep.first_name} has no goal yet.")
        self._none.setVisible(not brief.goals)

    def _row(self, goal: GoalRow) -> QWidget:
        course = self._course(goal)
        open_it = partial(self._open, goal.goal_id)
        row = OpenRow(f"{goal.title}: {course}, {goal.standing}", open_it, name=f"brief.goal.{goal.goal_id}")
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(ElidedLabel(goal.title, "bold"))
        lines.addWidget(ElidedLabel(course, "small"))
        row.row.addLayout(lines, 1)
        if goal.values:
            row.add_mark(_sparkline(goal, course))
        row.add_mark(self._pill(goal.standing))
        return self.walked(row)

    def _pill(self, standing: GoalStanding) -> QWidget:
        """At the right of a place as wide as the widest, so that the lines stand below each other."""
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Pill(standing.value, TONES.get(standing, Tone.PLAIN)), 0, Qt.AlignmentFlag.AlignRight)
        place.setFixedWidth(max(Pill(each.value).sizeHint().width() for each in self._standings))
        place.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return place

    def _course(self, goal: GoalRow) -> str:
        """From where to where: "2.5 → 3.9 of 4.0 by 18 Dec"."""
        locale = self.context.locale
        first, now, target = (goal_value(goal, value, locale) for value in (goal.baseline, goal.now, goal.target))
        return f"{first} → {now} of {target} by {locale.day(goal.due_on)}"

    def _open(self, goal_id: int) -> None:
        GoalEditor(self.context, rep_id=self._rep_id, goal_id=goal_id).open()

    def _set_goal(self) -> None:
        GoalEditor(self.context, rep_id=self._rep_id).open()


def _sparkline(goal: GoalRow, words: str) -> Sparkline:
    line = Sparkline()
    line.say(Spark((Trace(goal.values),), *range_of(goal), goal.target), words)
    line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return line
