"""The manager's counted hours: conversations, which are their own time, and the entries for everything else."""

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Integer, bindparam, func, select
from sqlalchemy.orm import InstrumentedAttribute

from coachjournal.journal import Reading
from coachjournal.model import Conversation, TimeEntry
from coachjournal.queries.begun import TOOK_PLACE
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.overlap import Span, counted_of_spans
from coachjournal.rules.period import Period
from coachjournal.rules.time_entry import TimeCategory


class CountedHour(NamedTuple):
    """Counted minutes of one piece of work: overlaps taken off. `kind` is None for what was no conversation.

    What is `private` counts for the manager alone: nothing for other eyes is made from it.
    """

    day: date
    minutes: int
    category: TimeCategory
    kind: ConversationKind | None
    rep_id: int | None
    private: bool = False


def _minute(instant: InstrumentedAttribute[Any]) -> ColumnElement[int]:
    """Counted from 1970: reading a number takes a third of the time that making a datetime does."""
    return func.unixepoch(instant, type_=Integer) // 60


CONVERSATIONS = (
    select(
        Conversation.held_on,
        _minute(Conversation.starts_at),
        Conversation.minutes,
        Conversation.travel_minutes,
        Conversation.kind,
        Conversation.rep_id,
        Conversation.private,
    )
    .where(Conversation.held_on >= bindparam("start"), Conversation.held_on < bindparam("end"))
    .where(TOOK_PLACE)
    .order_by(Conversation.held_on, Conversation.id)
)

ENTRIES = (
    select(TimeEntry.day, _minute(TimeEntry.starts_at), TimeEntry.minutes, TimeEntry.category, TimeEntry.rep_id)
    .where(TimeEntry.day >= bindparam("start"), TimeEntry.day < bindparam("end"))
    .where((TimeEntry.conversation_id + 0).is_(None))  # looked up, it would find the entries of all years
    .order_by(TimeEntry.day, TimeEntry.id)
)


_CATEGORIES = {kind: kind.category for kind in ConversationKind}


def counted_hours(tx: Reading, period: Period) -> tuple[CountedHour, ...]:
    """Every piece of work in the period, with the minutes that count."""
    span = {"start": period.start, "end": period.end}
    talks = tx.connection.execute(CONVERSATIONS, span).all()
    entries = tx.connection.execute(ENTRIES, span).all()
    spans: list[Span] = [(start, minutes, True) for _, start, minutes, *_ in talks]
    spans += [(start, minutes, False) for _, start, minutes, _, _ in entries]
    counted = iter(counted_of_spans(spans))
    return (
        *(
            CountedHour(day, next(counted), _CATEGORIES[kind], kind, rep_id, private)
            for day, _, _, _, kind, rep_id, private in talks
        ),
        *(CountedHour(day, next(counted), category, None, rep_id) for day, _, _, category, rep_id in entries),
        *(CountedHour(day, way, TimeCategory.TRAVEL, None, None) for day, _, _, way, *_ in talks if way),
    )
