from datetime import date, timedelta

import pytest

from coachjournal.rules.period import Period
from coachjournal.rules.working_day import working_day

FRIDAY, MONDAY = date(2026, 11, 27), date(2026, 11, 30)
DAY = timedelta(days=1)


@pytest.mark.parametrize(("day", "step", "met"), [(0, 1, FRIDAY), (1, 1, MONDAY), (2, 1, MONDAY), (2, -1, FRIDAY)])
def test_nobody_is_met_on_a_weekend(day: int, step: int, met: date) -> None:
    assert working_day(FRIDAY + day * DAY, step=step) == met


def test_nobody_is_met_while_they_are_away() -> None:
    assert working_day(MONDAY, [Period(MONDAY, MONDAY + 4 * DAY)]) == date(2026, 12, 4)


def test_somebody_who_is_away_for_good_is_met_all_the_same() -> None:
    assert working_day(MONDAY, [Period(MONDAY, date(2030, 1, 1))]) == MONDAY
