"""Where a goal stands today: a value, and what it was seen in."""

from datetime import date

from PySide6.QtWidgets import QCheckBox, QLineEdit

from coachjournal.commands.check_in import check_in, delete_check_in, edit_check_in
from coachjournal.queries.goal_editor import LoggedCheckIn, RecentTalk, check_in_form
from coachjournal.rules.goal_values import format_value
from ui.context import Context
from ui.editors.editor import Editor
from ui.editors.goal_values import ValueField
from ui.widgets.buttons import QuietButton
from ui.widgets.date_field import DateField
from ui.widgets.text import Text


class CheckInEditor(Editor):
    """The last value and today are there already; a conversation of the day is offered as evidence."""

    def __init__(
        self, context: Context, goal_id: int, correct: LoggedCheckIn | None = None, *, seen_in: int | None = None
    ) -> None:
        """`seen_in` is the conversation the check-in comes from, where that is known."""
        form = context.journal.ask(check_in_form, goal_id=goal_id)
        title = "Correct a check-in" if correct else "Check in"
        super().__init__(context, title, name="checkInEditor", finish="Save" if correct else "Check in")
        self._goal, self._talks, self._correct = form.goal, form.talks, correct
        self._seen_in = next((talk for talk in form.talks if talk.conversation_id == seen_in), None)
        self._value = ValueField(context.locale.name)
        self._value.measure_by(form.goal.measure, form.goal.unit)
        today = context.journal.clock.today()
        day = correct.on if correct else self._seen_in.on if self._seen_in else today
        self._day = DateField(day, today=today, locale=context.locale.qt)
        self._note = QLineEdit(correct.note if correct else "")
        self._note.setPlaceholderText("What shows it")
        self._from_talk = QCheckBox()
        self._from_talk.setObjectName("checkInEditor.fromTalk")
        self.form.addWidget(Text(self._course(), "muted", wrap=True))
        row = self.add_row()
        self.add("value", "Now", self._value, beside=row)
        self.add("checked_on", "On", self._day, beside=row)
        self.add("note", "Note", self._note)
        self.form.addWidget(self._from_talk)
        if correct is not None:
            self.form.addWidget(QuietButton("Delete", self._delete, name="checkInEditor.delete"))
        self._day.day_changed.connect(self._offer_talk)
        self._offer_talk()
        self._start(correct)

    def save(self) -> None:
        value, day = self._value.value("value"), self._day.chosen_day
        if self._correct is not None:
            check_in_id = self._correct.check_in_id
            self.context.journal.do(
                edit_check_in, check_in_id=check_in_id, value=value, checked_on=day, note=self._note.text()
            )
            return
        talk = self._talk_of(day) if self._from_talk.isChecked() else None
        self.context.journal.do(
            check_in,
            goal_id=self._goal.goal_id,
            value=value,
            checked_on=day,
            note=self._note.text(),
            conversation_id=talk.conversation_id if talk else None,
        )

    def _start(self, correct: LoggedCheckIn | None) -> None:
        goal = self._goal
        last = goal.baseline if goal.now is None else goal.now
        self._value.show_value(correct.value if correct else last)
        self._value.setFocus()
        self._value.selectAll()

    def _course(self) -> str:
        goal, locale = self._goal, self.context.locale
        words = [format_value(value, goal.measure, goal.unit, locale.name) for value in (goal.baseline, goal.target)]
        return f"{goal.title}, from {words[0]} to {words[1]} by {locale.day(goal.due_on)}"

    def _talk_of(self, day: date) -> RecentTalk | None:
        if self._seen_in is not None and self._seen_in.on == day:
            return self._seen_in
        return next((talk for talk in self._talks if talk.on == day), None)

    def _offer_talk(self) -> None:
        talk = None if self._correct else self._talk_of(self._day.chosen_day)
        self._from_talk.setVisible(talk is not None)
        self._from_talk.setChecked(talk is not None)
        if talk is not None:
            self._from_talk.setText(f"Seen in the {talk.kind.label.lower()} {self.context.locale.near_day(talk.on)}")

    def _delete(self) -> None:
        if self._correct is not None:
            self.context.do(delete_check_in, check_in_id=self._correct.check_in_id)
        self.reject()
