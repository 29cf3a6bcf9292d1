"""Settings: what notes are checked in, and the words that are right because the user says so."""

from PySide6.QtWidgets import QLineEdit

from coachjournal.commands.spelling import add_own_word, choose_spelling, put_back_spelling, remove_own_word
from coachjournal.queries.spelling import known_words
from coachjournal.rules.names import fold
from coachjournal.spelling.language import OFF, Language, language_of
from ui.context import Context
from ui.screens.settings_section import SettingsSection, buttons, column, halves
from ui.widgets.buttons import PlainButton, QuietButton
from ui.widgets.choices import ChipGroup
from ui.widgets.field import Field
from ui.widgets.ordered_list import OrderedList, OrderedRow
from ui.widgets.text import Text

_HOW = (
    "F7 in a note goes to the next word that looks wrong, Ctrl+. says what may have been meant. Names of the team, "
    "accounts, deals and skills are known."
)


class SpellingSection(SettingsSection):
    """The language, and the user's own words."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, name="settings.spelling")
        self._words: tuple[str, ...] = ()
        choices = ((OFF, "Not at all"), *((each.value, each.label) for each in Language))
        self._choice = ChipGroup(choices, name="settings.spelling.choice", label="Check spelling", wraps=True)
        self._language = Field("Check spelling", self._choice, name="settings.spelling.choice")
        self.list = OrderedList(name="settings.spelling.words", label="Your words")
        self._new = QLineEdit()
        self._new.setPlaceholderText("handraiser")
        self._word = Field("Add a word", self._new, name="settings.spelling.word", aside="Enter adds it")
        add = PlainButton("Add", self._on_add, name="settings.spelling.add", hint="Return")
        out = QuietButton("Take out", self._on_out, name="settings.spelling.takeOut", hint="Del")
        back = QuietButton("As this computer’s language is", self._on_back, name="settings.spelling.putBack")
        self._none = Text("No words of your own yet. Ctrl+. adds one from a note.", "muted", wrap=True)
        left = column(self._language, buttons(back))
        right = column(Text("Your words", "section"), self._none, self.list, self._word, buttons(add, out))
        self.rows.addWidget(Text(_HOW, "muted", wrap=True))
        self.rows.addWidget(halves(left, right), 1)
        self._choice.chosen.connect(lambda choice: context.do(choose_spelling, choice=choice))
        self._new.returnPressed.connect(self._on_add)
        self.list.removed.connect(self._on_out)

    def show_page(self) -> None:
        known = self.context.journal.ask(known_words)
        self._choice.choose(language_of(known.choice, self.context.locale.name) or OFF)
        self._words = tuple(sorted(known.own, key=fold))
        self.list.show_rows(OrderedRow(number, word) for number, word in enumerate(self._words, 1))
        self.list.setVisible(bool(self._words))
        self._none.setVisible(not self._words)

    def _on_add(self) -> None:
        if self.keep(self._word, add_own_word, word=self._new.text()):
            self._new.clear()

    def _on_out(self) -> None:
        if self.list.key:
            self.context.do(remove_own_word, word=self._words[self.list.key - 1])

    def _on_back(self) -> None:
        self.context.do(put_back_spelling)
