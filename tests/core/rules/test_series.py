from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.period import Period, month_of
from coachjournal.rules.series import Rhythm, Series, days_of, has_day, next_day, occurrences, start_of

TUESDAY = date(2026, 11, 24)
YEAR = Period(date(2026, 11, 1), date(2027, 11, 1))
TEN = time(10)
STARTS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
SERIES = st.builds(
    Series,
    rhythm=st.sampled_from(Rhythm),
    starts_on=STARTS,
    at=st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    minutes=st.integers(1, 120),
)


def series(rhythm: Rhythm, starts_on: date = TUESDAY, at: time = TEN, zone: str = "Europe/Berlin") -> Series:
    return Series(rhythm, starts_on, at, 45, zone)


def test_every_week_and_every_two_weeks_keep_the_weekday_and_the_turn() -> None:
    weekly, two_weekly = (tuple(days_of(series(each), YEAR)) for each in (Rhythm.WEEKLY, Rhythm.TWO_WEEKLY))
    assert weekly[:3] == (TUESDAY, date(2026, 12, 1), date(2026, 12, 8))
    assert two_weekly == weekly[::2]


def test_every_month_keeps_its_place_among_the_weekdays_of_the_month() -> None:
    fourth = tuple(days_of(series(Rhythm.MONTHLY), Period(TUESDAY, date(2027, 4, 1))))
    assert fourth == (TUESDAY, date(2026, 12, 22), date(2027, 1, 26), date(2027, 2, 23), date(2027, 3, 23))


def test_a_fifth_weekday_is_the_last_of_its_month_and_no_month_is_left_out() -> None:
    days = tuple(days_of(series(Rhythm.MONTHLY, date(2026, 12, 29)), Period(date(2026, 12, 1), date(2028, 12, 1))))
    assert len(days) == 24
    assert all(day.weekday() == 1 and day + timedelta(days=7) not in month_of(day) for day in days)


@given(SERIES, STARTS, st.integers(0, 800))
def test_what_is_asked_for_in_two_parts_is_what_is_asked_for_at_once(given: Series, start: date, length: int) -> None:
    end = start + timedelta(days=length)
    middle = start + timedelta(days=length // 3)
    parts = (*days_of(given, Period(start, middle)), *days_of(given, Period(middle, end)))
    assert parts == tuple(days_of(given, Period(start, end)))


@given(SERIES)
def test_a_series_begins_with_its_first_day_and_comes_back_within_its_rhythm(given: Series) -> None:
    days = tuple(days_of(given, Period(given.starts_on - timedelta(days=99), given.starts_on + timedelta(days=400))))
    apart = {Rhythm.WEEKLY: {7}, Rhythm.TWO_WEEKLY: {14}, Rhythm.MONTHLY: {28, 35}}[given.rhythm]
    assert days[0] == given.starts_on == next_day(given, given.starts_on)
    assert {(later - day).days for day, later in pairwise(days)} <= apart


def test_it_ends_before_the_day_on_which_it_ends() -> None:
    ended = Series(Rhythm.WEEKLY, TUESDAY, TEN, 45, ends_on=date(2026, 12, 8))
    assert tuple(days_of(ended, YEAR)) == (TUESDAY, date(2026, 12, 1))
    assert next_day(ended, date(2026, 12, 2)) is None


@given(SERIES, st.data())
def test_moving_and_skipping_neither_doubles_nor_loses_a_meeting(given: Series, data: st.DataObject) -> None:
    wide = Period(given.starts_on, given.starts_on + timedelta(days=420))
    usual = tuple(days_of(given, wide))
    days = st.dates(wide.start, wide.end - timedelta(days=1))
    exceptions = data.draw(st.dictionaries(st.sampled_from(usual) | days, days | st.none(), max_size=12))
    found = occurrences(given, exceptions, wide)
    assert sorted(each.original_on for each in found) == list(usual)
    assert {each.original_on for each in found if each.skipped} == {
        day for day, to in exceptions.items() if to is None and has_day(given, day)
    }
    assert all(each.on == (exceptions.get(each.original_on) or each.original_on) for each in found)


@given(SERIES, st.integers(1, 400), st.data())
def test_a_meeting_is_in_the_period_of_the_day_it_was_moved_to(given: Series, cut: int, data: st.DataObject) -> None:
    wide = Period(given.starts_on, given.starts_on + timedelta(days=420))
    middle = given.starts_on + timedelta(days=cut)
    usual = tuple(days_of(given, wide))
    days = st.dates(wide.start, wide.end - timedelta(days=1))
    exceptions = data.draw(st.dictionaries(st.sampled_from(usual), days | st.none(), max_size=8))
    halves = (Period(wide.start, middle), Period(middle, wide.end))
    parts = [each for half in halves for each in occurrences(given, exceptions, half)]
    assert parts == list(occurrences(given, exceptions, wide))


@pytest.mark.parametrize(
    ("zone", "before", "after"),
    [
        ("Europe/Berlin", date(2027, 3, 23), date(2027, 3, 30)),
        ("America/New_York", date(2027, 3, 9), date(2027, 3, 16)),
        ("Australia/Sydney", date(2027, 3, 30), date(2027, 4, 6)),
    ],
)
def test_the_clock_on_the_wall_shows_the_same_when_the_clocks_change(zone: str, before: date, after: date) -> None:
    meeting = series(Rhythm.WEEKLY, before, zone=zone)
    starts = [start_of(meeting, day) for day in (before, after)]
    assert all(start is not None and start.astimezone(ZoneInfo(zone)).time() == TEN for start in starts)
    assert starts[0] is not None
    assert starts[1] is not None
    assert abs(starts[1] - starts[0] - timedelta(days=7)) == timedelta(hours=1)


def test_an_hour_that_is_left_out_is_the_next_and_one_that_comes_twice_the_first() -> None:
    at_half_past_two = series(Rhythm.WEEKLY, at=time(2, 30))
    assert start_of(at_half_past_two, date(2027, 3, 28)) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)  # 03:30 summer
    assert start_of(at_half_past_two, date(2027, 10, 31)) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)  # summer still


@pytest.mark.parametrize("zone", ["", "Europe", "Nowhere/Land", "../etc"])
def test_an_unknown_zone_has_no_instant(zone: str) -> None:
    assert start_of(series(Rhythm.WEEKLY, zone=zone), TUESDAY) is None


def test_it_is_said_as_people_say_it() -> None:
    assert series(Rhythm.WEEKLY).words == "every week on Tuesday"
    assert series(Rhythm.TWO_WEEKLY).words == "every two weeks on Tuesday"
    assert series(Rhythm.MONTHLY, date(2026, 12, 8)).words == "every month on the second Tuesday"
    assert series(Rhythm.MONTHLY, date(2026, 12, 29)).words == "every month on the last Tuesday"
