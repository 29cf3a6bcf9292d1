"""The ways through the window: to its places, and to what is begun from any of them."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.context import Context
from ui.navigation import Pages
from ui.own_windows import OwnWindows
from ui.pages import Place
from ui.sidebar import Sidebar
from ui.widgets.palette import Palette

if TYPE_CHECKING:  # asked for only once the journal is open
    from datetime import date

    from coachjournal.queries.meetings import Meeting
    from coachjournal.queries.signals import OpenSignal
    from coachjournal.rules.conversation import ConversationKind
    from coachjournal.rules.deal import Outcome
    from coachjournal.rules.period import Period
    from coachjournal.rules.signals.finding import Finding
    from ui.screens.screen import Screen

TODAY, REP, CONVERSATION, BRIEF, SIGNALS = "today", "rep", "conversation", "brief", "signals"


class Ways(QObject):
    """The Navigator of every page."""

    def __init__(self, pages: Pages, sidebar: Sidebar, own_windows: OwnWindows, palette: Palette) -> None:
        super().__init__(pages)
        self._pages, self._sidebar, self._own_windows, self._palette = pages, sidebar, own_windows, palette
        self._context: Context | None = None

    def attach(self, context: Context) -> None:
        self._context = context

    # --------------------------------------------------------------------------------------- going places

    def open_page(self, name: str) -> None:
        self._pages.go(Place(name))

    def open_rep(self, rep_id: int, tab: str = "") -> None:
        def bring_up(screen: "Screen") -> None:
            from ui.screens.rep import RepScreen

            if isinstance(screen, RepScreen):
                screen.show_list(tab)

        self._pages.go(Place(REP, rep_id), bring_up if tab else None)

    def open_brief(self, rep_id: int) -> None:
        self._pages.go(Place(BRIEF, rep_id))

    def open_conversation(self, conversation_id: int, words: str = "") -> None:
        def show_first(screen: "Screen") -> None:
            from ui.screens.conversation import ConversationScreen

            if isinstance(screen, ConversationScreen):
                screen.show_first(words)

        self._pages.go(Place(CONVERSATION, conversation_id), show_first)

    def open_signals(self, rep_id: int | None = None) -> None:
        def narrow(screen: "Screen") -> None:
            from ui.screens.signals import SignalsScreen

            if isinstance(screen, SignalsScreen):
                screen.show_rep(rep_id)

        self._pages.go(Place(SIGNALS), narrow)

    def open_signal(self, signal: "OpenSignal | Finding") -> None:
        def choose(screen: "Screen") -> None:
            from ui.screens.signals import SignalsScreen

            if isinstance(screen, SignalsScreen):
                screen.show_signal(signal)

        self._pages.go(Place(SIGNALS), choose)

    def open_in_own_window(self, conversation_id: int) -> None:
        self._own_windows.open(self._opened, Place(CONVERSATION, conversation_id))

    def open_deal(self, deal_id: int) -> None:
        self._pages.go(Place("deals", deal_id))

    def show_deals(self, *, rep_id: int | None, outcome: "Outcome | None", period: "Period | None") -> None:
        def narrow(screen: "Screen") -> None:
            from ui.screens.deals import DealsScreen

            if isinstance(screen, DealsScreen):
                screen.show_rows(rep_id, outcome, period)

        self._pages.go(Place("deals"), narrow)

    def show_week(self, day: "date") -> None:
        def turn_to(screen: "Screen") -> None:
            from ui.screens.time import TimeScreen

            if isinstance(screen, TimeScreen):
                screen.show_week(day)

        self._pages.go(Place("time"), turn_to)

    def search_journal(self, words: str = "") -> None:
        def look_for(screen: "Screen") -> None:
            from ui.screens.journal import JournalScreen

            if isinstance(screen, JournalScreen):
                screen.look_for(words)

        self._pages.go(Place("journal"), look_for)

    def go_back(self) -> None:
        if not self._pages.back():
            self.open_page(TODAY)

    def step_rep(self, lines: int) -> None:
        """The rep above or below in the side, or their brief where one is in sight; from another page first or last."""
        reps, here = self._sidebar.rep_ids, self._rep_here
        show = self.open_brief if self._pages.bound_for.page == BRIEF else self.open_rep
        if here in reps:
            show(reps[(reps.index(here) + lines) % len(reps)])
        elif reps:
            show(reps[0 if lines > 0 else -1])

    def open_palette(self) -> None:
        self._palette.open()

    # -------------------------------------------------------------------------------------------- writing

    def log_conversation(self, rep_id: int | None = None) -> None:
        from ui.editors.quick_log import QuickLog

        QuickLog(self._opened, rep_id=rep_id or self._rep_here).open()

    def begin(self, kind: "ConversationKind", rep_id: int, deal_ids: Iterable[int] = ()) -> None:
        from coachjournal.commands.begun import begin_conversation

        self._opened.do(begin_conversation, self._open_begun, rep_id=rep_id, kind=kind, deal_ids=tuple(deal_ids))

    def begin_meeting(self, meeting: "Meeting") -> None:
        from coachjournal.commands.begun import begin_planned
        from coachjournal.commands.meeting import begin_meeting

        if meeting.held and meeting.conversation_id is not None:
            self.open_conversation(meeting.conversation_id)
        elif meeting.series_id is not None and meeting.original_on is not None:
            series_id, original_on = meeting.series_id, meeting.original_on
            self._opened.do(begin_meeting, self._open_begun, series_id=series_id, original_on=original_on)
        elif meeting.conversation_id is not None:
            self._opened.do(begin_planned, self._open_begun, conversation_id=meeting.conversation_id)

    def start(self, kind: "ConversationKind") -> None:
        """Begin with the rep whose page is in sight; elsewhere the quick log asks with whom."""
        from ui.editors.quick_log import QuickLog

        here = self._rep_here
        if here is not None:
            self.begin(kind, here)
        else:
            QuickLog(self._opened, kind=kind).open()

    def raise_next_time(self) -> None:
        """Note what to raise with the rep in sight, or with one to be named."""
        from ui.editors.raise_next_time import RaiseNextTime

        screen = self._pages.made(self._pages.place.page)
        RaiseNextTime(self._opened, rep_id=screen.rep_in_sight() if screen else None).open()

    def coach(self, signal: "OpenSignal") -> None:
        from ui.editors.coach_this import CoachThis

        CoachThis(self._opened, signal=signal).open()

    def plan_coaching(self, rep_id: int | None = None) -> None:
        from ui.editors.coach_this import CoachThis

        CoachThis(self._opened, rep_id=rep_id or self._rep_here).open()

    def meet(self, rep_id: int | None = None) -> None:
        from ui.editors.meeting import MeetingEditor

        MeetingEditor(self._opened, rep_id or self._rep_here).open()

    def plan_ride_along(self, rep_id: int | None = None) -> None:
        """Plan a day in the field, with the rep in sight; then its page opens."""
        from ui.editors.ride_along_plan import RideAlongPlan

        RideAlongPlan(self._opened, rep_id or self._rep_here, self._open_ride_along).open()

    def go_on_ride_along(self) -> None:
        """On the page of a ride-along to its next call, from elsewhere to that of today or the next; else plan one."""
        from coachjournal.queries.ride_along import ride_along_at_hand

        if self._pages.place.page == CONVERSATION and _next_call(self._pages.made(CONVERSATION)):
            return
        ride = self._opened.journal.ask(ride_along_at_hand)
        if ride is None:
            self.plan_ride_along()
        else:
            self._open_ride_along(ride)

    def save_briefs(self) -> None:
        """Save the briefs of all of today's one-on-ones as one PDF."""
        from ui.exporting import export_briefs_today

        export_briefs_today(self._opened)

    def import_deals(self, file: Path | None = None) -> None:
        from ui.editors.import_deals import ImportDeals

        ImportDeals(self._opened, file).open()

    def load_sample(self) -> None:
        """Fourteen months take a moment to write, so they are written in the lane."""
        from coachjournal.commands.sample import load_sample_team

        self._opened.messages.note("Writing the sample team…")
        self._opened.worker.run(
            lambda _task: self._opened.journal.do(load_sample_team), lambda _answer: self.open_page(TODAY)
        )

    # --------------------------------------------------------------------------------------------- inside

    @property
    def _opened(self) -> Context:
        """The context; what asks for it can only be reached once the journal is open."""
        if self._context is None:
            raise RuntimeError("the journal is not open yet")
        return self._context

    @property
    def _rep_here(self) -> int | None:
        """The rep whose page is in sight, or will be at once."""
        place = self._pages.bound_for  # keys pressed quickly do not wait for the page
        return place.item if place.page in {REP, BRIEF} else None

    def _open_begun(self, conversation_id: int) -> None:
        """A brief turns into its conversation: from that, the way back leads to where the brief was opened."""
        if self._pages.place.page == BRIEF:
            self._pages.turn_into(Place(CONVERSATION, conversation_id))
        else:
            self.open_conversation(conversation_id)

    def _open_ride_along(self, ride: int) -> None:
        self._pages.go(Place(CONVERSATION, ride), _next_call)


def _next_call(screen: "Screen | None") -> bool:
    from ui.screens.conversation import ConversationScreen

    return isinstance(screen, ConversationScreen) and screen.next_call()
