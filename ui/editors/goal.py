"""A development goal: from where to where, by when, and why. A sentence reads back what is set."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout

from coachjournal.commands.goal import GoalFields, delete_goal, edit_goal, set_goal
from coachjournal.queries.goal_editor import GoalDetails, GoalForm, goal_form
from coachjournal.rules.goal import GoalStatus, Measure
from coachjournal.rules.goal_from_deals import MEASURED_IN
from coachjournal.rules.goal_values import format_value
from coachjournal.rules.period import quarter_of
from coachjournal.rules.words import length_of_days
from ui.context import Context
from ui.editors.editor import Editor
from ui.editors.end_goal import EndGoal
from ui.editors.goal_check_ins import CheckIns
from ui.editors.goal_values import MeasureChoice, ValueField
from ui.widgets.buttons import QuietButton
from ui.widgets.date_field import DateField
from ui.widgets.text import Text

LEAST_DAYS = 42
"""A new goal is proposed for the end of a quarter, but for no less than six weeks: habits need them."""
AT_MOST = 2
"""Active goals at once; more are not refused, but a word is said."""


class GoalEditor(Editor):
    """Sets a goal, or changes one and leads to its check-ins and its end."""

    def __init__(self, context: Context, *, rep_id: int, goal_id: int | None = None) -> None:
        form = context.journal.ask(goal_form, rep_id=rep_id, goal_id=goal_id)
        title = "Change a goal" if goal_id else f"A goal with {form.first_name}"
        finish, keeps = "Save" if goal_id else "Set the goal", str(goal_id or f"new.{rep_id}")
        super().__init__(context, title, name="goalEditor", finish=finish, keeps=keeps)
        self._form = form
        self._make_fields()
        self._lay_out()
        if form.goal is not None:
            self._show(form.goal)
            self._add_ways_on(form.goal, form)
        elif form.active >= AT_MOST:
            self.form.addWidget(_advice(form))
        self._connect()
        self._on_measure()
        self._read_back()
        self._title.setFocus()

    def save(self) -> None:
        goal, fields = self._form.goal, self._typed()
        if goal is None:
            self.context.journal.do(set_goal, rep_id=self._form.rep_id, **fields)
        else:
            self.context.journal.do(edit_goal, goal_id=goal.goal_id, **fields)

    def _make_fields(self) -> None:
        locale = self.context.locale
        self._title = QLineEdit()
        self._title.setPlaceholderText("What will be different, in a few words")
        self._skill = QComboBox()
        self._skill.addItem("No skill", None)
        for skill_id, name in self._form.skills:
            self._skill.addItem(name, skill_id)
        self._measure = MeasureChoice()
        self._unit = QLineEdit()
        self._baseline, self._target = ValueField(locale.name), ValueField(locale.name)
        today = self.context.journal.clock.today()
        self._due = DateField(_proposed_day(today), today=today, locale=locale.qt)
        self._why = QLineEdit()
        self._why.setPlaceholderText("What it is good for, in the rep’s words")
        self._sentence = Text("", "muted", wrap=True)
        self._sentence.setObjectName("goalEditor.sentence")
        self._sentence.setMinimumHeight(self.fontMetrics().lineSpacing() * 2)  # so that nothing moves while typing
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _lay_out(self) -> None:
        self.add("title", "Goal", self._title)
        row = self.add_row()
        self.add("skill_id", "Skill", self._skill, beside=row)
        self.add("measure", "Measured by", self._measure, beside=row)
        self._unit_field = self.add("unit", "Of what", self._unit, beside=row)
        row = self.add_row()
        self.add("baseline", "From", self._baseline, beside=row)
        self.add("target", "To", self._target, beside=row)
        self.add("due_on", "By", self._due, beside=row)
        self.add("why", "Why it matters", self._why)
        self.form.addWidget(self._sentence)
        self._below = QVBoxLayout()
        self.form.addLayout(self._below)

    def _connect(self) -> None:
        for field in (self._title, self._unit, self._baseline, self._target):
            field.textChanged.connect(self._read_back)
        self._skill.currentIndexChanged.connect(self._read_back)
        self._due.day_changed.connect(self._read_back)
        self._measure.currentIndexChanged.connect(self._on_measure)

    def _show(self, goal: GoalDetails) -> None:
        self._title.setText(goal.title)
        self._skill.setCurrentIndex(max(self._skill.findData(goal.skill_id), 0))
        self._measure.choose(goal.measure, goal.computed_from)
        self._unit.setText("" if goal.measure is Measure.MONEY or goal.computed_from else goal.unit)
        self._due.set_day(goal.due_on)
        self._why.setText(goal.why)
        for field, value in ((self._baseline, goal.baseline), (self._target, goal.target)):
            field.measure_by(goal.measure, goal.unit)
            field.show_value(value)

    def _add_ways_on(self, goal: GoalDetails, form: GoalForm) -> None:
        self._check_ins = CheckIns(self.context, goal, form.check_ins)
        self._below.addWidget(self._check_ins)
        row = QHBoxLayout()
        if goal.status is GoalStatus.ACTIVE:
            row.addWidget(QuietButton("End it…", self._end, name="goalEditor.end"))
        row.addWidget(QuietButton("Delete", self._delete, name="goalEditor.delete"))
        row.addStretch(1)
        self._below.addLayout(row)

    @property
    def _chosen_unit(self) -> str:
        """The currency of money, what is counted of a number, nothing of a level or a percentage."""
        if self._measure.computed_from is not None:
            return MEASURED_IN[self._measure.computed_from][1]
        match self._measure.measure:
            case Measure.MONEY:
                goal = self._form.goal
                return goal.unit if goal and goal.measure is Measure.MONEY else self._form.currency
            case Measure.NUMBER | Measure.PER_WEEK:
                return self._unit.text().strip()
            case _:
                return ""

    def _typed(self) -> GoalFields:
        return GoalFields(
            title=self._title.text(),
            skill_id=self._skill.currentData(),
            measure=self._measure.measure,
            computed_from=self._measure.computed_from,
            unit=self._chosen_unit,
            baseline=self._baseline.value("baseline"),
            target=self._target.value("target"),
            due_on=self._due.chosen_day,
            why=self._why.text().strip(),
        )

    def _on_measure(self) -> None:
        counts = self._measure.computed_from is None and self._measure.measure in {Measure.NUMBER, Measure.PER_WEEK}
        self._unit_field.setVisible(counts)
        self._unit.setPlaceholderText("meetings" if self._measure.measure is Measure.PER_WEEK else "days")
        for field in (self._baseline, self._target):
            field.measure_by(self._measure.measure, self._chosen_unit)
        self._read_back()

    def _read_back(self) -> None:
        baseline, target = self._baseline.value_so_far(), self._target.value_so_far()
        if baseline is None or target is None:
            self._sentence.setText("Say where it stands and where it should lead.")
            return
        skill = f" in {self._skill.currentText().lower()}" if self._skill.currentData() else ""
        title = f"{self._title.text().strip()}: " if self._title.text().strip() else ""
        way = f"{title}{self._form.first_name} goes from {self._words(baseline)} to {self._words(target)}{skill}"
        self._sentence.setText(f"{way} by {self._by()}.")

    def _words(self, value: float) -> str:
        words = format_value(value, self._measure.measure, self._chosen_unit, self.context.locale.name)
        match self._measure.measure:
            case Measure.LEVEL:
                return f"level {words}"
            case Measure.PER_WEEK:
                return f"{words} {self._chosen_unit} a week".replace("  ", " ")
            case Measure.NUMBER:
                return f"{words} {self._chosen_unit}".rstrip()
            case _:
                return words

    def _by(self) -> str:
        day = self._due.chosen_day
        days = (day - self.context.journal.clock.today()).days
        return f"{self.context.locale.long_day(day)}" + (f", in {length_of_days(days)}" if days > 0 else "")

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


def _proposed_day(today: date) -> date:
    this = quarter_of(today)
    quarter = this if (this.last_day - today).days >= LEAST_DAYS else quarter_of(this.end)
    return quarter.last_day
