"""What the deal editor starts with."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, func, select

from coachjournal.errors import Rejected
from coachjournal.journal import Reading
from coachjournal.model import Account, Deal, Rep, Stage
from coachjournal.queries.settings import settings
from coachjournal.rules.deal import Outcome
from coachjournal.rules.money import Money
from coachjournal.rules.names import fold


@dataclass(frozen=True, slots=True)
class StageChoice:
    """A stage a deal can be at."""

    stage_id: int
    name: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class DealForm:
    """A deal as it can be changed, and what there is to choose from."""

    name: str
    account: str
    rep_id: int | None
    stage_id: int | None
    amount: Money | None
    currency: str
    close_on: date | None
    closed_on: date | None
    next_step: str
    next_step_on: date | None
    loss_reason: str
    reps: tuple[tuple[int, str], ...]
    stages: tuple[StageChoice, ...]
    accounts: tuple[str, ...]


DEAL = (
    select(
        *(Deal.name, func.coalesce(Account.name, "").label("account"), Deal.rep_id, Deal.stage_id, Deal.amount),
        *(Deal.currency, Deal.close_on, Deal.closed_on, Deal.next_step, Deal.next_step_on, Deal.loss_reason),
    )
    .outerjoin(Account, Account.id == Deal.account_id)
    .where(Deal.id == bindparam("deal_id"))
)
REPS = select(Rep.id, Rep.name, Rep.archived_on).where(Rep.archived_on.is_(None) | (Rep.id == bindparam("owner")))
STAGES = select(Stage.id, Stage.name, Stage.outcome).order_by(Stage.position)
ACCOUNTS = select(Account.name)


def deal_form(tx: Reading, *, deal_id: int | None = None) -> DealForm:
    """One deal, or an empty form for a new one. Raises Rejected when the deal is gone."""
    row = None if deal_id is None else tx.connection.execute(DEAL, {"deal_id": deal_id}).one_or_none()
    if row is None and deal_id is not None:
        raise Rejected("This deal is no longer in the journal.")
    reps = tx.connection.execute(REPS, {"owner": row.rep_id if row else None}).all()
    return DealForm(
        name=row.name if row else "",
        account=row.account if row else "",
        rep_id=row.rep_id if row else None,
        stage_id=row.stage_id if row else None,
        amount=Money(row.amount, row.currency) if row and row.amount is not None else None,
        currency=row.currency if row else settings(tx).currency,
        close_on=row.close_on if row else None,
        closed_on=row.closed_on if row else None,
        next_step=row.next_step if row else "",
        next_step_on=row.next_step_on if row else None,
        loss_reason=row.loss_reason if row else "",
        reps=tuple(
            (rep.id, rep.name) for rep in sorted(reps, key=lambda rep: (rep.archived_on is not None, fold(rep.name)))
        ),
        stages=tuple(StageChoice(*stage) for stage in tx.connection.execute(STAGES)),
        accounts=tuple(sorted(tx.connection.execute(ACCOUNTS).scalars(), key=fold)),
    )
