"""What stands on the page of signals where there are none: what belongs there, and what the rules still wait for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachjournal.queries.waiting_rules import WaitingRule, waiting_rules
from coachjournal.rules.names import first_name
from coachjournal.rules.signals.words import title
from ui.context import Context
from ui.widgets.buttons import PlainButton, spoken_key
from ui.widgets.rows import Definition, DefinitionRows
from ui.widgets.table import INDENT
from ui.widgets.text import SectionTitle, Text

NO_TEAM = "What the numbers say about your team stands here. A name is enough to begin: {}."


class SignalsEmpty(QWidget):
    """`show_all` is wanted where the filter alone leaves nothing."""

    show_all = Signal()

    def __init__(self, context: Context, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._context = context
        self._sentence = Text("", "muted", wrap=True)
        self._all = PlainButton("Show all", self.show_all.emit, name=f"{name}.showAll")
        self._title = SectionTitle("What still waits for more", "how much each needs")
        self._waiting = DefinitionRows(name=f"{name}.waiting")
        column = QVBoxLayout(self)
        column.setContentsMargins(INDENT, 8, INDENT, 8)
        column.setSpacing(12)
        for widget in (self._sentence, self._all, self._title, self._waiting):
            column.addWidget(widget)
        column.addStretch(1)

    def say(self, sentence: str, *, all_left_out: bool, waiting: bool, team: bool) -> None:
        """Say why there is nothing; with `waiting` also which rules have too little to go by."""
        if not team:
            sentence = NO_TEAM.format(spoken_key("Ctrl+Shift+N"))
        self._sentence.setText("No signal fits the filter." if all_left_out else sentence)
        self._all.setVisible(all_left_out)
        rules = self._context.journal.ask(waiting_rules) if waiting and team and not all_left_out else ()
        self._title.setVisible(bool(rules))
        self._waiting.setVisible(bool(rules))
        self._waiting.show_rows(_told(rule) for rule in rules)


def _told(rule: WaitingRule) -> Definition:
    has = f"{first_name(rule.rep)} has {rule.has}" if rule.has else "none yet"
    return Definition(title(rule.rule), f"{rule.needs} {rule.unit},", has)
