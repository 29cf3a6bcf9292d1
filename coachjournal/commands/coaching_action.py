"""Coaching actions: planned for a day, held, and the number looked at again."""

from datetime import date, datetime

from coachjournal.journal import Writing
from coachjournal.rules.coaching import ActionKind
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.signals.finding import Number


def plan_action(
    tx: Writing,
    *,
    rep_id: int,
    kind: ActionKind,
    planned_on: date,
    conversation_kind: ConversationKind | None = None,
    text: str = "",
    peer_id: int | None = None,
    look_again_on: date | None = None,
    signal_id: int | None = None,
    starts_at: datetime | None = None,
    zone: str = "",
    minutes: int | None = None,
) -> int:
    """Plan coaching for a day, about a signal or without one. Returns the action's key.

    `starts_at`, an aware instant in the IANA `zone`, puts it into the diary as a planned conversation.
    """
    raise NotImplementedError


def move_action(
    tx: Writing, *, action_id: int, planned_on: date, starts_at: datetime | None = None, zone: str = ""
) -> None:
    """Move what is planned to another day; its planned conversation moves along."""
    raise NotImplementedError


def drop_action(tx: Writing, *, action_id: int) -> None:
    """Take back what was planned, and the meeting that was put into the diary for it."""
    raise NotImplementedError


def hold_action(
    tx: Writing, *, action_id: int, held_on: date | None = None, conversation_id: int | None = None
) -> None:
    """It took place: today unless told otherwise, or in the conversation that is named."""
    raise NotImplementedError


def begin_action(tx: Writing, *, action_id: int) -> int:
    """Make it into its conversation, today, and answer the conversation's key, whose page opens."""
    raise NotImplementedError


def look_again(tx: Writing, *, action_id: int, now: Number | None = None) -> None:
    """The number was looked at again: keep what it was and what it is (`OpenSignal.effect.now`)."""
    raise NotImplementedError


def look_later(tx: Writing, *, action_id: int, look_again_on: date) -> None:
    """Look at the number on another day: it is too early, or a good time to ask."""
    raise NotImplementedError
