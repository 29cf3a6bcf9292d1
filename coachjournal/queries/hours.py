"""The manager's counted hours: conversations, which are their own time, and the entries for everything else."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import Conversation, TimeEntry
from coachjournal.rules.conversation import ConversationKind, ConversationStatus
from coachjournal.rules.overlap import counted_minutes
from coachjournal.rules.period import Period
from coachjournal.rules.time_entry import TimeCategory


@dataclass(frozen=True, slots=True)
class CountedHour:
    """Counted minutes of one piece of work: overlaps taken off. `kind` is None for what was no conversation."""

    day: date
    minutes: int
    category: TimeCategory
    kind: ConversationKind | None
    rep_id: int | None


class Timed(NamedTuple):
    """A piece of work, as far as overlaps go."""

    starts_at: datetime | None
    minutes: int
    is_conversation: bool


CONVERSATIONS = (
    select(
        Conversation.held_on,
        Conversation.starts_at,
        Conversation.minutes,
        Conversation.travel_minutes,
        Conversation.kind,
        Conversation.rep_id,
    )
    .where(Conversation.held_on >= bindparam("start"), Conversation.held_on < bindparam("end"))
    .where(Conversation.status == ConversationStatus.HELD)
    .order_by(Conversation.held_on, Conversation.id)
)

ENTRIES = (
    select(TimeEntry.day, TimeEntry.starts_at, TimeEntry.minutes, TimeEntry.category, TimeEntry.rep_id)
    .where(TimeEntry.day >= bindparam("start"), TimeEntry.day < bindparam("end"))
    .where(TimeEntry.conversation_id.is_(None))
    .order_by(TimeEntry.day, TimeEntry.id)
)


def counted_hours(tx: Reading, period: Period) -> tuple[CountedHour, ...]:
    """Every piece of work in the period, with the minutes that count."""
    span = {"start": period.start, "end": period.end}
    talks = tx.connection.execute(CONVERSATIONS, span).all()
    entries = tx.connection.execute(ENTRIES, span).all()
    work = [Timed(starts_at, minutes, is_conversation=True) for _, starts_at, minutes, *_ in talks]
    work += [Timed(starts_at, minutes, is_conversation=False) for _, starts_at, minutes, *_ in entries]
    counted = iter(counted_minutes(work))
    return (
        *(CountedHour(day, next(counted), kind.category, kind, rep_id) for day, _, _, _, kind, rep_id in talks),
        *(CountedHour(day, next(counted), category, None, rep_id) for day, _, _, category, rep_id in entries),
        *(CountedHour(day, way, TimeCategory.TRAVEL, None, None) for day, _, _, way, _, _ in talks if way),
    )
