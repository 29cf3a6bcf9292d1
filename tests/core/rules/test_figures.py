import csv
import json
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.deal import Outcome
from coachjournal.rules.figures import (
    DealFigures,
    NoCoverage,
    attainment,
    average_deal_size,
    coverage,
    deal_figures,
    participation,
    sales_cycle,
    win_rate,
)
from coachjournal.rules.money import Money
from coachjournal.rules.period import Period, quarter_of

MAVEN = Path(__file__).parents[4] / "shared" / "data" / "crm" / "maven"
QUARTER = Period(date(2026, 10, 1), date(2027, 1, 1))


@dataclass(frozen=True, slots=True)
class SomeDeal:
    outcome: Outcome
    amount: int | None = 1000
    currency: str = "EUR"
    created_on: date | None = date(2026, 9, 1)
    closed_on: date | None = date(2026, 11, 1)


WON, LOST = SomeDeal(Outcome.WON), SomeDeal(Outcome.LOST)
OPEN = SomeDeal(Outcome.OPEN, closed_on=None)

DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
DEALS = st.lists(
    st.builds(
        SomeDeal,
        st.sampled_from(Outcome),
        st.none() | st.integers(0, 10**9),
        st.sampled_from(["EUR", "USD"]),
        st.none() | DAYS,
        st.none() | DAYS,
    )
)


def test_the_win_rate_is_won_of_closed() -> None:
    assert win_rate(1, 3) == 0.25
    assert deal_figures([WON, LOST, LOST, LOST, OPEN]).win_rate == 0.25


def test_there_is_no_win_rate_when_nothing_closed() -> None:
    figures = deal_figures([OPEN])
    assert (figures.win_rate, figures.open, figures.closed) == (None, 1, 0)
    assert (figures.won_amount, figures.average_won, figures.median_cycle_days) == ({}, {}, None)


def test_only_what_closed_in_the_period_counts_up_to_its_last_day() -> None:
    days = (date(2026, 9, 30), QUARTER.start, QUARTER.last_day, QUARTER.end, None)
    assert deal_figures([replace(WON, closed_on=day) for day in days], QUARTER).won == 2


@given(DEALS, st.integers(1, 5))
def test_an_open_deal_changes_nothing_but_the_number_of_open_deals(deals: list[SomeDeal], more: int) -> None:
    before, after = deal_figures(deals), deal_figures([*deals, *[OPEN] * more])
    assert after == replace(before, open=before.open + more)


@given(DEALS)
def test_every_deal_is_won_lost_or_open(deals: list[SomeDeal]) -> None:
    figures = deal_figures(deals)
    assert figures.won + figures.lost + figures.open == len(deals)
    assert figures.win_rate is None or 0 <= figures.win_rate <= 1


@given(DEALS)
def test_deals_of_two_halves_add_up_to_those_of_the_whole(deals: list[SomeDeal]) -> None:
    halves = (Period(date(2026, 1, 1), date(2026, 7, 1)), Period(date(2026, 7, 1), date(2027, 1, 1)))
    whole = deal_figures(deals, Period(halves[0].start, halves[1].end))
    first, second = (deal_figures(deals, half) for half in halves)
    assert (first.won + second.won, first.lost + second.lost) == (whole.won, whole.lost)


def test_amounts_of_two_currencies_are_averaged_apart() -> None:
    deals = [WON, replace(WON, amount=3000), replace(WON, currency="USD", amount=500)]
    assert average_deal_size(deals) == {"EUR": 2000, "USD": 500}


def test_a_won_deal_without_an_amount_does_not_shrink_the_average() -> None:
    assert average_deal_size([WON, replace(WON, amount=None)]) == {"EUR": 1000}


def test_the_sales_cycle_is_the_median_and_may_be_half_a_day() -> None:
    start = date(2026, 1, 1)
    days = [(start, start + timedelta(days=days)) for days in (10, 20, 31, 500)]
    assert sales_cycle(days) == 25.5
    assert sales_cycle(days[:3]) == 20


