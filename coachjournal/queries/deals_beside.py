"""A rep's open deals beside a conversation: the next step of each, and what needs a word."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, func, select

from coachjournal.journal import Reading
from coachjournal.model import Account, ConversationDeal, Deal
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.deal import Outcome, age_at_stage, is_stalled, median_ages


@dataclass(frozen=True, slots=True)
class DealBeside:
    """An open deal with its next step."""

    deal_id: int
    name: str
    account: str
    next_step: str
    next_step_on: date | None
    stalled: bool
    in_conversation: bool


OPEN = (
    select(
        *(Deal.id, Deal.name, Deal.next_step, Deal.next_step_on, Deal.stage_id, Deal.close_on),
        func.coalesce(Account.name, "").label("account"),
        func.coalesce(Deal.changed_on, Deal.created_on).label("quiet_since"),
    )
    .outerjoin(Account, Account.id == Deal.account_id)
    .where(Deal.rep_id == bindparam("rep_id"), Deal.outcome == Outcome.OPEN)
)
ENTERED_ON = func.coalesce(Deal.stage_since, Deal.created_on).label("entered_on")
AGES = select(Deal.stage_id, ENTERED_ON).where(Deal.outcome == Outcome.OPEN, ENTERED_ON.is_not(None))
NAMED = select(ConversationDeal.deal_id).where(ConversationDeal.conversation_id == bindparam("conversation_id"))


def deals_beside(tx: Reading, *, rep_id: int, conversation_id: int) -> tuple[DealBeside, ...]:
    """Those with a dated step first, the earliest on top, then stalled ones, then by the day they should close."""
    rows = tx.connection.execute(OPEN, {"rep_id": rep_id}).all()
    if not rows:
        return ()
    named = set(tx.connection.execute(NAMED, {"conversation_id": conversation_id}).scalars())
    ages = tx.connection.execute(AGES).all()
    medians = median_ages((age.stage_id, age_at_stage(age.entered_on, tx.today)) for age in ages)
    deals = [(row, _is_stalled(row, medians.get(row.stage_id), tx.today)) for row in rows]
    return tuple(_deal(row, named, stalled=stalled) for row, stalled in sorted(deals, key=_order))


def _is_stalled(row: AnyRow, median_age: float | None, today: date) -> bool:
    quiet_days = (today - row.quiet_since).days if row.quiet_since else 0
    return bool(is_stalled(quiet_days, median_age))


def _order(deal: tuple[AnyRow, bool]) -> tuple[date, bool, date, int]:
    row, stalled = deal
    return row.next_step_on or date.max, not stalled, row.close_on or date.max, row.id


def _deal(row: AnyRow, named: set[int], *, stalled: bool) -> DealBeside:
    return DealBeside(
        deal_id=row.id,
        name=row.name,
        account=row.account,
        next_step=row.next_step,
        next_step_on=row.next_step_on,
        stalled=stalled,
        in_conversation=row.id in named,
    )
