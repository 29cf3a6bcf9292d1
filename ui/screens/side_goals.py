"""The goals in this conversation: one key notes a level, typing notes a value, and both are a check-in of its day."""

from contextlib import suppress
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachjournal.commands.check_in import check_in_during, delete_check_in
from coachjournal.errors import Rejected
from coachjournal.queries.conversation_page import ConversationHead
from coachjournal.queries.goals_today import GoalToday, goals_today
from coachjournal.rules.goal import Measure, progress_share
from coachjournal.rules.goal_values import format_value
from ui.context import Context
from ui.editors.goal import GoalEditor
from ui.editors.goal_values import ValueField
from ui.screens.side_sheet import RowWithLine, SideSheet, side_by_side
from ui.widgets.inline import LeaveByEsc
from ui.widgets.level_keys import LevelKeys
from ui.widgets.marks import SplitBar
from ui.widgets.open_row import OpenRow
from ui.widgets.row_keys import RowKeys
from ui.widgets.row_walk import RowWalk
from ui.widgets.rows import LinedRows
from ui.widgets.sheet import EmptyState
from ui.widgets.text import ElidedLabel, Text

_LEVEL_HINT = "1 to 5 notes the level, + and − a half, Del takes it back"
_VALUE_HINT = "Type the value, Del takes it back"


class GoalsSheet(SideSheet):
    """Each goal with where it stands, from where to where, and what it was before."""

    def __init__(self, context: Context, walk: RowWalk) -> None:
        super().__init__(context, walk, "Goals today", name="conversation.goals")
        self._rows = LinedRows(name="conversation.goals.rows")
        self._hint = Text("", "small", wrap=True)
        self._none = EmptyState("", "Set one", self._set_goal)
        self._none.step.setObjectName("conversation.goals.set")
        for widget in (self._rows, self._hint, self._none):
            self.add(widget)

    def show_head(self, head: ConversationHead) -> None:
        goals = self.context.journal.ask(
            goals_today, rep_id=head.rep_id, conversation_id=head.conversation_id, held_on=head.held_on
        )
        if not self.is_news(goals, head.first_name):
            return
        self.heading.say(f"{head.first_name}’s goals today")
        self._rows.show_rows(self._row(goal) for goal in goals)
        self._rows.setVisible(bool(goals))
        self._hint.setText(_hint_of(goals[0]) if goals else "")
        self._hint.setVisible(bool(goals))
        self._none.sentence.setText(f"{head.first_name} has no goal yet.")
        self._none.setVisible(not goals)

    def _row(self, goal: GoalToday) -> QWidget:
        return GoalLine(self, goal)

    def _set_goal(self) -> None:
        GoalEditor(self.context, rep_id=self.head.rep_id).open()


class GoalLine(RowWithLine):
    """A goal; its value is noted by a key, or in a field that opens below it."""

    def __init__(self, sheet: SideSheet, goal: GoalToday) -> None:
        super().__init__(sheet)
        self._context, self._goal, self._conversation_id = sheet.context, goal, sheet.head.conversation_id
        self._row = OpenRow(_told(goal, self._context), self._open_field, name=f"conversation.goal{goal.goal_id}")
        self._row.setToolTip(_hint_of(goal))
        self._row.setAccessibleDescription(_hint_of(goal))
        self._show_goal()
        if goal.measure is Measure.LEVEL:
            LevelKeys(self._row, now=goal.now, note=self._note, clear=self._take_back)
        else:
            figures = {figure: partial(self._open_field, figure) for figure in "0123456789"}
            RowKeys(self._row, {**figures, "Del": self._take_back})
        self._field = ValueField(self._context.locale.name)
        self._problem = Text("", "problem", wrap=True)
        self.show_row(self._row, self._row)

    def _show_goal(self) -> None:
        goal = self._goal
        lines = QVBoxLayout()
        lines.setContentsMargins(0, 4, 0, 4)
        lines.setSpacing(4)
        noted = Text("no change", "muted") if goal.noted is None else Text(_value(goal, goal.noted, self._context))
        lines.addLayout(side_by_side(ElidedLabel(goal.title, "bold"), noted))
        bar = SplitBar(slim=True)
        bar.say(
            progress_share(goal.now, baseline=goal.baseline, target=goal.target), _value(goal, goal.now, self._context)
        )
        lines.addWidget(bar)
        lines.addWidget(ElidedLabel(_course(goal, self._context), "small"))
        self._row.row.addLayout(lines, 1)

    def _open_field(self, begun: str = "") -> None:
        if not self.is_open:
            self._field, self._problem = self._value_field(), Text("", "problem", wrap=True)
            self._problem.hide()
            self.open_line(self._field, self._problem)
        if begun:
            self._field.insert(begun)

    def _value_field(self) -> ValueField:
        field = ValueField(self._context.locale.name)
        field.measure_by(self._goal.measure, self._goal.unit)
        field.setObjectName(f"{self._row.objectName()}.value")
        field.setAccessibleName(f"{self._goal.title} today")
        field.show_value(self._goal.now)
        field.selectAll()
        LeaveByEsc(field, leave=self.close_line)
        field.returnPressed.connect(self._enter)
        return field

    def _enter(self) -> None:
        try:
            value = self._field.value("value")
        except Rejected as refusal:
            self._problem.setText(refusal.sentence)
            self._problem.show()
        else:
            self._note(value)
            self.close_line()

    def finish(self) -> bool:
        """What is no value stays behind, as it does where a goal is checked in."""
        with suppress(Rejected):
            if self._field.isModified():
                self._note(self._field.value("value"))
        return True

    def _note(self, value: float) -> None:
        self._context.do(
            check_in_during, goal_id=self._goal.goal_id, conversation_id=self._conversation_id, value=value
        )

    def _take_back(self) -> None:
        if self._goal.check_in_id is not None:
            self._context.do(delete_check_in, check_in_id=self._goal.check_in_id)


def _hint_of(goal: GoalToday) -> str:
    return _LEVEL_HINT if goal.measure is Measure.LEVEL else _VALUE_HINT


def _value(goal: GoalToday, value: float, context: Context) -> str:
    return format_value(value, goal.measure, goal.unit, context.locale.name)


def _course(goal: GoalToday, context: Context) -> str:
    """From where to where, and what it was before: "2.5 → 4.0, was 3.6 on 19 Oct"."""
    course = f"{_value(goal, goal.baseline, context)} → {_value(goal, goal.target, context)}"
    if goal.before_on is None:
        return course
    was = "was " if goal.noted is not None else ""
    return f"{course}, {was}{_value(goal, goal.before, context)} on {context.locale.day(goal.before_on)}"


def _told(goal: GoalToday, context: Context) -> str:
    noted = "no change" if goal.noted is None else _value(goal, goal.noted, context)
    return f"{goal.title}: {noted}, {_course(goal, context)}"
