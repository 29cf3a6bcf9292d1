"""The tabs below the timeline: goals, skills, talks, deals, commitments, to raise, signals. Each asks when in sight."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from coachjournal.queries.rep_deals import DealRow, rep_deals
from coachjournal.queries.rep_page import (
    ConversationRow,
    RepCommitment,
    RepPage,
    rep_commitments,
    rep_conversations,
)
from ui.context import Context
from ui.screens.rep_agenda import RepAgenda
from ui.screens.rep_columns import commitment_columns, conversation_columns, deal_columns
from ui.screens.rep_commitments import CommitmentSteps
from ui.screens.rep_goals import Goals
from ui.screens.rep_list import RepList
from ui.screens.rep_meetings import RepMeetings
from ui.screens.rep_signals import RepSignals
from ui.screens.rep_skills import Skills
from ui.widgets.buttons import PlainButton, QuietButton
from ui.widgets.choices import TabbedSheet
from ui.widgets.row_keys import RowKeys
from ui.widgets.sheet import EmptyState


class Conversations(RepList[ConversationRow]):
    """Enter opens one."""

    def __init__(self, context: Context) -> None:
        empty = EmptyState(
            "Every conversation with the rep stands here, five minutes in the corridor too.",
            "New conversation",
            self._log,
        )
        super().__init__(
            context,
            conversation_columns(context.locale),
            lambda talk: talk.conversation_id,
            empty,
            name="conversations",
            label="Conversations",
        )
        self.table.opened.connect(lambda talk: context.navigator.open_conversation(talk.conversation_id))

    def ask(self, page: RepPage) -> tuple[ConversationRow, ...]:
        return self.context.journal.ask(rep_conversations, rep_id=page.rep.rep_id, most=self.most)

    def more(self, page: RepPage) -> str:
        return self.rest(page.conversations)

    def _log(self) -> None:
        if self.page is not None:
            self.context.navigator.log_conversation(self.page.rep.rep_id)


class Deals(RepList[DealRow]):
    """Open deals first; Enter opens one."""

    def __init__(self, context: Context) -> None:
        empty = EmptyState(
            "The rep’s deals stand here once they are imported from your CRM.",
            "Import deals…",
            context.navigator.import_deals,
        )
        super().__init__(
            context, deal_columns(context.locale), lambda deal: deal.deal_id, empty, name="deals", label="Deals"
        )
        self.table.opened.connect(lambda deal: context.navigator.open_deal(deal.deal_id))

    def ask(self, page: RepPage) -> tuple[DealRow, ...]:
        return self.context.journal.ask(rep_deals, rep_id=page.rep.rep_id, most=self.most)

    def more(self, page: RepPage) -> str:
        return self.rest(page.deals)


class Commitments(RepList[RepCommitment]):
    """Open ones first. K kept, N not kept, M move, D drop, O open again; Enter changes one."""

    def __init__(self, context: Context) -> None:
        empty = EmptyState("What the rep will do, and by when. Add the first one beside the timeline, above.")
        self._steps = CommitmentSteps(context)
        super().__init__(
            context,
            commitment_columns(lambda: self._steps.rep, context.locale),
            lambda row: row.commitment_id,
            empty,
            name="commitments",
            label="Commitments",
        )
        self.table.setToolTip("K kept, N not kept, M move, D drop, O open again, Enter to change")
        self.table.opened.connect(self._steps.change)
        RowKeys(self.table, {letter: partial(self._on_letter, letter) for letter in "KNMDO"})
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._offer)

    def ask(self, page: RepPage) -> tuple[RepCommitment, ...]:
        self._steps.rep = page.rep.first_name
        return self.context.journal.ask(rep_commitments, rep_id=page.rep.rep_id, most=self.most)

    def more(self, page: RepPage) -> str:
        return self.rest(page.commitments)

    def _on_letter(self, letter: str) -> None:
        row = self.table.current_row()
        if row is not None and letter in (steps := self._steps.by_key(row)):
            steps[letter][1]()

    def _offer(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        if index.isValid():
            menu = self._steps.menu(self.table, self.rows.row_at(index))
            menu.popup(self.table.viewport().mapToGlobal(at))


AnyList = Goals | Skills | Conversations | Deals | Commitments | RepMeetings | RepAgenda | RepSignals


class RepLists(TabbedSheet):
    """Eight tabs, some with buttons of their own; G sets a goal and C checks in from anywhere on the page."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            name="repPage.lists",
            label="Goals, skills, conversations, deals, commitments, meetings, what to raise and signals",
        )
        self._page: RepPage | None = None
        self._stale: set[str] = set()
        self.goals = Goals(context)
        self._agenda = RepAgenda(context)
        self._signals = RepSignals(context)
        self._signals.counted.connect(lambda count: self.tabs.count_of("signals", count))
        self._lists: dict[str, AnyList] = {}
        self._more = QuietButton("", self._show_all, name="repPage.showAll")
        self.add_action(self._more)
        self._check_in = PlainButton("Check in", self._on_check_in, name="repPage.checkIn", hint="C")
        set_goal = PlainButton("Set a goal", self._set_goal, name="repPage.newGoal", hint="G")
        skills, meetings = Skills(context), RepMeetings(context)
        self._add("goals", "Goals", self.goals, (set_goal, self._check_in))
        self._add("skills", "Skills", skills, skills.buttons)
        self._add("conversations", "Conversations", Conversations(context))
        self._add("deals", "Deals", Deals(context))
        self._add("commitments", "Commitments", Commitments(context))
        self._add("meetings", "Meetings", meetings, meetings.buttons)
        self._add("agenda", "To raise", self._agenda)
        self._add("signals", "Signals", self._signals)
        QShortcut(QKeySequence("G"), self, self._set_goal)
        QShortcut(QKeySequence("C"), self, self._on_check_in)
        self.tabs.chosen.connect(lambda _key: self._load())

    def show_page(self, page: RepPage) -> None:
        self._page = page
        self._stale = set(self._lists) - {"agenda"}
        self.tabs.count_of("goals", len(page.goals))
        self.tabs.count_of("conversations", page.conversations)
        self.tabs.count_of("deals", page.deals)
        self.tabs.count_of("commitments", page.commitments)
        self._agenda.show_page(page)
        self.tabs.count_of("agenda", self._agenda.count)
        self._check_in.setEnabled(bool(page.goals))
        if self.tabs.choice != "signals":
            self._signals.expect(page)
        self._load()

    def choose(self, tab: str) -> None:
        self.tabs.choose(tab)
        self.tabs.setFocus()

    def _add(self, key: str, title: str, rows: AnyList, actions: Sequence[QWidget] = ()) -> None:
        self.add_tab(key, title, rows, actions)
        self._lists[key] = rows

    def _load(self) -> None:
        """Ask for the list in sight, if it changed since it was asked for."""
        key = self.tabs.choice
        if self._page is not None and key in self._stale:
            self._stale.discard(key)
            self._lists[key].show_page(self._page)
        self._offer_more()

    def _show_all(self) -> None:
        self._lists[self.tabs.choice].show_all()
        self._offer_more()

    def _offer_more(self) -> None:
        words = "" if self._page is None else self._lists[self.tabs.choice].more(self._page)
        self._more.say(words)
        self._more.setVisible(bool(words))

    def _set_goal(self) -> None:
        self.goals.new_goal()

    def _on_check_in(self) -> None:
        self.goals.check_in()
