"""The end of a goal: achieved, extended or given up with a reason. Nothing expires in silence."""

from PySide6.QtWidgets import QLineEdit

from coachjournal.commands.goal import abandon_goal, achieve_goal, extend_goal
from coachjournal.errors import Rejected
from coachjournal.queries.goal_editor import GoalDetails
from coachjournal.rules.period import month_of
from ui.context import Context
from ui.editors.editor import Editor
from ui.widgets.choices import ChipGroup
from ui.widgets.date_field import DateField
from ui.widgets.text import Text

ENDS = (("achieved", "Achieved"), ("extended", "Extended"), ("abandoned", "Abandoned"))
_FINISH = {"achieved": "It is achieved", "extended": "Extend it", "abandoned": "Abandon it"}

NOT_AHEAD = "An extended goal ends on a day that is still ahead."


class EndGoal(Editor):
    """One choice, and what that choice needs: a new day, or why."""

    def __init__(self, context: Context, goal: GoalDetails) -> None:
        super().__init__(context, "End a goal", name="endGoal", finish=_FINISH["achieved"])
        self._goal_id = goal.goal_id
        self.form.addWidget(Text(goal.title, "muted", wrap=True))
        self._end = ChipGroup(ENDS, name="endGoal.end", label="How it ended")
        self._end.chosen.connect(self._on_chosen)
        today = context.journal.clock.today()
        later = month_of(month_of(max(goal.due_on, today)).end).last_day
        self._day = DateField(later, today=today, locale=context.locale.qt)
        self._reason = QLineEdit()
        self.form.addWidget(self._end)
        self._new_day = self.add("due_on", "New day", self._day)
        self._why = self.add("reason", "Why", self._reason)
        self.choose("achieved" if _reached(goal) else "extended")
        self._end.setFocus()

    def choose(self, end: str) -> None:
        self._end.choose(end)
        self._on_chosen(end)

    def save(self) -> None:
        do, goal_id = self.context.journal.do, self._goal_id
        match self._end.choice:
            case "achieved":
                do(achieve_goal, goal_id=goal_id)
            case "extended":
                self._refuse_past()
                do(extend_goal, goal_id=goal_id, due_on=self._day.chosen_day, reason=self._reason.text())
            case _:
                do(abandon_goal, goal_id=goal_id, reason=self._reason.text())

    def _refuse_past(self) -> None:
        """The goal would be overdue again at once."""
        if self._day.chosen_day <= self.context.journal.clock.today():
            raise Rejected(NOT_AHEAD, field="due_on")

    def _on_chosen(self, end: str) -> None:
        self._new_day.setVisible(end == "extended")
        self._why.setVisible(end != "achieved")
        self.finisher.say(_FINISH[end])


def _reached(goal: GoalDetails) -> bool:
    up = goal.target > goal.baseline
    return goal.now is not None and (goal.now >= goal.target if up else goal.now <= goal.target)
