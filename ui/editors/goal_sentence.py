"""The sentence in which a goal is written: who moves what from where to where, by when, seen in what, and why."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from coachjournal.commands.goal import GoalFields
from coachjournal.queries.goal_editor import GoalDetails, GoalForm
from coachjournal.rules.goal import Measure
from coachjournal.rules.goal_from_deals import MEASURED_IN
from coachjournal.rules.goal_sentence import GoalDraft, GoalWords, goal_sentence, skill_named_in, value_words
from coachjournal.rules.goal_values import format_value
from coachjournal.rules.period import quarter_of
from coachjournal.rules.words import length_of_days
from ui.context import Context
from ui.editors.goal_values import MeasureChoice, ValueField
from ui.widgets.date_field import DateField
from ui.widgets.growing_line import GrowingLine
from ui.widgets.sentence import Blank, Sentence

LEAST_DAYS = 42
"""A new goal is proposed for the end of a quarter, but for no less than six weeks: habits need them."""
_COUNTED = {Measure.NUMBER, Measure.PER_WEEK}


class DayInSentence(DateField):
    """Tab goes on to the next blank, not from day to month to year: words and steps reach every day."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        self.setSelectedSection(self.sectionAt(self.sectionCount() - 1 if forward else 0))
        return super().focusNextPrevChild(forward)


