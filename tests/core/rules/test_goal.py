from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coachjournal.rules.goal import (
    Course,
    GoalStanding,
    GoalStatus,
    Measure,
    current_value,
    expected_share,
    goal_standing,
    progress_share,
    refusal_of,
    time_share,
)

START = date(2026, 1, 1)
COURSE = Course(baseline=2.0, target=4.0, started_on=START, due_on=START + timedelta(days=100))
VALUES = st.floats(-1e6, 1e6)


def standing_after(days: int, *values: float, status: GoalStatus = GoalStatus.ACTIVE) -> GoalStanding:
    return goal_standing(status, COURSE, values, START + timedelta(days=days))


@given(VALUES, VALUES)
def test_the_baseline_is_nought_and_the_target_one(baseline: float, target: float) -> None:
    assume(baseline != target)
    assert progress_share(baseline, baseline=baseline, target=target) == 0
    assert progress_share(target, baseline=baseline, target=target) == 1


@given(VALUES, VALUES, VALUES, st.floats(0.001, 1000))
def test_the_share_of_the_way_does_not_depend_on_the_unit(
    value: float, baseline: float, target: float, scale: float
) -> None:
    assume(abs(target - baseline) > 1)
    share = progress_share(value, baseline=baseline, target=target)
    scaled = progress_share(value * scale, baseline=baseline * scale, target=target * scale)
    assert scaled == pytest.approx(share, rel=1e-6, abs=1e-6)


@given(VALUES, VALUES, VALUES)
def test_a_goal_that_goes_down_is_the_mirror_of_one_that_goes_up(value: float, baseline: float, target: float) -> None:
    up = progress_share(value, baseline=baseline, target=target)
    assert progress_share(-value, baseline=-baseline, target=-target) == up


def test_a_shorter_sales_cycle_is_progress_and_a_longer_one_is_not_hidden() -> None:
    assert progress_share(75, baseline=90, target=60) == 0.5
    assert progress_share(120, baseline=90, target=60) == -1
    assert progress_share(30, baseline=90, target=60) == 2


def test_a_goal_to_stay_is_reached_where_it_is_and_nowhere_else() -> None:
    assert [progress_share(value, baseline=30, target=30) for value in (29, 30, 31)] == [0, 1, 0]


def test_the_latest_check_in_is_where_a_goal_is() -> None:
    assert current_value(2.0, []) == 2.0
    assert current_value(2.0, [3.0, 2.5]) == 2.5


@pytest.mark.parametrize(("time", "way"), [(0, 0), (1 / 3, 0), (0.5, 0.25), (0.75, 0.625), (1, 1)])
def test_the_way_expected_is_none_in_the_first_third_and_all_at_the_end(time: float, way: float) -> None:
    assert expected_share(time) == pytest.approx(way)


@given(st.floats(0, 1), st.floats(0, 1))
def test_more_time_never_expects_less_and_never_more_than_the_steady_pace(first: float, second: float) -> None:
    early, late = sorted((first, second))
    assert expected_share(early) <= expected_share(late) <= late + 1e-12


def test_the_share_of_the_time_stays_between_nought_and_one() -> None:
    days = (-5, 0, 50, 100, 200)
    assert [time_share(COURSE, START + timedelta(days=day)) for day in days] == [0, 0, 0.5, 1, 1]
    assert time_share(Course(0, 1, START, START), START) == 1


def test_half_way_through_a_quarter_of_the_way_is_on_track_and_less_is_behind() -> None:
    assert standing_after(50, 2.0, 2.5) == GoalStanding.ON_TRACK
    assert standing_after(50, 2.0, 2.49) == GoalStanding.BEHIND


def test_a_value_nobody_looks_at_falls_behind() -> None:
    assert standing_after(40, 2.0, 2.5) == GoalStanding.ON_TRACK
    assert standing_after(90, 2.0, 2.5) == GoalStanding.BEHIND


def test_the_first_two_weeks_are_too_early_to_tell() -> None:
    assert standing_after(13, 2.0, 1.5) == GoalStanding.TOO_EARLY
    assert standing_after(14, 2.0, 1.5) == GoalStanding.BEHIND


def test_one_check_in_is_too_little_until_some_way_is_expected() -> None:
    assert standing_after(33, 2.5) == GoalStanding.TOO_EARLY
    assert standing_after(34, 2.5) == GoalStanding.ON_TRACK
    assert standing_after(34) == GoalStanding.BEHIND


def test_the_target_is_reached_on_any_day_but_only_by_a_check_in() -> None:
    assert standing_after(1, 4.0) == GoalStanding.REACHED
    assert standing_after(500, 3.0, 4.5) == GoalStanding.REACHED
    assert goal_standing("active", Course(3, 3, START, START), [], START) != GoalStanding.REACHED


def test_a_goal_is_overdue_from_the_day_after_its_last() -> None:
    assert standing_after(100, 2.0, 3.9) == GoalStanding.BEHIND
    assert standing_after(101, 2.0, 3.9) == GoalStanding.OVERDUE


@pytest.mark.parametrize("status", [status for status in GoalStatus if status.closed])
def test_a_closed_goal_stands_as_it_was_closed(status: GoalStatus) -> None:
    assert standing_after(500, 2.0, status=status).value == status.value


@given(st.integers(0, 100), st.lists(st.floats(1, 5), max_size=4), st.floats(0, 2))
def test_more_progress_never_turns_on_track_into_behind(day: int, earlier: list[float], more: float) -> None:
    before = standing_after(day, *earlier, 2.5)
    after = standing_after(day, *earlier, 2.5 + more)
    assert not (before == GoalStanding.ON_TRACK and after == GoalStanding.BEHIND)


@pytest.mark.parametrize(
    ("measure", "inside", "outside"),
    [
        (Measure.LEVEL, (1, 3.9, 5), (0.9, 5.1)),
        (Measure.PERCENT, (0, 100), (-0.1, 100.1)),
        (Measure.MONEY, (0, 10**15), (-1, 10**16)),
        (Measure.PER_WEEK, (0, 6), (-1,)),
        (Measure.NUMBER, (-3, 6), (1e13,)),
    ],
)
def test_a_value_stays_within_its_measure(
    measure: Measure, inside: tuple[float, ...], outside: tuple[float, ...]
) -> None:
    assert all(refusal_of(value, measure) is None for value in inside)
    assert all(refusal_of(value, measure) for value in (*outside, float("nan"), float("inf")))