def test_a_deal_that_closed_before_it_was_created_says_nothing_of_the_cycle() -> None:
    backwards = (date(2026, 2, 1), date(2026, 1, 31))
    assert sales_cycle([backwards, (None, date(2026, 1, 1)), (date(2026, 1, 1), None)]) is None
    assert sales_cycle([(date(2026, 2, 1), date(2026, 2, 1))]) == 0


def test_attainment_counts_only_the_currency_of_the_quota() -> None:
    quota = Money(40_000, "EUR")
    assert attainment({"EUR": 10_000, "USD": 90_000}, quota) == 0.25
    assert attainment({"USD": 90_000}, quota) == 0
    assert attainment({"EUR": 10_000}, Money(0, "EUR")) is None


def test_coverage_is_open_over_what_is_left_of_the_quota() -> None:
    assert coverage({"EUR": 72_000, "USD": 1}, {"EUR": 10_000}, Money(40_000, "EUR")) == 2.4
    assert coverage({}, {}, Money(40_000, "EUR")) == 0


@pytest.mark.parametrize(
    ("won", "expected"), [(39_999, 5.0), (40_000, NoCoverage.QUOTA_REACHED), (40_001, "quota reached")]
)
def test_a_reached_quota_leaves_nothing_to_cover(won: int, expected: float | str) -> None:
    assert coverage({"EUR": 5}, {"EUR": won}, Money(40_000, "EUR")) == expected


def test_without_a_quota_there_is_no_coverage() -> None:
    assert coverage({"EUR": 5}, {}, None) == NoCoverage.NO_QUOTA


def test_participation_counts_reps_exactly_at_quota_and_leaves_out_those_without() -> None:
    assert participation([1.0, 0.999, 2.0, None]) == (2, 3)
    assert participation([]) == (0, 0)


# ------------------------------------------------------------------------------- the figures of a real CRM export


def maven_deals() -> dict[str, list[SomeDeal]]:
    """The deals of each agent; amounts in whole dollars as if they were minor units."""
    outcomes = defaultdict(lambda: Outcome.OPEN, Won=Outcome.WON, Lost=Outcome.LOST)
    deals = defaultdict(list)
    with (MAVEN / "sales_pipeline.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            deal = SomeDeal(
                outcomes[row["deal_stage"]],
                int(row["close_value"]) if row["close_value"] else None,
                "USD",
                date.fromisoformat(row["engage_date"]) if row["engage_date"] else None,
                date.fromisoformat(row["close_date"]) if row["close_date"] else None,
            )
            deals[row["sales_agent"]].append(deal)
    return deals


def assert_as_expected(figures: DealFigures, expected: dict[str, Any]) -> None:
    rate, average = figures.win_rate, figures.average_won.get("USD")
    assert (figures.won, figures.lost, figures.open) == (expected["won"], expected["lost"], expected["open"])
    assert figures.won_amount.get("USD", 0) == expected["won_value"]
    assert figures.median_cycle_days == expected["median_cycle_days_won"]
    assert (rate and round(rate, 6)) == expected["win_rate"]
    assert (average and round(average, 4)) == expected["avg_won_deal"]


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    if not MAVEN.is_dir():
        pytest.skip("the shared CRM exports are not here")
    figures: dict[str, Any] = json.loads((MAVEN / "expected.json").read_text(encoding="utf-8"))
    return figures


def test_the_figures_of_every_agent_of_a_real_export_are_right(expected: dict[str, Any]) -> None:
    deals = maven_deals()
    for agent, figures in expected["by_agent"].items():
        assert_as_expected(deal_figures(deals.get(agent, [])), figures)


def test_the_figures_of_a_real_export_are_right_in_total(expected: dict[str, Any]) -> None:
    everything = [deal for deals in maven_deals().values() for deal in deals]
    assert_as_expected(deal_figures(everything), expected["total"])


def test_the_quarters_of_a_real_export_are_right(expected: dict[str, Any]) -> None:
    deals = maven_deals()
    for agent, quarters in expected["by_agent_quarter"].items():
        for name, figures in quarters.items():
            year, quarter = int(name[:4]), int(name[-1])
            found = deal_figures(deals.get(agent, []), quarter_of(date(year, quarter * 3, 1)))
            assert (found.won, found.lost) == (figures["won"], figures["lost"])
            assert found.won_amount.get("USD", 0) == figures["won_value"]
