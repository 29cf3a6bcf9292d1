"""Where a goal stands today: a value, and what it was seen in."""

from datetime import date

from PySide6.QtWidgets import QCheckBox, QLineEdit

from coachjournal.commands.check_in import check_in, delete_check_in, edit_check_in
from coachjournal.queries.goal_editor import LoggedCheckIn, RecentTalk, check_in_form
from coachjournal.rules.goal_from_deals import FromDeals
from coachjournal.rules.goal_values import format_value
from coachjournal.rules.spoken_days import Towards
from ui.context import Context
from ui.editors.editor import Editor
from ui.editors.goal_steps import GoalSteps
from ui.editors.goal_values import ValueField
from ui.widgets.buttons import QuietButton
from ui.widgets.date_field import DateField
from ui.widgets.text import Text


class CheckInEditor(Editor):
    """The last value and today are there already; a conversation of the day is offered as evidence."""

    def __init__(self, context: Context, goal_id: int, correct: LoggedCheckIn | None = None) -> None:
        form = context.journal.ask(check_in_form, goal_id=goal_id)
        title = "Correct a check-in" if correct else "Check in"
        finish, keeps = ("Save", str(correct.check_in_id)) if correct else ("Check in", f"new.{goal_id}")
        super().__init__(context, title, name="checkInEditor", finish=finish, keeps=keeps)
        self._goal, self._talks, self._correct = form.goal, form.talks, correct
        self._said = None if correct else form.from_deals
        self._value = ValueField(context.locale.name)
        self._value.measure_by(form.goal.measure, form.goal.unit)
        today = context.journal.clock.today()
        day = correct.on if correct else today
        self._day = DateField(day, today=today, locale=context.locale.qt, towards=Towards.BEHIND)
        self._note = QLineEdit(correct.note if correct else "")
        self._note.setPlaceholderText("What shows it")
        self._from_talk = QCheckBox()
        self._from_talk.setObjectName("checkInEditor.fromTalk")
        self.form.addWidget(Text(self._course(), "muted", wrap=True))
        row = self.add_row()
        self.add("value", "Now", self._value, beside=row)
        self.add("checked_on", "On", self._day, beside=row)
        self._show_what_deals_say()
        self.add("note", "Note", self._note)
        self.form.addWidget(self._from_talk)
        if correct is None:
            self._steps = GoalSteps(context, form.goal, adding=False)
            self.form.addWidget(self._steps)
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
        said = self._said_unchanged(value, day)
        self.context.journal.do(
            check_in,
            goal_id=self._goal.goal_id,
            value=value,
            checked_on=day,
            note=self._note.text().strip() or (said.words if said else ""),
            conversation_id=talk.conversation_id if talk else None,
            computed=said is not None,
        )

    def _start(self, correct: LoggedCheckIn | None) -> None:
        goal = self._goal
        last = goal.baseline if goal.now is None else goal.now
        value = self._said.value if self._said else correct.value if correct else last
        if value is not None:
            self._value.show_value(value)
        self._value.setFocus()
        self._value.selectAll()

    def _course(self) -> str:
        goal, locale = self._goal, self.context.locale
        words = [format_value(value, goal.measure, goal.unit, locale.name) for value in (goal.baseline, goal.target)]
        return f"{goal.title}, from {words[0]} to {words[1]} by {locale.day(goal.due_on)}"

    def _show_what_deals_say(self) -> None:
        """The value with what it was counted from, or why there is none."""
        said, goal = self._said, self._goal
        if said is None:
            return
        if said.value is None:
            words = f"From deals: {said.words}"
        else:
            value = format_value(said.value, goal.measure, goal.unit, self.context.locale.name)
            words = f"{value} from deals today, {said.words}"
        text = Text(words, "muted", wrap=True)
        text.setObjectName("checkInEditor.fromDeals")
        self.form.addWidget(text)

    def _said_unchanged(self, value: float, day: date) -> FromDeals | None:
        """What the deals say, if it is that which is noted: another number or day is the manager's own word."""
        said, today = self._said, self.context.journal.clock.today()
        return said if said is not None and (value, day) == (said.value, today) else None

    def _talk_of(self, day: date) -> RecentTalk | None:
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
        self.leave()
