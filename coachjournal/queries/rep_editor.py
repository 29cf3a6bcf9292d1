"""What the rep editor starts with."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select

from coachjournal.errors import Rejected
from coachjournal.journal import Reading
from coachjournal.model import Quota, Rep
from coachjournal.queries.settings import settings
from coachjournal.rules.money import Money
from coachjournal.rules.period import Period, quarter_of


@dataclass(frozen=True, slots=True)
class RepForm:
    """A rep as they can be changed, with the quota of this quarter (None: none set)."""

    name: str
    role: str
    territory: str
    started_on: date | None
    archived_on: date | None
    quarter: Period
    quota: Money | None
    currency: str


REP = select(Rep.name, Rep.role, Rep.territory, Rep.started_on, Rep.archived_on).where(Rep.id == bindparam("rep_id"))
QUOTA = (
    select(Quota.amount, Quota.currency)
    .where(Quota.rep_id == bindparam("rep_id"))
    .where(Quota.starts_on == bindparam("start"), Quota.ends_on == bindparam("end"))
    .order_by(Quota.currency != bindparam("currency"), Quota.currency)
    .limit(1)
)


def rep_form(tx: Reading, *, rep_id: int | None = None) -> RepForm:
    """One rep, or an empty form for a new one. Raises Rejected when the rep is gone."""
    quarter, currency = quarter_of(tx.today), settings(tx).currency
    if rep_id is None:
        return RepForm("", "", "", None, None, quarter, None, currency)
    row = tx.connection.execute(REP, {"rep_id": rep_id}).one_or_none()
    if row is None:
        raise Rejected("This rep is no longer in the journal.")
    span = {"rep_id": rep_id, "start": quarter.start, "end": quarter.end, "currency": currency}
    quota = tx.connection.execute(QUOTA, span).one_or_none()
    return RepForm(
        name=row.name,
        role=row.role,
        territory=row.territory,
        started_on=row.started_on,
        archived_on=row.archived_on,
        quarter=quarter,
        quota=Money(quota.amount, quota.currency) if quota else None,
        currency=quota.currency if quota else currency,
    )
