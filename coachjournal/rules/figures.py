"""What deals add up to: win rate, average deal size, sales cycle, attainment, coverage, participation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median
from typing import Protocol

from coachjournal.rules.deal import Outcome
from coachjournal.rules.money import Money, add_by_currency
from coachjournal.rules.period import Period
from coachjournal.rules.tally import OutOf

LEAST_CLOSED = 10
"""With fewer closed deals a win rate is no percentage: one deal more would move it by over ten points."""

LEAST_WON = 5
"""With fewer won deals the median of their days says nothing."""


class CountedDeal(Protocol):
    """What the figures need to know of a deal; a row of the database will do."""

    @property
    def outcome(self) -> str:
        """A value of `Outcome`."""

    @property
    def amount(self) -> int | None:
        """Minor units of `currency`; None when nobody knows."""

    @property
    def currency(self) -> str:
        """ISO 4217 code."""

    @property
    def created_on(self) -> date | None:
        """The day the deal came up; None when nobody knows."""

    @property
    def closed_on(self) -> date | None:
        """The day it was won or lost; None while it is open."""


@dataclass(frozen=True, slots=True)
class DealFigures:
    """What a set of deals adds up to. Amounts are minor units by currency."""

    won: int
    lost: int
    open: int
    won_amount: dict[str, int]
    average_won: dict[str, float]
    median_cycle_days: float | None

    @property
    def win_rate(self) -> float | None:
        """Won / (won + lost), 0 to 1; None when nothing closed."""
        return win_rate(self.won, self.lost)

    @property
    def closed(self) -> int:
        """How many deals the win rate is made of."""
        return self.won + self.lost


def deal_figures(deals: Iterable[CountedDeal], period: Period | None = None) -> DealFigures:
    """All figures of the deals in one pass.

    Won and lost deals count when their closed day lies in the period (all of them when there is none); open deals are
    counted as they stand and enter no other figure.
    """
    won: list[CountedDeal] = []
    lost = still_open = 0
    for deal in deals:
        outcome = deal.outcome
        if outcome == Outcome.OPEN:
            still_open += 1
        elif period is not None and not _closed_in(period, deal.closed_on):
            continue
        elif outcome == Outcome.WON:
            won.append(deal)
        else:
            lost += 1
    return DealFigures(
        won=len(won),
        lost=lost,
        open=still_open,
        won_amount=add_by_currency((deal.currency, deal.amount) for deal in won),
        average_won=average_deal_size(won),
        median_cycle_days=sales_cycle((deal.created_on, deal.closed_on) for deal in won),
    )


def win_rate(won: int, lost: int) -> float | None:
    """Won / (won + lost), by count, 0 to 1; None when nothing closed. Open deals never count."""
    return OutOf(won, won + lost).share


def average_deal_size(won: Iterable[CountedDeal]) -> dict[str, float]:
    """Won amount / won count, in minor units, for each currency apart. Deals without an amount are left out of both."""
    known: dict[str, list[int]] = {}
    for deal in won:
        if deal.amount is not None:
            known.setdefault(deal.currency, []).append(deal.amount)
    return {currency: sum(amounts) / len(amounts) for currency, amounts in known.items()}


def sales_cycle(won: Iterable[tuple[date | None, date | None]]) -> float | None:
    """Median days from created to closed, of won deals; may be a half; None without any.

    A deal that lacks one of the days, or that closed before it was created, says nothing and is left out.
    """
    days = [
        (closed - created).days
        for created, closed in won
        if created is not None and closed is not None and closed >= created
    ]
    return float(median(days)) if days else None


def attainment(won_amount: Mapping[str, int], quota: Money) -> float | None:
    """Won amount in the period / quota; 1 is quota reached; None when the quota is nothing.

    Only what was won in the quota's own currency counts, since amounts of different currencies are never added.
    """
    if quota.minor <= 0:
        return None
    return won_amount.get(quota.currency, 0) / quota.minor


class NoCoverage(StrEnum):
    """Why there is no pipeline coverage to tell."""

    NO_QUOTA = "no quota"
    QUOTA_REACHED = "quota reached"


def coverage(open_due: Mapping[str, int], won_amount: Mapping[str, int], quota: Money | None) -> float | NoCoverage:
    """Open amount due in the period / (quota - won amount), in the quota's currency; or why there is none.

    Once the quota is reached nothing is left to cover: the ratio would be endless or negative, so the reason is told.
    """
    if quota is None or quota.minor <= 0:
        return NoCoverage.NO_QUOTA
    left = quota.minor - won_amount.get(quota.currency, 0)
    if left <= 0:
        return NoCoverage.QUOTA_REACHED
    return open_due.get(quota.currency, 0) / left


def participation(attainments: Iterable[float | None]) -> OutOf:
    """Reps at or above quota, of the reps with a quota; a rep without one is None and does not count."""
    known = [share for share in attainments if share is not None]
    return OutOf(sum(share >= 1 for share in known), len(known))


def _closed_in(period: Period, closed_on: date | None) -> bool:
    return closed_on is not None and closed_on in period
