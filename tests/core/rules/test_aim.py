import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.aim import minutes_to_add, minutes_to_move
from coachjournal.rules.time_entry import TimeCategory, TimeSplit

minutes = st.integers(min_value=0, max_value=6000)


def week(people: int, desk: int, travel: int = 0) -> TimeSplit:
    return TimeSplit(
        {TimeCategory.ONE_ON_ONE: people, TimeCategory.REPORTS: desk, TimeCategory.TRAVEL: travel}, by_rep={}
    )


def test_a_week_in_progress_grows_by_the_minutes_that_reach_the_floor() -> None:
    assert minutes_to_add(week(people=300, desk=600), 0.5) == 300


def test_in_a_finished_week_the_minutes_would_have_come_from_elsewhere() -> None:
    assert minutes_to_move(week(people=300, desk=600), 0.5) == 150


def test_travel_is_no_part_of_the_week() -> None:
    assert minutes_to_move(week(people=300, desk=300, travel=900), 0.5) == 0


def test_no_minutes_make_a_week_with_desk_work_all_people() -> None:
    assert minutes_to_add(week(people=300, desk=1), 1.0) is None


@given(people=minutes, desk=minutes, floor=st.floats(min_value=0, max_value=0.9))
def test_the_minutes_told_do_reach_the_floor(people: int, desk: int, floor: float) -> None:
    more = minutes_to_add(week(people, desk), floor)
    moved = minutes_to_move(week(people, desk), floor)
    assert more is not None
    reached = week(people + more, desk).coaching_share
    instead = week(people + moved, desk - moved).coaching_share
    assert reached is None or reached == pytest.approx(floor, abs=0.01) or reached > floor or people + desk < 60
    assert instead is None or instead == pytest.approx(floor, abs=0.01) or instead > floor or people + desk < 60
