"""One thing to recognise: what the numbers say, else what was won, kept or went well of late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import bindparam, exists, select

from coachjournal.journal import Reading
from coachjournal.model import Commitment, Conversation, Deal, FieldCall
from coachjournal.queries.begun import TOOK_PLACE
from coachjournal.queries.signals import OpenSignal
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import Side, first_line
from coachjournal.rules.deal import Outcome
from coachjournal.rules.private_text import public_text

LATELY = timedelta(days=30)
"""What is older was recognised, or the moment has passed."""


@dataclass(frozen=True, slots=True)
class BrightSpot:
    """A signal, or in words what happened on a day and where it is written."""

    words: str
    on: date
    signal: OpenSignal | None = None
    deal_id: int | None = None
    conversation_id: int | None = None


WON = (
    select(Deal.id, Deal.name, Deal.closed_on)
    .where(Deal.rep_id == bindparam("rep_id"), Deal.outcome == Outcome.WON)
    .where(Deal.closed_on >= bindparam("since"), Deal.closed_on <= bindparam("today"))
    .order_by(Deal.closed_on.desc(), Deal.id.desc())
    .limit(1)
)
NOT_PRIVATE = ~exists().where(Conversation.id == Commitment.conversation_id, Conversation.private)
"""Of a commitment: what was agreed in a private conversation stays there."""
KEPT = (
    select(Commitment.text, Commitment.ended_on, Commitment.conversation_id)
    .where(Commitment.rep_id == bindparam("rep_id"), Commitment.owner == Side.REP, NOT_PRIVATE)
    .where(Commitment.status == CommitmentStatus.KEPT, Commitment.ended_on >= bindparam("since"))
    .order_by(Commitment.ended_on.desc(), Commitment.id.desc())
    .limit(1)
)
WENT_WELL = (
    select(FieldCall.went_well, Conversation.held_on, Conversation.id)
    .join(Conversation, Conversation.id == FieldCall.conversation_id)
    .where(Conversation.rep_id == bindparam("rep_id"), TOOK_PLACE)
    .where(Conversation.private.is_(False), FieldCall.went_well != "")
    .where(Conversation.held_on >= bindparam("since"), Conversation.held_on <= bindparam("today"))
    .order_by(Conversation.held_on.desc(), FieldCall.position.desc())
)


def bright_spot(tx: Reading, *, rep_id: int, signals: Iterable[OpenSignal]) -> BrightSpot | None:
    """A strength that holds today comes first; None where nothing bright was written down in a month."""
    strength = next((signal for signal in signals if signal.rule.is_strength and not signal.is_no_longer_so), None)
    if strength is not None:
        return BrightSpot("", strength.seen_on, signal=strength)
    lately = {"rep_id": rep_id, "since": tx.today - LATELY, "today": tx.today}
    won = tx.connection.execute(WON, lately).one_or_none()
    if won is not None:
        return BrightSpot(f"Won {public_text(won.name)}", won.closed_on, deal_id=won.id)
    for went_well, on, conversation_id in tx.connection.execute(WENT_WELL, lately):
        if words := first_line(public_text(went_well)):
            return BrightSpot(f"Went well: {words}", on, conversation_id=conversation_id)
    kept = tx.connection.execute(KEPT, lately).one_or_none()
    if kept is not None and (words := public_text(kept.text)):
        return BrightSpot(f"Kept: {words}", kept.ended_on, conversation_id=kept.conversation_id)
    return None
