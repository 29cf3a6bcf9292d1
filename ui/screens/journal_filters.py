"""Which conversations the journal shows: words, a rep, a kind, a period. All but the words are remembered."""

from datetime import timedelta
from enum import StrEnum

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QVBoxLayout, QWidget

from coachjournal.queries.journal_page import Filter
from coachjournal.queries.reps import ListedRep
from coachjournal.queries.settings import settings
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.period import Period, last_days, quarter_of, week_of, year_back
from ui.context import Context
from ui.widgets.buttons import QuietButton, spoken_key
from ui.widgets.flow import Flow
from ui.widgets.name_choice import NameChoice
from ui.widgets.search_field import SearchField
from ui.widgets.text import Text

_TYPING_MS = 90
"""A pause this long ends a word: what is typed on the way there is not worth looking for."""
_A_MONTH = 30
_NAME = 14
"""Characters of a rep's name that are seen."""


class Span(StrEnum):
    """The periods to choose from, all ending today or before."""

    ALL = ""
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    LAST_QUARTER = "last_quarter"
    YEAR = "year"


_SPANS = {
    Span.ALL: "Any time",
    Span.WEEK: "This week",
    Span.MONTH: "Last 30 days",
    Span.QUARTER: "This quarter",
    Span.LAST_QUARTER: "Last quarter",
    Span.YEAR: "Last 12 months",
}


class JournalFilters(QWidget):
    """`changed` is emitted when a person chose something else."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.words = SearchField(name="journal.words", label="Words in the notes")
        self.words.setPlaceholderText(f"Words in the notes, or rep: kind: deal: after: ({spoken_key('Ctrl+F')})")
        self.understood = Text("", "muted", wrap=True)
        """What the filters that were typed are taken for."""
        self.understood.setObjectName("journal.understood")
        self.understood.hide()
        self._rep = NameChoice(characters=_NAME, name="journal.rep", label="Rep")
        self._rep.add_name("Everybody", "")
        self._kind = _combo(
            "journal.kind", "Kind", [("", "Every kind"), *((kind.value, kind.label) for kind in ConversationKind)]
        )
        self._span = _combo("journal.period", "Period", [(span.value, words) for span, words in _SPANS.items()])
        self._clear = QuietButton("Show all", self.clear, name="journal.showAll")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._lay_out()
        self._restore()
        self._connect()

    @property
    def chosen(self) -> Filter:
        rep_id = self._rep.currentData()
        return Filter(
            rep_id=int(rep_id) if rep_id else None,
            kind=ConversationKind(self._kind.currentData()) if self._kind.currentData() else None,
            period=self._period(Span(self._span.currentData())),
            words=self.words.text().strip(),
            locale=self._context.locale.name,
        )

    @property
    def is_typing(self) -> bool:
        """Whether something was typed that was not looked for yet."""
        return self._typing.isActive()

    @property
    def rep(self) -> str:
        """The name of the chosen rep, "" for everybody."""
        return self._rep.currentText() if self._rep.currentData() else ""

    def show_reps(self, reps: tuple[ListedRep, ...]) -> None:
        """Offer these reps and keep the choice, if it is still among them."""
        wanted = self._rep.currentData() or str(self._context.settings.value("journal/rep", ""))
        self._rep.blockSignals(True)
        while self._rep.count() > 1:
            self._rep.removeItem(1)
        for rep in reps:
            self._rep.add_name(rep.rep, str(rep.rep_id))
        self._rep.setCurrentIndex(max(self._rep.findData(wanted), 0))
        self._rep.blockSignals(False)

    def stand(self, *, wide: bool) -> None:
        """The words beside the choices, or above them."""
        self._rows.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def understand(self, words: str) -> None:
        self.understood.setText(words)
        self.understood.setVisible(bool(words))

    def clear_words(self) -> None:
        self.words.clear()
        self._on_chosen()

    def look_now(self) -> None:
        """Do not wait for a pause in typing."""
        if self.is_typing:
            self._on_chosen()

    def look_for(self, words: str) -> None:
        """These words among all conversations, whatever was chosen before."""
        for combo in (self._rep, self._kind, self._span):
            combo.setCurrentIndex(0)
        self.words.setText(words)
        self._on_chosen()

    def clear(self) -> None:
        """Let everything through."""
        for combo in (self._rep, self._kind, self._span):
            combo.setCurrentIndex(0)
        self.words.clear()
        self._on_chosen()

    def _period(self, span: Span) -> Period | None:
        today = self._context.journal.clock.today()
        match span:
            case Span.ALL:
                return None
            case Span.WEEK:
                return week_of(today, self._context.journal.ask(settings).week_start)
            case Span.MONTH:
                return last_days(today, _A_MONTH)
            case Span.QUARTER:
                return quarter_of(today)
            case Span.LAST_QUARTER:
                return quarter_of(quarter_of(today).start - timedelta(days=1))
            case Span.YEAR:
                return year_back(today)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rows.setSpacing(8)
        whole.addLayout(self._rows)
        whole.addWidget(self.understood)
        self._rows.addWidget(self.words, 1)
        choices = Flow()
        for widget in (self._rep, self._kind, self._span, self._clear):
            choices.addWidget(widget)
        self._rows.addLayout(choices)

    def _restore(self) -> None:
        for key, combo in (("kind", self._kind), ("period", self._span)):
            combo.setCurrentIndex(max(combo.findData(str(self._context.settings.value(f"journal/{key}", ""))), 0))
        self._clear.setVisible(not self.chosen.lets_all_through)

    def _connect(self) -> None:
        for combo in (self._rep, self._kind, self._span):
            combo.activated.connect(lambda _at: self._on_chosen())
        self.words.textChanged.connect(lambda _text: self._typing.start())
        self._typing.timeout.connect(self._on_chosen)

    def _on_chosen(self) -> None:
        self._typing.stop()
        for key, combo in (("rep", self._rep), ("kind", self._kind), ("period", self._span)):
            self._context.settings.setValue(f"journal/{key}", combo.currentData())
        self._clear.setVisible(not self.chosen.lets_all_through)
        self.changed.emit()


def _combo(name: str, label: str, choices: list[tuple[str, str]]) -> QComboBox:
    combo = QComboBox()
    combo.setObjectName(name)
    combo.setAccessibleName(label)
    for key, words in choices:
        combo.addItem(words, key)
    return combo
