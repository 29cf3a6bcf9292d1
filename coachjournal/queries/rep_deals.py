"""What a rep's deals add up to now, and the deals that stand behind each figure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import mean
from typing import Any

from sqlalchemy import CompoundSelect, Select, bindparam, func, select, union_all

from coachjournal.journal import Reading
from coachjournal.model import Account, Deal, Quota, Rep, Stage
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.deal import Outcome
from coachjournal.rules.figures import NoCoverage, attainment, coverage, sales_cycle
from coachjournal.rules.money import Money, add_by_currency
from coachjournal.rules.period import Period, year_back
from coachjournal.rules.tally import OutOf


class Figure(StrEnum):
    """A figure that can be opened to the deals it was made of."""

    QUOTA = "quota"
    WIN_RATE = "win_rate"
    COVERAGE = "coverage"
    CYCLE = "cycle"
    SIZE = "size"


@dataclass(frozen=True, slots=True)
class QuotaNow:
    """How far a rep is with the quota of a period that holds today; `won_deals` and `open_deals` stand behind it."""

    period: Period
    quota: Money
    share: float | None
    coverage: float | NoCoverage
    won_deals: int
    open_deals: int


@dataclass(frozen=True, slots=True)
class RepFigures:
    """The quota that runs today, and win rate, sales cycle and average size of the last twelve months."""

    quotas: tuple[QuotaNow, ...]
    """Empty without a quota; more than one only where it is set in several currencies."""
    win_rate: OutOf
    team_win_rate: OutOf
    cycle_days: float | None
    cycle_deals: int
    """Won deals of which both days are known: what the median is made of."""
    average_size: Money | None = None
    """Of the won deals in the currency that most of them are in; amounts of several are never added."""
    sized_deals: int = 0


@dataclass(frozen=True, slots=True)
class DealRow:
    """A deal in a list."""

    deal_id: int
    name: str
    account: str
    stage: str
    outcome: Outcome
    amount: Money | None
    created_on: date | None
    close_on: date | None
    closed_on: date | None
    next_step: str

    @property
    def cycle_days(self) -> int | None:
        """Days from created to closed; None while that cannot be told."""
        if self.created_on is None or self.closed_on is None or self.closed_on < self.created_on:
            return None
        return (self.closed_on - self.created_on).days


def _open_or_closed_since(deals: Select[*tuple[Any, ...]]) -> CompoundSelect[*tuple[Any, ...]]:
    """The rep's deals that are open or closed from the day `since` on: two seeks in the index instead of a scan."""
    of_rep = deals.where(Deal.rep_id == bindparam("rep_id"))
    closed = Deal.outcome.in_((Outcome.WON, Outcome.LOST))
    return union_all(
        of_rep.where(Deal.outcome == Outcome.OPEN),
        of_rep.where(closed, Deal.closed_on >= bindparam("since")),
    )


COUNTED = select(Deal.outcome, Deal.amount, Deal.currency, Deal.created_on, Deal.close_on, Deal.closed_on)
LISTED = (
    COUNTED.add_columns(
        Deal.id, Deal.name, Deal.next_step, Stage.name.label("stage"), func.coalesce(Account.name, "").label("account")
    )
    .join(Stage, Stage.id == Deal.stage_id)
    .outerjoin(Account, Account.id == Deal.account_id)
)
RECENT = _open_or_closed_since(COUNTED)
RECENT_LISTED = _open_or_closed_since(LISTED)
ALL_LISTED = (
    LISTED.where(Deal.rep_id == bindparam("rep_id"))
    .order_by(Deal.outcome != Outcome.OPEN, Deal.closed_on.desc(), Deal.close_on.is_(None), Deal.close_on, Deal.id)
    .limit(bindparam("most"))
)

QUOTAS = (
    select(Quota.starts_on, Quota.ends_on, Quota.amount, Quota.currency)
    .where(Quota.rep_id == bindparam("rep_id"))
    .where(Quota.starts_on <= bindparam("today"), Quota.ends_on > bindparam("today"))
    .order_by(func.julianday(Quota.ends_on) - func.julianday(Quota.starts_on), Quota.currency)
)

TEAM = (
    select(Deal.outcome, func.count())
    .join(Rep, Rep.id == Deal.rep_id)
    .where(Rep.archived_on.is_(None), Deal.outcome.in_((Outcome.WON, Outcome.LOST)))
    .where(Deal.closed_on >= bindparam("start"), Deal.closed_on < bindparam("end"))
    .group_by(Deal.outcome)
)


def rep_figures(tx: Reading, *, rep_id: int) -> RepFigures:
    """The figures of one rep, today."""
    year = year_back(tx.today)
    quotas = _quotas(tx, rep_id)
    deals = tx.connection.execute(RECENT, _since(rep_id, year, quotas)).all()
    team = dict(tx.connection.execute(TEAM, {"start": year.start, "end": year.end}).all())
    cycles, sized = _with_cycle(deals, year), _with_amount(deals, year)
    return RepFigures(
        quotas=tuple(_quota_now(period, quota, deals) for period, quota in quotas),
        win_rate=OutOf(len(_won(deals, year)), len(_closed(deals, year))),
        team_win_rate=OutOf(team.get(Outcome.WON, 0), sum(team.values())),
        cycle_days=sales_cycle((deal.created_on, deal.closed_on) for deal in cycles),
        cycle_deals=len(cycles),
        average_size=_average(sized),
        sized_deals=len(sized),
    )


