"""Reviews of one deal: begun now, or parked for a later day."""

from datetime import date, timedelta

from sqlalchemy import bindparam, or_, select

from coachjournal.commands.begun import begin_conversation
from coachjournal.commands.conversation import plan_conversation
from coachjournal.commands.records import found, rep_name, shortened
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import Absence, Conversation, ConversationDeal, Deal
from coachjournal.rules.conversation import ConversationKind, ConversationStatus
from coachjournal.rules.period import Period
from coachjournal.rules.working_day import working_day

PARKED_FOR = timedelta(days=7)
"""A deal parked in this week's pipeline review is looked at before the next one."""
REVIEWS = (
    select(Conversation)
    .join(ConversationDeal, ConversationDeal.conversation_id == Conversation.id)
    .where(ConversationDeal.deal_id == bindparam("deal_id"), Conversation.kind == ConversationKind.DEAL_REVIEW)
    .order_by(Conversation.held_on, Conversation.id)
    .limit(1)
)
PLANNED = REVIEWS.where(Conversation.status == ConversationStatus.PLANNED)
TODAYS = REVIEWS.where(Conversation.status == ConversationStatus.HELD, Conversation.held_on == bindparam("today"))
AWAY = select(Absence.starts_on, Absence.ends_on).where(
    or_(Absence.rep_id == bindparam("rep_id"), Absence.rep_id.is_(None)), Absence.ends_on > bindparam("today")
)


def review_deal(tx: Writing, *, deal_id: int) -> int:
    """Begin a review of a deal with its rep, today. Returns the conversation's key.

    One that was begun today is gone on with; one that is planned for another day takes place now.
    """
    deal = found(tx, Deal, deal_id)
    planned = tx.session.scalars(PLANNED, {"deal_id": deal_id}).one_or_none()
    if planned is not None:
        if planned.held_on != tx.today:
            planned.held_on, planned.starts_at, planned.zone = tx.today, None, ""
            tx.say(f"The review of {shortened(deal.name)} takes place today.")
        return planned.id
    begun = tx.session.scalars(TODAYS, {"deal_id": deal_id, "today": tx.today}).one_or_none()
    if begun is not None:
        return begun.id
    return begin_conversation(tx, rep_id=deal.rep_id, deal_ids=[deal_id], kind=ConversationKind.DEAL_REVIEW)


def park_deal(tx: Writing, *, deal_id: int, held_on: date | None = None) -> int:
    """Plan a review of a deal, in a week unless told otherwise. Returns the conversation's key.

    A deal has one review ahead: where one is planned, that one is answered and none is made. One whose day went by
    without it is planned anew.
    """
    deal = found(tx, Deal, deal_id)
    planned = tx.session.scalars(PLANNED, {"deal_id": deal_id}).one_or_none()
    if planned is not None and planned.held_on >= tx.today:
        return planned.id
    day = held_on or working_day(tx.today + PARKED_FOR, _away(tx, deal.rep_id))
    if planned is not None:
        planned.held_on, planned.starts_at, planned.zone = day, None, ""
        conversation_id = planned.id
    else:
        kind = ConversationKind.DEAL_REVIEW
        conversation_id = plan_conversation(tx, rep_id=deal.rep_id, held_on=day, kind=kind, deal_ids=[deal_id])
    tx.say(f"Parked {shortened(deal.name)} for a review with {rep_name(tx, deal.rep_id)}.")
    return conversation_id


def move_review(tx: Writing, *, conversation_id: int, days: int) -> None:
    """Move a planned review by a working day, on (1) or back (-1), but not into the past."""
    review = found(tx, Conversation, conversation_id)
    if review.status is not ConversationStatus.PLANNED:
        raise Rejected("Only a review that lies ahead can be moved.")
    day = working_day(review.held_on + timedelta(days=days), _away(tx, review.rep_id), step=1 if days > 0 else -1)
    if day < tx.today:
        return
    review.held_on = day
    tx.say(f"Moved a deal review with {rep_name(tx, review.rep_id)}.")


def _away(tx: Writing, rep_id: int) -> list[Period]:
    """When the rep or the manager is away from now on."""
    rows = tx.connection.execute(AWAY, {"rep_id": rep_id, "today": tx.today})
    return [Period(row.starts_on, row.ends_on) for row in rows]
