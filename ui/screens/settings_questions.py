"""Settings: the questions that stand beside a conversation, set by set."""

from PySide6.QtWidgets import QComboBox, QSpinBox

from coachjournal.commands.question_set import (
    add_question,
    add_question_set,
    move_question,
    move_question_set,
    put_back_question_set,
    put_back_question_sets,
    take_out_question,
    take_out_question_set,
    write_question,
    write_question_set,
)
from coachjournal.queries.settings_page import SetOfQuestions, SetQuestion, question_sets
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.names import numbered
from coachjournal.rules.question_set import FOR_ALL_KINDS
from ui.context import Context
from ui.screens.settings_section import SettingsSection, begin, buttons, column, halves, show_in
from ui.widgets.buttons import PlainButton, QuietButton
from ui.widgets.field import Field
from ui.widgets.ordered_list import OrderedList, OrderedRow
from ui.widgets.text import Text

_NEW_SET, _NEW_QUESTION = "New set", "A new question"
_LONGEST = 3650
_HOW = "Alt+Up and Alt+Down move a row, Del takes it out. {rep} becomes the rep’s first name."


class QuestionsSection(SettingsSection):
    """Sets at the left, the chosen set and its questions at the right."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, name="settings.questions")
        self._sets: dict[int, SetOfQuestions] = {}
        self._shown = self._asked = 0
        self.sets = OrderedList(name="settings.questions.sets", label="Question sets")
        self.questions = OrderedList(name="settings.questions.list", label="Questions of this set")
        self._make_fields()
        self._make_buttons()
        self._lay_out()
        self._connect()

    def show_page(self) -> None:
        found = self.context.journal.ask(question_sets)
        self._sets = {each.question_set_id: each for each in found}
        self.sets.show_rows(OrderedRow(each.question_set_id, each.name) for each in found)
        self._show_set(self.sets.key)

    # ------------------------------------------------------------------------------------------- building

    def _make_fields(self) -> None:
        self._name = self.words("name", "Name of the set", self._keep_name)
        self._use = QComboBox()
        self._use.addItem("Every kind of conversation", FOR_ALL_KINDS)
        for kind in ConversationKind:
            self._use.addItem(kind.label, kind.value)
        self._used_for = Field("Asked in", self._use, name="settings.questions.used_for")
        self._text = self.words("text", "Question", self._keep_text)
        self._days = QSpinBox()
        self._days.setRange(0, _LONGEST)
        self._days.setSuffix(" days")
        self._days.setSpecialValueText("never")
        self._stale = Field("Answers go stale after", self._days, name="settings.questions.stale_days")

    def _make_buttons(self) -> None:
        name = "settings.questions"
        self._add_set = PlainButton("Add a set", self._on_add_set, name=f"{name}.addSet")
        self._out_set = QuietButton("Take this set out", self._on_out_set, name=f"{name}.takeOutSet")
        self._back_all = QuietButton("Put back all that shipped", self._on_back_all, name=f"{name}.putBackAll")
        self._back_set = QuietButton("Put this set back as it shipped", self._on_back_set, name=f"{name}.putBack")
        self._add = PlainButton("Add a question", self._on_add, name=f"{name}.add")
        self._out = QuietButton("Take this question out", self._on_out, name=f"{name}.takeOut")

    def _lay_out(self) -> None:
        left = column(self.sets, buttons(self._add_set, self._out_set), buttons(self._back_all))
        right = column(
            *(self._name, self._used_for, self.questions, self._text, self._stale),
            *(buttons(self._add, self._out), buttons(self._back_set)),
        )
        self.rows.addWidget(Text(_HOW, "muted", wrap=True))
        self.rows.addWidget(halves(left, right), 1)

    def _connect(self) -> None:
        self.sets.pointed.connect(self._show_set)
        self.sets.moved.connect(
            lambda by: self.context.do(move_question_set, question_set_id=self._shown, by=by) if self._shown else None
        )
        self.sets.removed.connect(self._on_out_set)
        self.questions.pointed.connect(self._show_question)
        self.questions.moved.connect(
            lambda by: self.context.do(move_question, question_id=self._asked, by=by) if self._asked else None
        )
        self.questions.removed.connect(self._on_out)
        self._use.activated.connect(lambda _at: self._keep_use())
        self._days.editingFinished.connect(self._keep_days)

    # ------------------------------------------------------------------------------------------- showing

    def _show_set(self, question_set_id: int) -> None:
        shown = self._sets.get(question_set_id)
        anew, self._shown = question_set_id != self._shown, question_set_id
        for widget in (self._name, self._used_for, self.questions, self._add, self._out_set):
            widget.setEnabled(shown is not None)
        self._back_set.setEnabled(shown is not None and shown.ships)
        if shown is None:
            self.questions.show_rows(())
            return
        show_in(self._name, shown.name, anew=anew)
        self._use.setCurrentIndex(self._use.findData(shown.used_for))
        self.questions.show_rows(OrderedRow(each.question_id, each.text) for each in shown.questions)
        self._show_question(self.questions.key)

    def _show_question(self, question_id: int) -> None:
        asked = self._question(question_id)
        anew, self._asked = question_id != self._asked, question_id
        for widget in (self._text, self._stale, self._out):
            widget.setEnabled(asked is not None)
        show_in(self._text, "" if asked is None else asked.text, anew=anew)
        if anew or not self._days.hasFocus():
            self._days.setValue(0 if asked is None else asked.stale_days or 0)
            self._stale.settle()

    def _question(self, question_id: int) -> SetQuestion | None:
        shown = self._sets.get(self._shown)
        questions = () if shown is None else shown.questions
        return next((each for each in questions if each.question_id == question_id), None)

    # ------------------------------------------------------------------------------------------- keeping

    def _keep_name(self, name: str) -> bool:
        used_for = self._sets[self._shown].used_for
        return self.keep(self._name, write_question_set, question_set_id=self._shown, name=name, used_for=used_for)

    def _keep_use(self) -> None:
        name, used_for = self._sets[self._shown].name, str(self._use.currentData())
        self.keep(self._used_for, write_question_set, question_set_id=self._shown, name=name, used_for=used_for)

    def _keep_text(self, text: str) -> bool:
        asked = self._question(self._asked)
        if asked is None:
            return True
        return self.keep(self._text, write_question, question_id=self._asked, text=text, stale_days=asked.stale_days)

    def _keep_days(self) -> None:
        asked, days = self._question(self._asked), self._days.value() or None
        if asked is not None and days != asked.stale_days:
            self.keep(self._stale, write_question, question_id=self._asked, text=asked.text, stale_days=days)

    # ------------------------------------------------------------------------------------------- adding, taking out

    def _on_add_set(self) -> None:
        name = numbered(_NEW_SET, (each.name for each in self._sets.values()))
        self.context.do(add_question_set, self._on_added_set, name=name)

    def _on_added_set(self, question_set_id: int) -> None:
        self.sets.choose(question_set_id)
        begin(self._name)

    def _on_add(self) -> None:
        self.context.do(add_question, self._on_added, question_set_id=self._shown, text=_NEW_QUESTION)

    def _on_added(self, question_id: int) -> None:
        self.questions.choose(question_id)
        begin(self._text)

    def _on_out_set(self) -> None:
        if self._shown:
            self.context.do(take_out_question_set, question_set_id=self._shown)

    def _on_out(self) -> None:
        if self._asked:
            self.context.do(take_out_question, question_id=self._asked)

    def _on_back_set(self) -> None:
        self.context.do(put_back_question_set, question_set_id=self._shown)

    def _on_back_all(self) -> None:
        self.context.do(put_back_question_sets)
