"""The steps on the way to a goal: ticked when they are reached, written in one line, "…, 3.0, by 1 December"."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from coachjournal.changes import Change
from coachjournal.commands.milestone import (
    add_milestone,
    delete_milestone,
    edit_milestone,
    open_milestone_again,
    reach_milestone,
)
from coachjournal.errors import Rejected, StorageUnavailable
from coachjournal.queries.goal_editor import GoalDetails
from coachjournal.queries.milestones import Step, milestones
from coachjournal.rules.goal import GoalStatus
from coachjournal.rules.goal_values import format_value
from coachjournal.rules.spoken_milestone import read_milestone
from ui.context import Context
from ui.locale import Locale
from ui.widgets.marks import Pill, Tone
from ui.widgets.row_keys import RowKeys
from ui.widgets.rows import LinedRows, TickRow
from ui.widgets.sentence import Blank
from ui.widgets.text import SectionTitle, Span, muted

NEW_STEP = "newStep"
"""The name of the line among the fields of the editor."""
_HINT = "Space ticks it, Enter changes it, Del deletes it"


class StepRows(QWidget):
    """The steps of a goal; a tick says that one is reached. `opened` carries the one to change, where that can be."""

    opened = Signal(object)

    def __init__(self, context: Context, goal: GoalDetails, *, name: str) -> None:
        super().__init__()
        self._context, self._goal, self._name = context, goal, name
        self._rows = LinedRows(name=f"{name}s")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._rows)

    def show_steps(self, steps: Iterable[Step]) -> None:
        rows = [self._row(step) for step in steps]
        self._rows.show_rows(rows)
        self.setVisible(bool(rows))

    def _row(self, step: Step) -> TickRow:
        done, today = step.done_on is not None, self._context.journal.clock.today()
        late = not done and step.due_on is not None and step.due_on < today
        aside = step_aside(step, self._goal, self._context.locale)
        pills = (Pill(self._context.locale.due(step.due_on), Tone.AMBER),) if late and step.due_on else ()
        words = Span(step.text, muted=done, struck=done)
        row = TickRow(words, muted(aside), pills=pills, checked=done, name=f"{self._name}.{step.milestone_id}")
        row.box.setToolTip(_HINT)
        row.box.setAccessibleDescription(_HINT)
        row.ticked.connect(partial(self._on_ticked, step))
        delete = partial(self._context.do, delete_milestone, milestone_id=step.milestone_id)
        RowKeys(row.box, {"\r": partial(self.opened.emit, step), "Del": delete})
        return row

    def _on_ticked(self, step: Step, reached: bool) -> None:
        self._context.do(reach_milestone if reached else open_milestone_again, milestone_id=step.milestone_id)


class GoalSteps(QWidget):
    """The steps, and a line to add one. Enter on one takes it back into the line; `changed` says there are others."""

    changed = Signal()

    def __init__(self, context: Context, goal: GoalDetails, *, adding: bool = True) -> None:
        """Without `adding` they are only ticked, and there is nothing to see where there are none."""
        super().__init__()
        self._context, self._goal, self._adding = context, goal, adding and goal.status is GoalStatus.ACTIVE
        self._correct: Step | None = None
        self._rows = StepRows(context, goal, name="goalEditor.step")
        if self._adding:
            self._rows.opened.connect(self._change)
        self._line = QLineEdit()
        self._line.setPlaceholderText("A step on the way, perhaps with a value and a day, Enter")
        self._line.returnPressed.connect(self._on_entered)
        self.field = Blank("A step on the way", self._line, name=f"goalEditor.{NEW_STEP}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(SectionTitle("Steps on the way", ""))
        column.addWidget(self._rows)
        column.addWidget(self.field)
        self.field.setVisible(self._adding)
        context.bus.changed.connect(self._on_changed)
        self._load()

    def write(self) -> None:
        """Add what stands in the line, or change the step that was taken into it. Raises Rejected beside the line."""
        goal, today = self._goal, self._context.journal.clock.today()
        said = read_milestone(
            self._line.text(), today=today, measure=goal.measure, unit=goal.unit, locale=self._context.locale.name
        )
        if said is None:
            return
        do = self._context.journal.do
        try:
            if self._correct is None:
                do(add_milestone, goal_id=goal.goal_id, text=said.text, value=said.value, due_on=said.due_on)
            else:
                key = self._correct.milestone_id
                do(edit_milestone, milestone_id=key, text=said.text, value=said.value, due_on=said.due_on)
        except Rejected as refusal:
            raise Rejected(refusal.sentence, field=NEW_STEP) from refusal
        self._correct = None
        self.field.settle()
        self._line.clear()

    def _on_entered(self) -> None:
        try:
            self.write()
        except (Rejected, StorageUnavailable) as trouble:
            self.field.complain(trouble.sentence)

    def _change(self, step: Step) -> None:
        """Take it into the line as it would be typed."""
        self._correct = step
        day = f"by {step.due_on.isoformat()}" if step.due_on else ""
        value = (
            format_value(step.value, self._goal.measure, self._goal.unit, self._context.locale.name)
            if step.value
            else ""
        )
        self._line.setText(", ".join(filter(None, (step.text, value, day))))
        self._line.setFocus()

    def _on_changed(self, change: Change) -> None:
        if "milestone" in change.topics:
            self._load()

    def _load(self) -> None:
        steps = self._context.journal.ask(milestones, goal_id=self._goal.goal_id)
        self._rows.show_steps(steps)
        self.setVisible(self._adding or bool(steps))
        self.changed.emit()


def step_aside(step: Step, goal: GoalDetails, locale: Locale) -> str:
    """Value and day of a step: "3.0, by 1 Dec", "done 28 Nov"."""
    value = "" if step.value is None else format_value(step.value, goal.measure, goal.unit, locale.name)
    if step.done_on is not None:
        return ", ".join(filter(None, (value, f"done {locale.day(step.done_on)}")))
    return ", ".join(filter(None, (value, f"by {locale.day(step.due_on)}" if step.due_on else "")))
