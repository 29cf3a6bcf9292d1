"""The meetings of a period: conversations that were planned and meetings of series, each of them once."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import Conversation, Rep
from coachjournal.rules.conversation import ConversationKind, ConversationStatus
from coachjournal.rules.period import Period

PLANNED = (
    select(
        *(Conversation.id, Conversation.rep_id, Rep.name.label("rep"), Conversation.kind, Conversation.held_on),
        *(Conversation.starts_at, Conversation.minutes, Conversation.series_id),
    )
    .join(Rep, Rep.id == Conversation.rep_id)
    .where(Conversation.held_on >= bindparam("start"), Conversation.held_on < bindparam("end"))
    .where(Conversation.status == ConversationStatus.PLANNED, Rep.archived_on.is_(None))
    .order_by(Conversation.held_on, Conversation.starts_at, Conversation.id)
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A conversation that was planned (`conversation_id`), a meeting of a series (`series_id`, `original_on`), or both.

    `on` is its day, also when it was moved there from `original_on`; `starts_at` an aware instant, None when no time
    was said.
    """

    rep_id: int
    rep: str
    kind: ConversationKind
    on: date
    starts_at: datetime | None
    minutes: int
    conversation_id: int | None
    series_id: int | None
    original_on: date | None
    held: bool
    missed: bool = False
    """Its day is over, nobody was away, and nothing says that it took place."""
    away: str = ""
    """Who is away that day, as a sentence: "Dana is away: parental leave". Nobody waits for such a meeting."""


def meetings(tx: Reading, period: Period) -> tuple[Meeting, ...]:
    """Of the active reps, in order of day and time; skipped and cancelled ones left out."""
    rows = tx.connection.execute(PLANNED, {"start": period.start, "end": period.end})
    return tuple(
        Meeting(
            rep_id=row.rep_id,
            rep=row.rep,
            kind=row.kind,
            on=row.held_on,
            starts_at=row.starts_at,
            minutes=row.minutes,
            conversation_id=row.id,
            series_id=row.series_id,
            original_on=None,
            held=False,
            missed=row.held_on < tx.today,
        )
        for row in rows
    )
