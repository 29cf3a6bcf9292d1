"""A development goal, written as a sentence. A quiet line says what still makes it vague."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coachjournal.commands.goal import delete_goal, edit_goal, set_goal
from coachjournal.queries.goal_editor import GoalDetails, GoalForm, goal_form
from coachjournal.queries.goal_from_deals import goal_from_deals
from coachjournal.queries.skill_profile import latest_level
from coachjournal.rules.goal import GoalStatus, Measure
from coachjournal.rules.goal_sentence import still_vague
from coachjournal.rules.goal_values import format_value
from ui.context import Context
from ui.editors.editor import MARGIN, Editor
from ui.editors.end_goal import EndGoal
from ui.editors.goal_check_ins import CheckIns
from ui.editors.goal_sentence import GoalSentence
from ui.editors.goal_steps import NEW_STEP, GoalSteps
from ui.widgets.buttons import QuietButton
from ui.widgets.text import Text

_WIDE = 96
"""Characters of width in which the sentence takes three or four lines."""
AT_MOST = 2
"""Active goals at once; more are not refused, but a word is said."""


class GoalEditor(Editor):
    """Sets a goal, or changes one and leads to its steps, its check-ins and its end."""

    def __init__(self, context: Context, *, rep_id: int, goal_id: int | None = None) -> None:
        form = context.journal.ask(goal_form, rep_id=rep_id, goal_id=goal_id)
        title = "Change a goal" if goal_id else f"A goal with {form.first_name}"
        finish, keeps = "Save" if goal_id else "Set the goal", str(goal_id or f"new.{rep_id}")
        super().__init__(context, title, name="goalEditor", finish=finish, keeps=keeps)
        self._form = form
        self._proposed = ""
        self._sentence = GoalSentence(context, form)
        self._today, self._vague = self._quiet("today"), self._quiet("vague")
        self._lay_out()
        if form.goal is not None:
            self._today.hide()
            self._sentence.show_goal(form.goal)
            self._add_ways_on(form.goal, form)
        elif form.active >= AT_MOST:
            self.form.addWidget(_advice(form))
        self._sentence.about.connect(self._propose)
        self._sentence.changed.connect(self._on_written)
        self._say_what_is_vague()
        self._sentence.title.setFocus()

    def open(self) -> None:
        super().open()
        self.make_room()

    def save(self) -> None:
        goal, fields = self._form.goal, self._sentence.typed()
        if goal is None:
            self.context.journal.do(set_goal, rep_id=self._form.rep_id, **fields)
        else:
            self._steps.write()
            self.context.journal.do(edit_goal, goal_id=goal.goal_id, **fields)

    def _lay_out(self) -> None:
        wanted = self.fontMetrics().averageCharWidth() * _WIDE
        self.setMinimumWidth(min(wanted, self.context.window.width() - MARGIN))
        for key, blank in self._sentence.blanks.items():
            self.know(key, blank)
        self.form.addWidget(self._sentence)
        for line in (self._today, self._vague):
            self.form.addWidget(line)
        self._below = QVBoxLayout()
        self.form.addLayout(self._below)

    def _quiet(self, name: str) -> Text:
        line = Text("", "muted", wrap=True)
        line.setObjectName(f"goalEditor.{name}")
        line.setMinimumHeight(self.fontMetrics().lineSpacing())  # so that nothing moves while typing
        line.setAlignment(Qt.AlignmentFlag.AlignTop)
        return line

    def _on_written(self) -> None:
        self._say_what_is_vague()
        if self.isVisible():
            self.make_room()

    def _say_what_is_vague(self) -> None:
        draft = self._sentence.draft(len(self._form.steps))
        self._vague.setText(still_vague(draft, self.context.journal.clock.today()))

    def _propose(self) -> None:
        """Today's figure, with what it was counted from, as where the goal begins; what was typed stays."""
        if self._form.goal is not None:
            return
        value, words = self._figure_of_today()
        self._today.setText(words)
        field = self._sentence.baseline
        if field.text() not in {"", self._proposed}:
            return
        if value is None:
            field.clear()
        else:
            field.show_value(value)
        self._proposed = field.text()

    def _figure_of_today(self) -> tuple[float | None, str]:
        """The value, and a sentence: "Today it is 32%, 9 of 28 won."; none where nothing tells it."""
        sentence, rep_id = self._sentence, self._form.rep_id
        way, skill_id = sentence.measure.computed_from, sentence.skill_id
        if way is not None:
            said = self.context.journal.ask(goal_from_deals, rep_id=rep_id, computed_from=way)
            if said.value is None:
                return None, f"Deals do not tell it yet: {said.words}."
            value = format_value(said.value, sentence.measure.measure, sentence.unit, self.context.locale.name)
            return said.value, f"Today it is {value}, {said.words}. Check-ins come with the deals you import."
        if sentence.measure.measure is Measure.LEVEL and skill_id is not None:
            seen = self.context.journal.ask(latest_level, rep_id=rep_id, skill_id=skill_id)
            if seen is not None:
                level, day = self.context.locale.number(seen.level), self.context.locale.day(seen.on)
                return seen.level, f"You saw it at {level} on {day}."
        return None, ""

    def _add_ways_on(self, goal: GoalDetails, form: GoalForm) -> None:
        self._steps = GoalSteps(self.context, goal)
        self._steps.changed.connect(self.make_room)
        self.know(NEW_STEP, self._steps.field)
        self._below.addWidget(self._steps)
        self._check_ins = CheckIns(self.context, goal, form.check_ins)
        self._below.addWidget(self._check_ins)
        row = QHBoxLayout()
        if goal.status is GoalStatus.ACTIVE:
            row.addWidget(QuietButton("End it…", self._end, name="goalEditor.end"))
        row.addWidget(QuietButton("Delete", self._delete, name="goalEditor.delete"))
        row.addStretch(1)
        self._below.addLayout(row)

    def _end(self) -> None:
        if self._form.goal is not None:
            self.reject()
            EndGoal(self.context, self._form.goal).open()

    def _delete(self) -> None:
        if self._form.goal is not None:
            self.context.do(delete_goal, goal_id=self._form.goal.goal_id)
        self.leave()


def _advice(form: GoalForm) -> Text:
    many = "two" if form.active == AT_MOST else str(form.active)
    advice = Text(f"{form.first_name} has {many} goals already. One is easier to reach.", "muted", wrap=True)
    advice.setObjectName("goalEditor.advice")
    return advice
