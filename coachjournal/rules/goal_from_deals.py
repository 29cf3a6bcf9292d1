"""Goals that deals speak for: what a figure of deals says of a goal, with what it was counted from."""

from dataclasses import dataclass

from coachjournal.rules.figures import LEAST_CLOSED, LEAST_WON, NoCoverage
from coachjournal.rules.goal import ComputedFrom, Measure
from coachjournal.rules.tally import OutOf
from coachjournal.rules.words import counted

NEW_DEALS_DAYS = 30
"""New deals are those that came up in this many days."""

MEASURED_IN = {
    ComputedFrom.WIN_RATE: (Measure.PERCENT, ""),
    ComputedFrom.NEW_DEALS: (Measure.NUMBER, f"deals in {NEW_DEALS_DAYS} days"),
    ComputedFrom.SALES_CYCLE: (Measure.NUMBER, "days"),
    ComputedFrom.COVERAGE: (Measure.NUMBER, "times the open quota"),
}
"""The measure and the unit that each figure has as a goal's value."""


@dataclass(frozen=True, slots=True)
class FromDeals:
    """A goal's value as the deals have it, in the goal's measure, and what it was counted from.

    Where there are too few deals the value is None and the words say why.
    """

    value: float | None
    words: str


def from_win_rate(won: OutOf) -> FromDeals:
    """Won / closed, as a percentage with one decimal; from 10 closed deals on."""
    if won.share is None or won.of < LEAST_CLOSED:
        return FromDeals(None, f"too few to tell ({won.of} closed)")
    return FromDeals(percentage(won.share), f"{won.words} won")


def from_sales_cycle(days: float | None, won: int) -> FromDeals:
    """Median days of the won deals; from 5 on."""
    if days is None or won < LEAST_WON:
        return FromDeals(None, f"too few to tell ({won} won)")
    return FromDeals(days, f"median of {counted(won, 'won deal')}")


def from_new_deals(deals: int) -> FromDeals:
    """How many came up in the last 30 days; none is a number too."""
    return FromDeals(deals, f"created in the last {NEW_DEALS_DAYS} days")


def from_coverage(coverage: float | NoCoverage, open_deals: int) -> FromDeals:
    """The open amount due in the quota's period / what the quota still lacks, with one decimal."""
    if isinstance(coverage, NoCoverage):
        return FromDeals(None, coverage.value)
    return FromDeals(round(coverage, 1), f"in {counted(open_deals, 'open deal')}")


def percentage(share: float) -> float:
    """A share (0 to 1) as a goal keeps it: per cent with one decimal."""
    return round(share * 100, 1)
