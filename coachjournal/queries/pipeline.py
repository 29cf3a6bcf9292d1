"""A rep's open deals as a pipeline review goes through them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import Conversation, ConversationDeal, Deal
from coachjournal.queries.deals_page import DealLine, open_deals_of
from coachjournal.rules.conversation import ConversationKind, ConversationStatus
from coachjournal.rules.deal import Outcome


@dataclass(frozen=True, slots=True)
class ParkedReview:
    """A review of the deal that lies ahead."""

    conversation_id: int
    on: date


@dataclass(frozen=True, slots=True)
class PipelineDeal:
    """An open deal; `talked` says that it was talked about in this review."""

    line: DealLine
    talked: bool
    parked: ParkedReview | None


TALKED = select(ConversationDeal.deal_id).where(ConversationDeal.conversation_id == bindparam("conversation_id"))
PARKED = (
    select(ConversationDeal.deal_id, Conversation.id, Conversation.held_on)
    .join(Deal, Deal.id == ConversationDeal.deal_id)
    .join(Conversation, Conversation.id == ConversationDeal.conversation_id)
    .where(
        Deal.rep_id == bindparam("rep_id"),
        Deal.outcome == Outcome.OPEN,
        Conversation.kind == ConversationKind.DEAL_REVIEW,
        Conversation.status == ConversationStatus.PLANNED,
    )
    .order_by(Conversation.held_on.desc(), Conversation.id.desc())
)


def pipeline(tx: Reading, *, conversation_id: int, rep_id: int) -> tuple[PipelineDeal, ...]:
    """The open deals by the day they should close."""
    talked = talked_about(tx, conversation_id=conversation_id)
    rows = tx.connection.execute(PARKED, {"rep_id": rep_id})
    parked = {row.deal_id: ParkedReview(row.id, row.held_on) for row in rows}  # the nearest one is last
    return tuple(
        PipelineDeal(line, line.deal_id in talked, parked.get(line.deal_id)) for line in open_deals_of(tx, rep_id)
    )


def talked_about(tx: Reading, *, conversation_id: int) -> frozenset[int]:
    """The keys of the deals that a conversation is about."""
    return frozenset(tx.connection.execute(TALKED, {"conversation_id": conversation_id}).scalars())
