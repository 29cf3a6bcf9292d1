"""The brief of a one-on-one: everything to have in mind, three minutes to read, and the way into the conversation."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachjournal.queries.brief import Brief, brief
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.words import initials
from ui.context import Context
from ui.exporting import export_brief
from ui.screens.brief_deals import DealsSheet
from ui.screens.brief_goals import GoalsSheet
from ui.screens.brief_numbers import NumbersSheet
from ui.screens.brief_sheets import BrightSheet, CommitmentsSheet, ItemsSheet, NotesSheet, QuestionsSheet, SignalsSheet
from ui.screens.brief_words import head_aside
from ui.screens.screen import Screen
from ui.screens.signal_steps import note_seen
from ui.widgets.buttons import PlainButton, PrimaryButton, spoken_key
from ui.widgets.row_walk import RowWalk
from ui.widgets.stacking import Stacking

_BESIDE_FROM = 100
"""Characters of width from which the two columns fit beside each other."""
_LEFT, _RIGHT = 54, 46  # shares of the width


class BriefScreen(Screen):
    """What is talked about at the left, the rep's own first; at the right how things stand. S starts."""

    title = "One-on-one"
    topics = frozenset(
        {"rep", "quota", "deal", "deal_change", "stage", "account", "conversation", "conversation_deal", "commitment"}
        | {"agenda_item", "goal", "check_in", "skill", "rating", "field_call", "question", "question_set", "setting"}
        | {"signal", "coaching_action", "meeting_series", "series_exception", "absence", "cadence"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._rep_id: int | None = None
        self._brief: Brief | None = None
        self._columns = QWidget()
        self._walk = walk = RowWalk(self._columns)
        self._items = ItemsSheet(context, walk)
        left = (
            self._items,
            QuestionsSheet(context, walk),
            CommitmentsSheet(context, walk),
            GoalsSheet(context, walk),
            SignalsSheet(context, walk),
        )
        right = (
            BrightSheet(context, walk),
            NumbersSheet(context, walk),
            DealsSheet(context, walk),
            NotesSheet(context, walk),
        )
        self._sheets = (*left, *right)
        beside = Stacking((_column(*left), _LEFT), (_column(*right), _RIGHT), beside_from=_BESIDE_FROM)
        column = QVBoxLayout(self._columns)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(beside)
        self.body.addWidget(self._columns)
        self.body.addStretch(1)
        self._make_header()

    def open_item(self, item_id: int) -> None:
        if item_id != self._rep_id:
            self.show_top()
            for sheet in self._sheets:
                sheet.begin()
        self._rep_id = item_id
        self.refresh()

    def enter_rows(self) -> bool:
        return self._walk.enter()

    def rep_in_sight(self) -> int | None:
        return self._rep_id

    def load(self) -> None:
        told = None if self._rep_id is None else self.context.journal.ask(brief, rep_id=self._rep_id)
        there = told is not None
        self._columns.setVisible(there)
        for button in (self._save, self._start):
            button.setEnabled(there)
        if told is None:
            self.header.say("This rep is no longer in the journal", f"{spoken_key('Ctrl+Z')} may bring them back")
        elif told != self._brief:
            self.header.say(
                f"One-on-one with {told.rep.name}",
                head_aside(told, self.context.locale),
                initials=initials(told.rep.name),
            )
            for sheet in self._sheets:
                sheet.show_brief(told)
            note_seen(self.context, told.signals)
        self._brief = told

    def start(self) -> None:
        """Turn the brief into the conversation: today's meeting is taken up, else one begins now."""
        if self._brief is None:
            return
        self._items.finish()
        meeting, navigator = self._brief.meeting, self.context.navigator
        if meeting is not None and meeting.on == self._brief.made_on:
            navigator.begin_meeting(meeting)
        else:
            navigator.begin(ConversationKind.ONE_ON_ONE, self._brief.rep.rep_id)

    def save_as_pdf(self) -> None:
        if self._brief is not None:
            export_brief(self.context, self._brief)

    def _make_header(self) -> None:
        self._save = PlainButton("Save as PDF…", self.save_as_pdf, name="brief.save", key="Ctrl+P")
        self._start = PrimaryButton("Start", self.start, name="brief.start", key="S")
        self._start.setToolTip(f"S or {spoken_key('Ctrl+Return')} begins the one-on-one on a page of its own")
        for button in (self._save, self._start):
            self.header.add_action(button)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.start)
        QShortcut(QKeySequence("Esc"), self, self.context.navigator.go_back)


def _column(*sheets: QWidget) -> QWidget:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    for sheet in sheets:
        column.addWidget(sheet)
    column.addStretch(1)
    return inside
