"""Pipeline cover and new deals: at, below and above each limit, and below the sample."""

from datetime import date

import pytest

from coachjournal.rules.money import Money
from coachjournal.rules.period import Period, quarter_of
from coachjournal.rules.signals.finding import Number, Rule, Unit
from coachjournal.rules.signals.pipeline import new_deal_periods
from coachjournal.rules.signals.records import NewDeals, QuotaOf
from tests.core.rules.signals.known import TODAY, found, still_open

QUARTER = quarter_of(TODAY)


def _quota(minor: int, won_minor: int = 0, currency: str = "EUR") -> QuotaOf:
    return QuotaOf(QUARTER, Money(minor, currency), won_minor)


@pytest.mark.parametrize(
    ("open_deals", "won_minor", "speaks"),
    [(3, 0, False), (2, 0, True), (4, 0, False), (0, 0, True), (1, 80_000, False), (0, 100_000, False)],
)
def test_a_pipeline_that_covers_less_than_three_times_what_is_left(
    open_deals: int, won_minor: int, speaks: bool
) -> None:
    deals = still_open(open_deals, close_on=TODAY)
    told = found(Rule.THIN_PIPELINE, open=deals, quotas=(_quota(100_000, won_minor),))
    assert bool(told) is speaks


def test_without_a_quota_nothing_is_said_of_the_pipeline() -> None:
    assert not found(Rule.THIN_PIPELINE, open=still_open(close_on=TODAY))


def test_only_deals_due_in_the_period_and_in_the_currency_of_the_quota_cover_it() -> None:
    deals = (
        *still_open(2, close_on=TODAY),
        *still_open(close_on=QUARTER.end),
        *still_open(close_on=TODAY, currency="USD"),
        *still_open(close_on=TODAY, amount=None),
        *still_open(),
    )
    (told,) = found(Rule.THIN_PIPELINE, open=deals, quotas=(_quota(150_000, 50_000),))
    assert told.number == Number(2.0, Unit.RATIO, n=2, against=3, currency="EUR")
    assert told.rows.keys == tuple(deal.deal_id for deal in deals[:2])
    assert told.detail == {"open": 200_000, "left": 100_000, "until": QUARTER.last_day.isoformat()}


@pytest.mark.parametrize(
    ("now", "before", "speaks"), [(3, 36, False), (2, 36, True), (4, 36, False), (0, 12, True), (0, 0, False)]
)
def test_fewer_than_half_as_many_new_deals_as_usual(now: int, before: int, speaks: bool) -> None:
    told = found(Rule.FEW_NEW_DEALS, created=NewDeals(tuple(range(now)), before, had_any=True))
    assert bool(told) is speaks
    if speaks:
        assert told[0].number == Number(now, Unit.COUNT, now, against=before / 6, against_n=before)


def test_without_six_months_of_data_nothing_is_said_of_new_deals() -> None:
    assert not found(Rule.FEW_NEW_DEALS, created=NewDeals((), 36, had_any=False))


def test_the_months_that_new_deals_are_compared_with_end_where_the_last_thirty_days_begin() -> None:
    recent, before = new_deal_periods(date(2026, 11, 30), 6)
    assert recent == Period(date(2026, 11, 1), date(2026, 12, 1))
    assert (before.end, before.days) == (recent.start, 180)
