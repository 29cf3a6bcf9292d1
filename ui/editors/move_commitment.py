"""Moving a commitment to a later day: a week on unless another day is chosen."""

from datetime import date, timedelta

from coachjournal.commands.commitment import move_commitment
from ui.context import Context
from ui.editors.editor import Editor
from ui.widgets.date_field import DateField
from ui.widgets.text import Text

_A_WEEK = timedelta(days=7)


class MoveCommitmentEditor(Editor):
    """The day it is now due; the old one stays in the history as moved."""

    def __init__(self, context: Context, commitment_id: int, text: str, due_on: date | None) -> None:
        super().__init__(context, "Move to a later day", name="moveCommitment", finish="Move")
        self._commitment_id = commitment_id
        today = context.journal.clock.today()
        self.form.addWidget(Text(text, "muted", wrap=True))
        self._day = DateField(max(due_on or today, today) + _A_WEEK, today=today, locale=context.locale.qt)
        self.add("due_on", "Due on", self._day)
        self._day.setFocus()

    def save(self) -> None:
        self.context.journal.do(move_commitment, commitment_id=self._commitment_id, due_on=self._day.chosen_day)
