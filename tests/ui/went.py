"""A navigator that goes nowhere and notes where it was asked to go."""

from collections.abc import Iterable
from datetime import date

from coachjournal.queries.meetings import Meeting
from coachjournal.queries.signals import OpenSignal
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.deal import Outcome
from coachjournal.rules.period import Period
from coachjournal.rules.signals.finding import Finding
from ui.context import Navigator


class Went(Navigator):
    """`to` holds the places in order: what, and which one."""

    def __init__(self) -> None:
        self.to: list[tuple[str, int | str | None]] = []

    def open_page(self, name: str) -> None:
        self.to.append(("page", name))

    def open_rep(self, rep_id: int, tab: str = "") -> None:
        self.to.append((f"rep {tab}".strip(), rep_id))

    def open_brief(self, rep_id: int) -> None:
        self.to.append(("brief", rep_id))

    def open_conversation(self, conversation_id: int, words: str = "") -> None:
        self.to.append((f"conversation {words}".strip(), conversation_id))

    def search_journal(self, words: str = "") -> None:
        self.to.append(("search", words))

    def open_deal(self, deal_id: int) -> None:
        self.to.append(("deal", deal_id))

    def show_deals(self, *, rep_id: int | None, outcome: Outcome | None, period: Period | None) -> None:
        self.to.append(("deals", f"{rep_id} {outcome} {period}"))

    def show_week(self, day: date) -> None:
        self.to.append(("week", day.isoformat()))

    def log_conversation(self, rep_id: int | None = None) -> None:
        self.to.append(("log", rep_id))

    def begin(self, kind: ConversationKind, rep_id: int, deal_ids: Iterable[int] = ()) -> None:
        self.to.append(("begin", " ".join(map(str, (kind, rep_id, *deal_ids)))))

    def begin_meeting(self, meeting: Meeting) -> None:
        self.to.append(("meeting", f"{meeting.rep_id} {meeting.kind} {meeting.on}"))

    def open_signals(self, rep_id: int | None = None) -> None:
        self.to.append(("signals", rep_id))

    def open_signal(self, signal: OpenSignal | Finding) -> None:
        self.to.append((f"signal {signal.rule}", signal.subject.rep_id))

    def coach(self, signal: OpenSignal) -> None:
        self.to.append((f"coach {signal.rule}", signal.subject.rep_id))

    def plan_coaching(self, rep_id: int | None = None) -> None:
        self.to.append(("plan coaching", rep_id))

    def open_in_own_window(self, conversation_id: int) -> None:
        self.to.append(("own window", conversation_id))

    def meet(self, rep_id: int | None = None) -> None:
        self.to.append(("meet", rep_id))

    def plan_ride_along(self, rep_id: int | None = None) -> None:
        self.to.append(("plan ride-along", rep_id))

    def save_briefs(self) -> None:
        self.to.append(("save briefs", None))

    def import_deals(self) -> None:
        self.to.append(("import", None))

    def load_sample(self) -> None:
        self.to.append(("sample", None))

    def open_palette(self) -> None:
        self.to.append(("palette", None))

    def go_back(self) -> None:
        self.to.append(("back", None))
