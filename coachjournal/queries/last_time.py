"""What was agreed before a conversation and is carried into it, and the conversation before it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, bindparam, exists, or_, select, union
from sqlalchemy.orm import aliased

from coachjournal.journal import Reading
from coachjournal.model import Commitment, Conversation
from coachjournal.queries.first_lines import BEGINNING, shown_line
from coachjournal.queries.rep_page import RepCommitment
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.commitment import KEPT_RATE_OF, CommitmentStatus, kept_rate
from coachjournal.rules.conversation import ConversationKind, ConversationStatus, Side
from coachjournal.rules.tally import OutOf


@dataclass(frozen=True, slots=True)
class TalkBefore:
    """The conversation before this one; the first line of a private one stays out."""

    conversation_id: int
    kind: ConversationKind
    on: date
    first_line: str


@dataclass(frozen=True, slots=True)
class LastTime:
    """The rep's commitments first, then the manager's; of each those of the talk before, then older ones."""

    talk: TalkBefore | None
    commitments: tuple[RepCommitment, ...]
    kept: OutOf
    """How many of the rep's latest commitments were kept."""


BEFORE = (
    select(Conversation.id, Conversation.kind, Conversation.held_on, Conversation.private, BEGINNING)
    .where(
        Conversation.rep_id == bindparam("rep_id"),
        Conversation.status == ConversationStatus.HELD,
        or_(
            Conversation.held_on < bindparam("held_on"),
            and_(Conversation.held_on == bindparam("held_on"), Conversation.id < bindparam("conversation_id")),
        ),
    )
    .order_by(Conversation.held_on.desc(), Conversation.id.desc())
    .limit(1)
)

_OLDER = aliased(Commitment)
WAS_MADE = or_(
    Commitment.made_on <= bindparam("held_on"),
    exists().where(_OLDER.id == Commitment.moved_from_id, _OLDER.made_on <= bindparam("held_on")),
)
ENDED = (CommitmentStatus.KEPT, CommitmentStatus.NOT_KEPT, CommitmentStatus.DROPPED)
_ONE = select(
    *(Commitment.id, Commitment.owner, Commitment.text, Commitment.made_on, Commitment.due_on),
    *(Commitment.status, Commitment.ended_on, Commitment.conversation_id),
)
_OF_REP = _ONE.where(
    Commitment.rep_id == bindparam("rep_id"),
    Commitment.conversation_id.is_distinct_from(bindparam("conversation_id")),
    WAS_MADE,
)
CARRIED = union(  # three seeks in three indexes, instead of all commitments of ten years
    _ONE.where(Commitment.conversation_id == bindparam("before_id"), Commitment.status != CommitmentStatus.MOVED),
    _OF_REP.where(Commitment.status == CommitmentStatus.OPEN),
    _OF_REP.where(Commitment.status.in_(ENDED), Commitment.ended_on >= bindparam("since")),
)
SETTLED = (
    select(Commitment.status)
    .where(
        Commitment.rep_id == bindparam("rep_id"),
        Commitment.ended_on.is_not(None),
        Commitment.owner == Side.REP,
        Commitment.status.in_((CommitmentStatus.KEPT, CommitmentStatus.NOT_KEPT)),
    )
    .order_by(Commitment.ended_on.desc(), Commitment.id.desc())
    .limit(KEPT_RATE_OF)
)


def last_time(tx: Reading, *, rep_id: int, conversation_id: int, held_on: date) -> LastTime:
    """What was open when a conversation of this day began, with what has become of it since."""
    this = {"rep_id": rep_id, "conversation_id": conversation_id, "held_on": held_on}
    row = tx.connection.execute(BEFORE, this).one_or_none()
    before_id = None if row is None else row.id
    carried = tx.connection.execute(CARRIED, {**this, "before_id": before_id, "since": min(held_on, tx.today)}).all()
    return LastTime(
        talk=None if row is None else TalkBefore(row.id, row.kind, row.held_on, shown_line(row)),
        commitments=tuple(RepCommitment(*row[:-1]) for row in sorted(carried, key=lambda row: _order(row, before_id))),
        kept=kept_rate(tx.connection.execute(SETTLED, {"rep_id": rep_id}).scalars()),
    )


def _order(row: AnyRow, before_id: int | None) -> tuple[bool, bool, date, int]:
    return row.owner is Side.MANAGER, row.conversation_id != before_id, row.due_on or date.max, row.id
