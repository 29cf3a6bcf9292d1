"""What matters before a meeting with a rep, in a few facts for one line of the morning page."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, ScalarSelect, bindparam, func, select

from coachjournal.journal import Reading
from coachjournal.model import AgendaItem, Commitment, Conversation, MeetingSeries, Plan, Rep, SeriesException
from coachjournal.queries.begun import ONLY_BEGUN
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import ConversationKind, ConversationStatus, Side

LOOK_BACK = timedelta(days=366)
"""Who had no one-on-one for a year has a first one again."""


@dataclass(frozen=True, slots=True)
class BeforeMeeting:
    """What is open with a rep, and what the last one-on-one was."""

    open_commitments: int
    """Of both sides."""
    to_raise: int
    """What the rep wants to raise."""
    was_cancelled: bool
    """The last one-on-one fell out, and none was held since."""
    plan_is_new: bool
    """A plan has begun since the last one-on-one."""


def _last_one_on_one(status: ConversationStatus) -> ScalarSelect[date]:
    """Its day, by the index of rep and day."""
    return (
        select(Conversation.held_on)
        .where(Conversation.rep_id == Rep.id, Conversation.kind == ConversationKind.ONE_ON_ONE)
        .where(Conversation.status == status, Conversation.id.not_in(ONLY_BEGUN))
        .where(Conversation.held_on <= bindparam("today"), Conversation.held_on >= bindparam("since"))
        .order_by(Conversation.held_on.desc())
        .limit(1)
        .correlate(Rep)
        .scalar_subquery()
    )


def _count(of: type[Commitment] | type[AgendaItem], *those: ColumnElement[bool]) -> ScalarSelect[int]:
    return select(func.count()).where(of.rep_id == Rep.id, *those).correlate(Rep).scalar_subquery()


SKIPPED = (
    select(func.max(SeriesException.original_on))
    .join(MeetingSeries, MeetingSeries.id == SeriesException.series_id)
    .where(MeetingSeries.rep_id == Rep.id, MeetingSeries.kind == ConversationKind.ONE_ON_ONE)
    .where(SeriesException.moved_to.is_(None), SeriesException.original_on < bindparam("today"))
    .correlate(Rep)
    .scalar_subquery()
)
PLAN_BEGAN = (
    select(func.max(Plan.starts_on))
    .where(Plan.rep_id == Rep.id, Plan.starts_on <= bindparam("today"))
    .correlate(Rep)
    .scalar_subquery()
)
BEFORE = select(
    Rep.id,
    _count(Commitment, Commitment.status == CommitmentStatus.OPEN).label("open_commitments"),
    _count(AgendaItem, AgendaItem.raised_in_id.is_(None), AgendaItem.side == Side.REP).label("to_raise"),
    _last_one_on_one(ConversationStatus.HELD).label("held_on"),
    _last_one_on_one(ConversationStatus.CANCELLED).label("cancelled_on"),
    SKIPPED.label("skipped_on"),
    PLAN_BEGAN.label("plan_began"),
).where(Rep.id.in_(bindparam("reps", expanding=True)))


def before_meetings(tx: Reading, *, reps: Collection[int]) -> dict[int, BeforeMeeting]:
    """By rep, one statement for all of them."""
    asked = {"reps": sorted(reps), "today": tx.today, "since": tx.today - LOOK_BACK}
    return {row.id: _before(row) for row in tx.connection.execute(BEFORE, asked)}


def _before(row: AnyRow) -> BeforeMeeting:
    held_on = row.held_on or date.min
    fell_out = (row.cancelled_on or date.min, row.skipped_on or date.min)
    return BeforeMeeting(
        open_commitments=row.open_commitments,
        to_raise=row.to_raise,
        was_cancelled=max(fell_out) > held_on,
        plan_is_new=(row.plan_began or date.min) > held_on,
    )
