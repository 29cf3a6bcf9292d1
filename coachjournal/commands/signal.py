"""What the manager decides about a signal: coach it, put it off, close it, recognise a strength."""

from datetime import date, datetime

from coachjournal.journal import Writing
from coachjournal.rules.coaching import ActionKind
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.signals.finding import Finding


def coach_signal(
    tx: Writing,
    *,
    finding: Finding,
    kind: ActionKind,
    planned_on: date,
    conversation_kind: ConversationKind | None = None,
    text: str = "",
    peer_id: int | None = None,
    look_again_on: date | None = None,
    starts_at: datetime | None = None,
    zone: str = "",
    minutes: int | None = None,
) -> int:
    """Plan coaching about a signal for a day. Returns the action's key. `finding` is `OpenSignal.last`."""
    raise NotImplementedError


def put_off_signal(tx: Writing, *, finding: Finding, reason: str, returns_on: date | None) -> int:
    """Not now: say why, and on which day it returns. Returns the signal's key."""
    raise NotImplementedError


def close_signal(tx: Writing, *, finding: Finding, learnt: str, returns_on: date | None = None) -> int:
    """Done with it: say what was learnt. It comes back only if it is still so on a day, in 30 days unless told.

    Returns the signal's key.
    """
    raise NotImplementedError


def reopen_signal(tx: Writing, *, signal_id: int) -> None:
    """Have one back that was put off or closed."""
    raise NotImplementedError


def recognise(tx: Writing, *, finding: Finding, text: str = "") -> int:
    """Tell the rep, today, what they did well; the signal rests for 90 days then. Returns the action's key."""
    raise NotImplementedError
