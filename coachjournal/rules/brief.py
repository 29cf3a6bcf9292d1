"""Which deals a brief lists, and why."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

from coachjournal.rules.period import month_of

MOST_DEALS = 5
"""More than one can talk about."""


class Why(StrEnum):
    """Why a deal is on the brief, the weightiest first; each value is written as it is."""

    SLIPPED = "slipped"
    PAST_ITS_DAY = "past its day"
    STALLED = "stalled"
    STEP_LATE = "step is late"
    NO_STEP = "no next step"
    DUE_THIS_MONTH = "due this month"
    TALKED_ABOUT = "talked about last time"
    LARGEST = "largest"


class OpenDeal(Protocol):
    """What has to be known of an open deal."""

    @property
    def deal_id(self) -> int: ...
    @property
    def amount(self) -> int | None:
        """Minor units of `currency`."""

    @property
    def currency(self) -> str: ...
    @property
    def close_on(self) -> date | None: ...
    @property
    def next_step(self) -> str: ...
    @property
    def next_step_on(self) -> date | None: ...
    @property
    def stalled(self) -> bool: ...
    @property
    def slips(self) -> int: ...


D = TypeVar("D", bound=OpenDeal)


def worth_a_word(deals: Sequence[D], *, today: date, talked: Collection[int]) -> tuple[tuple[D, tuple[Why, ...]], ...]:
    """The five deals with the most reasons to be talked about; among equals the weightier reason, then the nearer day.

    `talked` are those that were talked about last time.
    """
    largest = _largest(deals)
    told = [(deal, tuple(_reasons(deal, today, talked=deal.deal_id in talked))) for deal in deals]
    told = [(deal, (*why, Why.LARGEST) if deal.deal_id == largest else why) for deal, why in told]
    listed = sorted((each for each in told if each[1]), key=lambda each: _order(*each))
    return tuple(listed[:MOST_DEALS])


def _reasons(deal: OpenDeal, today: date, *, talked: bool) -> Iterator[Why]:
    if deal.slips:
        yield Why.SLIPPED
    if deal.close_on is not None and deal.close_on < today:
        yield Why.PAST_ITS_DAY
    if deal.stalled:
        yield Why.STALLED
    if deal.next_step_on is not None and deal.next_step_on < today:
        yield Why.STEP_LATE
    elif not deal.next_step and deal.next_step_on is None:
        yield Why.NO_STEP
    if deal.close_on is not None and deal.close_on >= today and deal.close_on in month_of(today):
        yield Why.DUE_THIS_MONTH
    if talked:
        yield Why.TALKED_ABOUT


def _largest(deals: Sequence[OpenDeal]) -> int | None:
    """The key of the largest of at least two deals, in the currency that most of them are in."""
    known = [deal for deal in deals if deal.amount is not None]
    most = Counter(deal.currency for deal in known).most_common(1)
    comparable = [deal for deal in known if deal.currency == most[0][0]]
    return max(comparable, key=lambda deal: deal.amount or 0).deal_id if len(comparable) > 1 else None


def _order(deal: OpenDeal, why: tuple[Why, ...]) -> tuple[int, int, date, int]:
    return -len(why), list(Why).index(why[0]), deal.close_on or date.max, deal.deal_id
