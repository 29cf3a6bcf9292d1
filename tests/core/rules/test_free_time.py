from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.free_time import free_start, free_starts

NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)


def at(minutes: int) -> datetime:
    return NINE + timedelta(minutes=minutes)


def test_an_empty_day_begins_where_it_may() -> None:
    assert free_start([], NINE, 45) == NINE


def test_a_gap_that_is_long_enough_is_used() -> None:
    assert free_start([(at(120), 60), (NINE, 30)], NINE, 90) == at(30)


def test_a_gap_that_is_too_short_is_passed_over() -> None:
    assert free_start([(NINE, 30), (at(60), 60)], NINE, 45) == at(120)


@given(
    busy=st.lists(st.tuples(st.integers(-300, 900), st.integers(0, 300)), max_size=12),
    minutes=st.integers(1, 600),
)
def test_what_is_found_lies_over_nothing(busy: list[tuple[int, int]], minutes: int) -> None:
    pieces = [(at(start), length) for start, length in busy]
    start = free_start(pieces, NINE, minutes)
    end = start + timedelta(minutes=minutes)
    assert start >= NINE
    assert all(begins >= end or begins + timedelta(minutes=length) <= start for begins, length in pieces if length > 0)


def test_starts_are_quarters_of_an_hour_one_behind_the_other_up_to_the_end() -> None:
    busy = [(at(60), 35)]
    assert list(free_starts(busy, at(2), at(180), 40)) == [at(15), at(105)]
    assert list(free_starts([], NINE, at(90), 45)) == [NINE, at(45)]


@given(
    busy=st.lists(st.tuples(st.integers(-300, 900), st.integers(0, 300)), max_size=12),
    from_minute=st.integers(0, 300),
    minutes=st.integers(1, 240),
)
def test_every_start_is_a_quarter_and_lies_over_nothing(
    busy: list[tuple[int, int]], from_minute: int, minutes: int
) -> None:
    pieces, opens, closes = [(at(start), length) for start, length in busy], at(from_minute), at(600)
    for start in free_starts(pieces, opens, closes, minutes):
        assert start.minute % 15 == 0
        assert start >= opens
        assert start + timedelta(minutes=minutes) <= closes
        assert free_start(pieces, start, minutes) == start
