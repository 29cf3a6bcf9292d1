"""The first page of an empty journal: three ways to begin."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from coachjournal.commands.rep import add_rep
from coachjournal.errors import Rejected
from ui.context import Context
from ui.screens.screen import Screen
from ui.widgets.buttons import PlainButton, PrimaryButton
from ui.widgets.field import Field
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text


class WelcomeScreen(Screen):
    """A sample team to look at, the deals of a CRM, or the first rep by name alone."""

    title = "Welcome"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.header.say("Welcome", "this journal is empty")
        self.body.addWidget(Text(_PROMISE, wrap=True))
        steps = QHBoxLayout()
        steps.setSpacing(16)
        steps.addWidget(self._sample(), 1)
        steps.addWidget(self._deals(), 1)
        steps.addWidget(self._empty(), 1)
        self.body.addLayout(steps)
        self.body.addStretch(1)

    def load(self) -> None:
        """Nothing is asked: the journal is empty."""

    def _sample(self) -> Sheet:
        return _step(
            "Look around",
            "Seven made-up reps, fourteen months of deals, conversations and hours. One click takes them away again.",
            PrimaryButton("Try it with a sample team", self._on_sample, name="welcome.sample"),
        )

    def _deals(self) -> Sheet:
        return _step(
            "Bring your numbers",
            "A CSV file of opportunities from your CRM. You see what it would do before anything is written.",
            PlainButton("Import deals…", self.context.navigator.import_deals, name="welcome.deals"),
        )

    def _empty(self) -> Sheet:
        self._name = QLineEdit()
        self._name.setPlaceholderText("Name, Enter")
        self._field = Field("Your first rep", self._name, name="welcome.name")
        self._name.returnPressed.connect(self._on_name)
        return _step("Start empty", "A name is enough. Everything else can wait until you need it.", self._field)

    def _on_sample(self) -> None:
        self.context.navigator.load_sample()

    def _on_name(self) -> None:
        self._field.settle()
        try:
            rep_id = self.context.journal.do(add_rep, name=self._name.text())
        except Rejected as refusal:
            self._field.complain(refusal.sentence)
        else:
            self._name.clear()
            self.context.navigator.open_rep(rep_id)


_PROMISE = (
    "Coach Journal keeps your reps, your deals and your coaching in one file on this computer. "
    "It works without a network and sends nothing anywhere."
)


def _step(title: str, words: str, way: QWidget) -> Sheet:
    sheet = Sheet(title)
    sheet.add(Text(words, "muted", wrap=True))
    sheet.rows.addStretch(1)
    sheet.rows.addWidget(way, 0, Qt.AlignmentFlag(0) if isinstance(way, Field) else Qt.AlignmentFlag.AlignLeft)
    return sheet
