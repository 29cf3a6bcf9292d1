from datetime import date, datetime, time

import pytest

from coachjournal.rules.working_hours import WorkingHours, stored_hours

MONDAY, SATURDAY = date(2026, 11, 23), date(2026, 11, 28)


def test_who_never_said_works_from_monday_to_friday_from_eight_to_six() -> None:
    assert stored_hours(None) == WorkingHours(frozenset({0, 1, 2, 3, 4}), time(8), time(18))


@pytest.mark.parametrize(
    ("day", "at", "works"),
    [
        (MONDAY, time(7, 59), False),
        (MONDAY, time(8), True),
        (MONDAY, time(17, 59), True),
        (MONDAY, time(18), False),
        (SATURDAY, time(12), False),
    ],
)
def test_the_hours_begin_with_their_start_and_are_over_at_their_end(day: date, at: time, works: bool) -> None:
    assert WorkingHours().contains(datetime.combine(day, at)) is works


def test_a_day_off_has_no_hours() -> None:
    assert WorkingHours().spans(MONDAY) == ((time(8), time(18)),)
    assert WorkingHours().spans(SATURDAY) == ()