class GoalSentence(Sentence):
    """The blanks, by the names of the command in `blanks`. A title that names a skill chooses it, until one does so."""

    changed = Signal()
    about = Signal()
    """The skill or the measure is another: what the goal begins with may be, too."""

    def __init__(self, context: Context, form: GoalForm) -> None:
        super().__init__(name="goalEditor.sentence")
        self._context, self._form = context, form
        self._today = context.journal.clock.today()
        self._chosen_by_hand = form.goal is not None
        self.blanks: dict[str, Blank] = {}
        self._make_fields()
        self._say_it()
        self._connect()
        self._on_measure()

    @property
    def title(self) -> QLineEdit:
        return self._title

    @property
    def baseline(self) -> ValueField:
        return self._baseline

    @property
    def measure(self) -> MeasureChoice:
        return self._measure

    @property
    def skill_id(self) -> int | None:
        key: int | None = self._skill.currentData()
        return key

    @property
    def unit(self) -> str:
        """The currency of money, what is counted of a number, nothing of a level or a percentage."""
        if self._measure.computed_from is not None:
            return MEASURED_IN[self._measure.computed_from][1]
        if self._measure.measure is Measure.MONEY:
            goal = self._form.goal
            return goal.unit if goal and goal.measure is Measure.MONEY else self._form.currency
        return self._unit.text().strip() if self._measure.measure in _COUNTED else ""

    def typed(self) -> GoalFields:
        """What the command takes. Raises Rejected with the name of a blank."""
        return GoalFields(
            title=self._what(),
            skill_id=self.skill_id,
            measure=self._measure.measure,
            computed_from=self._measure.computed_from,
            unit=self.unit,
            baseline=self._baseline.value("baseline"),
            target=self._target.value("target"),
            due_on=self._due.chosen_day,
            how=self._how.words.strip(),
            why=self._why.words.strip(),
        )

    def draft(self, milestones: int) -> GoalDraft:
        """The goal as far as it is written."""
        return GoalDraft(
            what=self._what(),
            baseline=self._baseline.value_so_far(),
            target=self._target.value_so_far(),
            started_on=self._form.goal.started_on if self._form.goal else self._today,
            due_on=self._due.chosen_day,
            how=self._how.words,
            why=self._why.words,
            from_deals=self._measure.computed_from is not None,
            milestones=milestones,
        )

    def show_goal(self, goal: GoalDetails) -> None:
        self._title.setText(goal.title)
        self._skill.setCurrentIndex(max(self._skill.findData(goal.skill_id), 0))
        self._measure.choose(goal.measure, goal.computed_from)
        self._unit.setText("" if goal.measure is Measure.MONEY or goal.computed_from else goal.unit)
        self._due.set_day(goal.due_on)
        self._how.show_words(goal.how)
        self._why.show_words(goal.why)
        for field, value in ((self._baseline, goal.baseline), (self._target, goal.target)):
            field.measure_by(goal.measure, goal.unit)
            field.show_value(value)
        self._tell()

    def _make_fields(self) -> None:
        locale = self._context.locale
        self._title = QLineEdit()
        self._title.setPlaceholderText("what will be different")
        self._skill = QComboBox()
        self._skill.addItem("no one skill", None)
        for skill_id, name in self._form.skills:
            self._skill.addItem(name, skill_id)
        self._measure = MeasureChoice()
        self._unit = QLineEdit()
        self._baseline, self._target = ValueField(locale.name), ValueField(locale.name)
        self._due = DayInSentence(_proposed_day(self._today), today=self._today, locale=locale.qt)
        self._how, self._why = GrowingLine(), GrowingLine()
        self._how.setPlaceholderText("what one will see or hear")
        self._why.setPlaceholderText("what it is good for, in their words")

    def _say_it(self) -> None:
        self.say(f"{self._form.first_name} will move")
        self._ask("title", "What will move", self._title)
        self.say(", a matter of")
        self._ask("skill_id", "Skill", self._skill)
        self.say(", measured by")
        self._ask("measure", "Measured by", self._measure)
        self._of = self.say("of")
        self._ask("unit", "Of what", self._unit)
        self.say(", from")
        self._ask("baseline", "From", self._baseline)
        self.say("to")
        self._ask("target", "To", self._target)
        self.say("by")
        self._ask("due_on", "By", self._due)
        self.say(",")
        self._away = self.say("…", "muted")[0]
        self.say(", seen in")
        self._ask("how", "Seen in", self._how, long=True)
        self.say(", because")
        self._ask("why", "Because", self._why, long=True)
        self.say(".")

    def _ask(
        self, key: str, label: str, entry: QLineEdit | QComboBox | DateField | GrowingLine, *, long: bool = False
    ) -> None:
        self.blanks[key] = self.ask(Blank(label, entry, name=f"goalEditor.{key}", long=long))

    def _connect(self) -> None:
        for field in (self._unit, self._baseline, self._target):
            field.textChanged.connect(self._tell)
        self._title.textChanged.connect(self._on_title)
        for line in (self._how, self._why):
            line.textChanged.connect(self._tell)
        self._skill.activated.connect(self._on_skill_chosen)
        self._skill.currentIndexChanged.connect(self._on_skill)
        self._due.day_changed.connect(self._tell)
        self._measure.currentIndexChanged.connect(self._on_measure)

    def _on_title(self) -> None:
        if not self._chosen_by_hand:
            named = skill_named_in(self._title.text(), self._form.skills)
            self._skill.setCurrentIndex(max(self._skill.findData(named), 0))
        self._tell()

    def _on_skill_chosen(self) -> None:
        self._chosen_by_hand = True

    def _on_skill(self) -> None:
        self._tell()
        self.about.emit()

    def _on_measure(self) -> None:
        counts = self._measure.computed_from is None and self._measure.measure in _COUNTED
        for part in (*self._of, self.blanks["unit"]):
            part.setVisible(counts)
        self._unit.setPlaceholderText("meetings" if self._measure.measure is Measure.PER_WEEK else "days")
        for field in (self._baseline, self._target):
            field.measure_by(self._measure.measure, self.unit)
        self._tell()
        self.about.emit()

    def _tell(self) -> None:
        """Say how far away the day is, and the whole sentence to who does not see it."""
        days = (self._due.chosen_day - self._today).days
        self._away.setText(f"in {length_of_days(days)}" if days > 0 else "a day that is over")
        self.setAccessibleName(self.words())
        self.changed.emit()

    def words(self) -> str:
        """The sentence as it stands."""
        start, target = (self._value_words(field) for field in (self._baseline, self._target))
        by = self._context.locale.long_day(self._due.chosen_day)
        how, why = self._how.words, self._why.words
        return goal_sentence(GoalWords(self._form.first_name, self._what(), start, target, by, how, why))

    def _value_words(self, field: ValueField) -> str:
        value, measure = field.value_so_far(), self._measure.measure
        if value is None:
            return "…"
        return value_words(format_value(value, measure, self.unit, self._context.locale.name), measure, self.unit)

    def _what(self) -> str:
        """The title; a skill that is chosen alone gives the goal its name."""
        return self._title.text().strip() or (self._skill.currentText() if self.skill_id is not None else "")


def _proposed_day(today: date) -> date:
    this = quarter_of(today)
    quarter = this if (this.last_day - today).days >= LEAST_DAYS else quarter_of(this.end)
    return quarter.last_day
