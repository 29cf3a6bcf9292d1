from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.period import (
    Period,
    last_days,
    month_of,
    quarter_of,
    quarter_words,
    week_of,
    year_back,
)

DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


def test_the_first_day_belongs_to_a_period_and_the_end_does_not() -> None:
    period = Period(date(2026, 11, 2), date(2026, 11, 9))
    assert date(2026, 11, 2) in period
    assert period.last_day in period
    assert period.end not in period
    assert period.days == 7


def test_a_period_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Period(date(2026, 11, 2), date(2026, 11, 1))


def test_periods_that_meet_do_not_overlap() -> None:
    first, second = month_of(date(2026, 11, 2)), month_of(date(2026, 12, 2))
    assert not first.overlaps(second)
    assert first.overlaps(Period(first.last_day, second.end))


@pytest.mark.parametrize(
    ("week_start", "start"), [(0, date(2026, 11, 16)), (6, date(2026, 11, 22)), (5, date(2026, 11, 21))]
)
def test_a_week_begins_on_the_day_the_manager_says(week_start: int, start: date) -> None:
    assert week_of(date(2026, 11, 22), week_start) == Period(start, start + timedelta(days=7))


@pytest.mark.parametrize(
    ("day", "start"),
    [
        (date(2026, 11, 23), date(2025, 11, 24)),
        (date(2028, 2, 28), date(2027, 3, 1)),
        (date(2028, 2, 29), date(2027, 3, 1)),
    ],
)
def test_the_last_year_ends_with_the_day_itself(day: date, start: date) -> None:
    assert year_back(day) == Period(start, day + timedelta(days=1))


@given(DAYS, st.integers(1, 400))
def test_the_last_days_are_as_many_as_asked_for(day: date, count: int) -> None:
    period = last_days(day, count)
    assert (period.days, period.last_day) == (count, day)


@given(DAYS, st.integers(0, 6))
def test_every_day_lies_in_its_week_month_quarter_and_year(day: date, week_start: int) -> None:
    periods = (week_of(day, week_start), month_of(day), quarter_of(day), year_back(day))
    assert all(day in period for period in periods)


@given(DAYS)
def test_months_and_quarters_in_a_row_meet(day: date) -> None:
    assert month_of(month_of(day).end).start == month_of(day).end
    assert quarter_of(quarter_of(day).end).start == quarter_of(day).end


def test_quarters_are_called_by_their_numbers() -> None:
    starts = [date(2026, month, 1) for month in (1, 4, 7, 10)]
    assert [quarter_words(quarter_of(start)) for start in starts] == ["Q1", "Q2", "Q3", "Q4"]
