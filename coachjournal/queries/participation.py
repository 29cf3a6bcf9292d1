"""Participation: how many of the team reached their quota in a quarter, and the won deals behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, bindparam, func, select

from coachjournal.journal import Reading
from coachjournal.model import Deal, Quota
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.deal import Outcome
from coachjournal.rules.figures import attainment
from coachjournal.rules.money import Money
from coachjournal.rules.period import Period


@dataclass(frozen=True, slots=True)
class Attained:
    """How far a rep came with a quota: the share (1 is reached), and how many won deals made it."""

    period: Period
    """The quarter itself, unless the quota was set for other days."""
    quota: Money
    won: Money
    share: float | None
    deals: int


COUNTS = and_(  # towards a quota: those with an amount in its currency, won in its days
    Deal.rep_id == Quota.rep_id,
    Deal.outcome == Outcome.WON,
    Deal.closed_on >= Quota.starts_on,
    Deal.closed_on < Quota.ends_on,
    Deal.currency == Quota.currency,
    Deal.amount.is_not(None),
)
HOLDS = and_(Quota.starts_on <= bindparam("day"), Quota.ends_on > bindparam("day"))
QUOTAS = (
    select(
        *(Quota.id, Quota.rep_id, Quota.starts_on, Quota.ends_on, Quota.amount, Quota.currency),
        *(func.coalesce(func.sum(Deal.amount), 0).label("won"), func.count(Deal.id).label("deals")),
    )
    .outerjoin(Deal, COUNTS)
    .where(HOLDS)
    .group_by(Quota.id)
    .order_by(func.julianday(Quota.ends_on) - func.julianday(Quota.starts_on), Quota.currency)
)


def attained(tx: Reading, *, quarter: Period, day: date) -> dict[int, Attained]:
    """By rep, for those with a quota. It is the one of the quarter, else that of the shortest days around `day`."""
    chosen: dict[int, list[AnyRow]] = {}
    for rep_id, rows in _by_rep(tx, day).items():
        wanted = next((row for row in rows if _period(row) == quarter), rows[0])
        chosen[rep_id] = [row for row in rows if _period(row) == _period(wanted)]
    return {rep_id: _least(rows) for rep_id, rows in chosen.items()}


def _by_rep(tx: Reading, day: date) -> Mapping[int, list[AnyRow]]:
    quotas: dict[int, list[AnyRow]] = {}
    for row in tx.connection.execute(QUOTAS, {"day": day}):
        quotas.setdefault(row.rep_id, []).append(row)
    return quotas


def _least(rows: list[AnyRow]) -> Attained:
    """Where a quota is set in several currencies it is reached when each of them is: the least one tells."""
    return min(map(_attained, rows), key=lambda each: each.share or 0)


def _attained(row: AnyRow) -> Attained:
    quota, won = Money(row.amount, row.currency), Money(row.won, row.currency)
    return Attained(_period(row), quota, won, attainment({row.currency: row.won}, quota), row.deals)


def _period(row: AnyRow) -> Period:
    return Period(row.starts_on, row.ends_on)