def deals_behind(tx: Reading, *, rep_id: int, figure: Figure) -> tuple[DealRow, ...]:
    """The deals that a figure of `rep_figures` is made of, the latest first; of several quotas, the first one's."""
    year = year_back(tx.today)
    quotas = _quotas(tx, rep_id)
    deals = tx.connection.execute(RECENT_LISTED, _since(rep_id, year, quotas)).all()
    match figure:
        case Figure.WIN_RATE:
            chosen = _closed(deals, year)
        case Figure.CYCLE:
            chosen = _with_cycle(deals, year)
        case Figure.SIZE:
            chosen = _with_amount(deals, year)
        case Figure.QUOTA:
            chosen = _towards(deals, *quotas[0]) if quotas else []
        case Figure.COVERAGE:
            chosen = _due(deals, *quotas[0]) if quotas else []
    return tuple(sorted((deal_row(deal) for deal in chosen), key=_last_day, reverse=True))


def rep_deals(tx: Reading, *, rep_id: int, most: int = -1) -> tuple[DealRow, ...]:
    """A rep's deals, open ones first by the day they should close, then closed ones, the latest first."""
    rows = tx.connection.execute(ALL_LISTED, {"rep_id": rep_id, "most": most})
    return tuple(deal_row(row) for row in rows)


def deal_row(row: AnyRow) -> DealRow:
    """A row of `LISTED` as it is shown."""
    return DealRow(
        deal_id=row.id,
        name=row.name,
        account=row.account,
        stage=row.stage,
        outcome=row.outcome,
        amount=None if row.amount is None else Money(row.amount, row.currency),
        created_on=row.created_on,
        close_on=row.close_on,
        closed_on=row.closed_on,
        next_step=row.next_step,
    )


def _last_day(deal: DealRow) -> date:
    return deal.closed_on or deal.close_on or date.min


def _quotas(tx: Reading, rep_id: int) -> list[tuple[Period, Money]]:
    """The quotas of the shortest period that holds today: the quarter's rather than the year's."""
    rows = tx.connection.execute(QUOTAS, {"rep_id": rep_id, "today": tx.today})
    quotas = [(Period(row.starts_on, row.ends_on), Money(row.amount, row.currency)) for row in rows]
    return [(period, quota) for period, quota in quotas if period == quotas[0][0]]


def _since(rep_id: int, year: Period, quotas: Iterable[tuple[Period, Money]]) -> dict[str, Any]:
    return {"rep_id": rep_id, "since": min([year.start, *(period.start for period, _ in quotas)])}


def _quota_now(period: Period, quota: Money, deals: Sequence[AnyRow]) -> QuotaNow:
    won, due = _towards(deals, period, quota), _due(deals, period, quota)
    won_amount = add_by_currency((deal.currency, deal.amount) for deal in won)
    open_due = add_by_currency((deal.currency, deal.amount) for deal in due)
    return QuotaNow(
        period=period,
        quota=quota,
        share=attainment(won_amount, quota),
        coverage=coverage(open_due, won_amount, quota),
        won_deals=len(won),
        open_deals=len(due),
    )


def _closed(deals: Iterable[AnyRow], period: Period) -> list[AnyRow]:
    return [deal for deal in deals if deal.closed_on is not None and deal.closed_on in period]


def _won(deals: Iterable[AnyRow], period: Period) -> list[AnyRow]:
    return [deal for deal in _closed(deals, period) if deal.outcome is Outcome.WON]


def _with_cycle(deals: Iterable[AnyRow], period: Period) -> list[AnyRow]:
    """The won deals that a sales cycle can be told of."""
    return [deal for deal in _won(deals, period) if deal.created_on is not None and deal.created_on <= deal.closed_on]


def _with_amount(deals: Iterable[AnyRow], period: Period) -> list[AnyRow]:
    """The won deals of known amount, in the currency that most of them are in."""
    known = [deal for deal in _won(deals, period) if deal.amount is not None]
    most = Counter(deal.currency for deal in known).most_common(1)
    return [deal for deal in known if deal.currency == most[0][0]]


def _average(deals: list[AnyRow]) -> Money | None:
    return Money(round(mean(deal.amount for deal in deals)), deals[0].currency) if deals else None


def _towards(deals: Iterable[AnyRow], period: Period, quota: Money) -> list[AnyRow]:
    """The won deals that count towards a quota: those with an amount in its currency."""
    return [deal for deal in _won(deals, period) if deal.currency == quota.currency and deal.amount is not None]


def _due(deals: Iterable[AnyRow], period: Period, quota: Money) -> list[AnyRow]:
    """The open deals that may still fill a quota: due in its period, with an amount in its currency."""
    return [
        deal
        for deal in deals
        if deal.outcome is Outcome.OPEN
        and deal.close_on is not None
        and deal.close_on in period
        and deal.currency == quota.currency
        and deal.amount is not None
    ]
