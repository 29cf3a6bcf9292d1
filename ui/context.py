"""What every screen and editor is given: made once in app.py, passed in, never looked up."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from coachjournal.errors import Rejected, StorageUnavailable
from ui.listening import is_there

if TYPE_CHECKING:
    from datetime import date

    from coachjournal.journal import Journal, Writing
    from coachjournal.queries.meetings import Meeting
    from coachjournal.queries.signals import OpenSignal
    from coachjournal.rules.conversation import ConversationKind
    from coachjournal.rules.deal import Outcome
    from coachjournal.rules.period import Period
    from coachjournal.rules.signals.finding import Finding
    from ui.bus import Bus
    from ui.locale import Locale
    from ui.messages import Messages
    from ui.spelling.spelling import Spelling
    from ui.worker import Worker

P = ParamSpec("P")
T = TypeVar("T")


class Navigator(Protocol):
    """Ways to other places in the window."""

    def open_page(self, name: str) -> None:
        """Show a page: today, journal, deals, time, plans."""

    def open_rep(self, rep_id: int, tab: str = "") -> None:
        """Show a rep, perhaps with a list in sight: goals, skills, conversations, deals, commitments, agenda."""

    def open_brief(self, rep_id: int) -> None:
        """Show the preparation of a one-on-one with this rep."""

    def open_conversation(self, conversation_id: int, words: str = "") -> None:
        """Show a conversation, perhaps at the first place of its note that has these words."""

    def search_journal(self, words: str = "") -> None:
        """Show all conversations with these words, the cursor behind them."""

    def open_deal(self, deal_id: int) -> None: ...

    def show_deals(self, *, rep_id: int | None, outcome: "Outcome | None", period: "Period | None") -> None:
        """Show the deals behind a figure; None leaves out nothing. The period is that of their closing day."""

    def show_week(self, day: "date") -> None:
        """Show the hours of the week that holds this day."""

    def log_conversation(self, rep_id: int | None = None) -> None:
        """Open the quick log, with the rep filled in if given."""

    def begin(self, kind: "ConversationKind", rep_id: int, deal_ids: "Iterable[int]" = ()) -> None:
        """Log a conversation of this kind now and open its page; it is taken away if nothing is written on it."""

    def begin_meeting(self, meeting: "Meeting") -> None:
        """Begin a meeting today and open its page; one that took place is opened."""

    def open_signals(self, rep_id: int | None = None) -> None:
        """Show what the numbers say, of everybody or of one rep."""

    def open_signal(self, signal: "OpenSignal | Finding") -> None:
        """Show one signal among the others, beside it the rows it came from and what was done about it."""

    def coach(self, signal: "OpenSignal") -> None:
        """Plan coaching about a signal."""

    def plan_coaching(self, rep_id: int | None = None) -> None:
        """Plan coaching without a signal, with the rep filled in if given."""

    def open_in_own_window(self, conversation_id: int) -> None:
        """Open a conversation beside the main window; the one that is already there comes forward."""

    def meet(self, rep_id: int | None = None) -> None:
        """Plan a meeting, or one that comes back, with the rep filled in if given."""

    def plan_ride_along(self, rep_id: int | None = None) -> None:
        """Plan a day in the field, with the rep filled in if given."""

    def save_briefs(self) -> None:
        """Save the briefs of all of today's one-on-ones as one PDF."""

    def import_deals(self) -> None: ...

    def load_sample(self) -> None: ...

    def open_palette(self) -> None: ...

    def go_back(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Attempt:
    """A command that was tried. Equal is what would do the same."""

    command: Callable[..., object]
    given: tuple[tuple[object, ...], dict[str, object]]
    repeat: Callable[[], object] = field(compare=False)

    def __call__(self) -> None:
        self.repeat()


@dataclass(frozen=True, slots=True)
class Context:
    """The open journal and everything around it that a page may need."""

    journal: "Journal"
    bus: "Bus"
    worker: "Worker"
    messages: "Messages"
    navigator: Navigator
    locale: "Locale"
    spelling: "Spelling"
    settings: QSettings
    window: QWidget
    """The parent of editors."""

    def do(
        self,
        command: "Callable[Concatenate[Writing, P], T]",
        then: "Callable[[T], object] | None" = None,
        /,
        *args: P.args,
        **fields: P.kwargs,
    ) -> None:
        """Carry out a command that has no editor (a tick, a click). What stands in the way is shown.

        `then` is given the answer once it is done: now, or when it is tried again, if its widget is still there.
        """
        attempt = Attempt(command, (args, fields), lambda: self.do(command, then, *args, **fields))
        try:
            answer = self.journal.do(command, *args, **fields)
        except Rejected as refusal:
            self.messages.refused(refusal)
        except StorageUnavailable as trouble:
            self.messages.storage_unavailable(trouble, retry=attempt)
        else:
            self.messages.done(attempt)
            if then is not None and is_there(then):
                then(answer)
