"""Moving coaching that is planned to another day, perhaps to another hour."""

from coachjournal.commands.coaching_action import move_action
from coachjournal.rules.coaching import CoachingStep
from ui.context import Context
from ui.editors.editor import Editor
from ui.locale import system_zone
from ui.widgets.date_field import DateField
from ui.widgets.text import Text
from ui.widgets.time_field import TimeField


class MoveAction(Editor):
    """What is in the diary for it moves along."""

    def __init__(self, context: Context, step: CoachingStep) -> None:
        super().__init__(context, "Move to another day", name="moveAction", finish="Move")
        self._step = step
        today = context.journal.clock.today()
        self.form.addWidget(Text(f"{step.title} with {step.rep}", "muted", wrap=True))
        self._day = DateField(max(step.planned_on, today), today=today, locale=context.locale.qt)
        self._at = TimeField()
        row = self.add_row()
        self.add("planned_on", "On", self._day, beside=row)
        at = self.add("starts_at", "At", self._at, beside=row)
        at.setVisible(step.conversation_kind is not None)
        self._day.setFocus()

    def save(self) -> None:
        day, at = self._day.chosen_day, self._at.time("starts_at")
        self.context.journal.do(
            move_action,
            action_id=self._step.action_id,
            planned_on=day,
            starts_at=None if at is None else self.context.journal.clock.instant(day, at),
            zone="" if at is None else system_zone(),
        )
