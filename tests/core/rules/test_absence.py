from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.absence import day_after, days_here, joined
from coachjournal.rules.period import Period

MONDAY = date(2026, 11, 23)
DAYS = st.integers(-60, 60).map(lambda days: MONDAY + timedelta(days=days))
PERIODS = st.builds(lambda start, days: Period(start, start + timedelta(days=days)), DAYS, st.integers(1, 30))
ABSENCES = st.lists(PERIODS, max_size=6)


@given(ABSENCES, PERIODS)
def test_a_day_is_counted_once_however_many_absences_it_lies_in(absences: list[Period], period: Period) -> None:
    days = [period.start + timedelta(days=number) for number in range(period.days)]
    here = [day for day in days if not any(day in absence for absence in absences)]
    assert days_here(period, joined(absences)) == len(here)


@given(ABSENCES)
def test_joined_absences_are_in_order_and_do_not_meet(absences: list[Period]) -> None:
    found = joined(absences)
    assert all(before.end < after.start for before, after in pairwise(found))


@given(ABSENCES, DAYS, st.integers(1, 40))
def test_the_day_after_so_many_days_is_the_last_of_them(absences: list[Period], start: date, days: int) -> None:
    away = joined(absences)
    day = day_after(start, days, away)
    after = start + timedelta(days=1)
    assert days_here(Period(after, day + timedelta(days=1)), away) == days
    assert not any(day in absence for absence in away)
