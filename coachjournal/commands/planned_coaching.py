"""Coaching that was planned and not yet held is held in the first conversation of its kind from its day on."""

from datetime import date

from sqlalchemy import bindparam, exists, or_, update

from coachjournal.journal import Writing
from coachjournal.model import CoachingAction, ConversationDeal, Signal
from coachjournal.rules.conversation import ConversationKind

ABOUT_A_DEAL = exists().where(Signal.id == CoachingAction.signal_id, Signal.deal_id.is_not(None))
ABOUT_THIS_DEAL = exists().where(
    Signal.id == CoachingAction.signal_id,
    ConversationDeal.deal_id == Signal.deal_id,
    ConversationDeal.conversation_id == bindparam("conversation_id"),
)
FITS = or_(CoachingAction.conversation_kind != ConversationKind.DEAL_REVIEW, ~ABOUT_A_DEAL, ABOUT_THIS_DEAL)
"""A deal review that is planned about one deal waits for the review of that one."""
TAKE_UP = (
    update(CoachingAction)
    .where(CoachingAction.rep_id == bindparam("rep"), CoachingAction.conversation_kind == bindparam("as_kind"))
    .where(CoachingAction.conversation_id.is_(None), CoachingAction.held_on.is_(None))
    .where(CoachingAction.planned_on <= bindparam("day"), FITS)
    .values(conversation_id=bindparam("conversation_id"))
)


def take_up_planned(tx: Writing, conversation_id: int, rep_id: int, kind: ConversationKind, day: date) -> None:
    """A conversation takes place: what was to be coached in one like it by this day is coached in it."""
    which = {"conversation_id": conversation_id, "rep": rep_id, "as_kind": kind.value, "day": day}
    tx.connection.execute(TAKE_UP, which)
