"""Everything that Ctrl+K finds by its name."""

from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import select

from coachjournal.journal import Reading
from coachjournal.model import Account, Deal, Rep
from coachjournal.rules.deal import Outcome
from coachjournal.rules.names import fold

REPS = select(Rep.id, Rep.name, Rep.role, Rep.archived_on.is_not(None))
DEALS = (
    select(Deal.id, Deal.name, Account.name, Rep.name, Deal.outcome)
    .join(Rep, Rep.id == Deal.rep_id)
    .outerjoin(Account, Account.id == Deal.account_id)
    .order_by(Deal.outcome != Outcome.OPEN, Deal.id.desc())
)


class FoundRep(NamedTuple):
    """A rep by name."""

    rep_id: int
    name: str
    role: str
    archived: bool


class FoundDeal(NamedTuple):
    """A deal by its own name and its account's."""

    deal_id: int
    name: str
    account: str | None
    rep: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Directory:
    """Active reps before archived ones, open deals before closed ones."""

    reps: tuple[FoundRep, ...]
    deals: tuple[FoundDeal, ...]


def directory(tx: Reading) -> Directory:
    """All reps and all deals."""
    reps = (FoundRep(*row) for row in tx.connection.execute(REPS))
    return Directory(
        reps=tuple(sorted(reps, key=lambda rep: (rep.archived, fold(rep.name)))),
        deals=tuple(FoundDeal(*row) for row in tx.connection.execute(DEALS)),
    )
