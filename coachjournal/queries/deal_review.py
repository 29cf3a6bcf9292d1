"""A deal review: the deals it is about, what is known of the one in sight, and its next step before and now."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, func, select

from coachjournal.journal import Reading
from coachjournal.model import Account, Conversation, ConversationDeal, Deal, DealChange, Rep, Stage
from coachjournal.queries.deal_answers import DealQuestion, deal_answers
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.conversation import ConversationStatus
from coachjournal.rules.deal import DealField, Outcome
from coachjournal.rules.money import Money


@dataclass(frozen=True, slots=True)
class ReviewedDeal:
    """A deal as its review shows it."""

    deal_id: int
    name: str
    account: str
    rep_id: int
    rep: str
    """Whose it is today."""
    stage: str
    outcome: Outcome
    amount: Money | None
    close_on: date | None
    closed_on: date | None
    next_step: str
    next_step_on: date | None
    step_before: str | None
    """The next step that this conversation has put another in place of; None while it has not."""


@dataclass(frozen=True, slots=True)
class DealReview:
    """Everything the sheet shows: all deals by name, one of them with its questions."""

    deals: tuple[ReviewedDeal, ...]
    deal: ReviewedDeal | None
    """The one in sight; None while the review is about no deal."""
    questions: tuple[DealQuestion, ...]


DAY = select(Conversation.held_on, Conversation.status).where(Conversation.id == bindparam("conversation_id"))
STEP_BEFORE = (
    select(DealChange.old_value)
    .where(
        DealChange.deal_id == Deal.id,
        DealChange.field == DealField.NEXT_STEP,
        DealChange.conversation_id == bindparam("conversation_id"),
    )
    .order_by(DealChange.id)
    .limit(1)
    .correlate(Deal)
    .scalar_subquery()
)
DEALS = (
    select(
        *(Deal.id, Deal.name, func.coalesce(Account.name, "").label("account"), Deal.rep_id, Rep.name.label("rep")),
        *(Stage.name.label("stage"), Deal.outcome, Deal.amount, Deal.currency, Deal.close_on, Deal.closed_on),
        *(Deal.next_step, Deal.next_step_on, STEP_BEFORE.label("step_before")),
    )
    .join(ConversationDeal, ConversationDeal.deal_id == Deal.id)
    .join(Rep, Rep.id == Deal.rep_id)
    .join(Stage, Stage.id == Deal.stage_id)
    .outerjoin(Account, Account.id == Deal.account_id)
    .where(ConversationDeal.conversation_id == bindparam("conversation_id"))
    .order_by(ConversationDeal.id)
)


def deal_review(tx: Reading, *, conversation_id: int, deal_id: int | None = None) -> DealReview:
    """A review with one of its deals in sight: the given one if the review is about it, else the first."""
    this = {"conversation_id": conversation_id}
    deals = tuple(_deal(row) for row in tx.connection.execute(DEALS, this))
    deal = next((deal for deal in deals if deal.deal_id == deal_id), deals[0] if deals else None)
    if deal is None:
        return DealReview(deals, None, ())
    until = _until(tx.connection.execute(DAY, this).one(), tx.today)
    questions = deal_answers(tx, deal_id=deal.deal_id, conversation_id=conversation_id, until=until)
    return DealReview(deals, deal, questions)


def _until(row: AnyRow, today: date) -> date:
    """A review of the past shows what was known then; one that is planned or held today, what is known now."""
    held: date = row.held_on
    return min(held, today) if row.status is ConversationStatus.HELD else today


def _deal(row: AnyRow) -> ReviewedDeal:
    return ReviewedDeal(
        deal_id=row.id,
        name=row.name,
        account=row.account,
        rep_id=row.rep_id,
        rep=row.rep,
        stage=row.stage,
        outcome=row.outcome,
        amount=None if row.amount is None else Money(row.amount, row.currency),
        close_on=row.close_on,
        closed_on=row.closed_on,
        next_step=row.next_step,
        next_step_on=row.next_step_on,
        step_before=row.step_before,
    )
