"""The manager's counted hours: conversations, which are their own time, and the entries for everything else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

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


@dataclass(frozen=True, slots=True)
class _Work:
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
    work = [_Work(talk.starts_at, talk.minutes, is_conversation=True) for talk in talks]
    work += [_Work(entry.starts_at, entry.minutes, is_conversation=False) for entry in entries]
    hours = [CountedHour(talk.held_on, 0, talk.kind.category, talk.kind, talk.rep_id) for talk in talks]
    hours += [CountedHour(entry.day, 0, entry.category, None, entry.rep_id) for entry in entries]
    travel = [
        CountedHour(talk.held_on, talk.travel_minutes, TimeCategory.TRAVEL, None, None)
        for talk in talks
        if talk.travel_minutes
    ]
    return (*_with_minutes(hours, counted_minutes(work)), *travel)


def _with_minutes(hours: Iterable[CountedHour], minutes: Iterable[int]) -> Iterable[CountedHour]:
    for hour, counted in zip(hours, minutes, strict=True):
        yield CountedHour(hour.day, counted, hour.category, hour.kind, hour.rep_id)
