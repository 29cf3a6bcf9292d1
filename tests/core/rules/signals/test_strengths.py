"""Bright spots: at, below and above each limit, and below the sample."""

import pytest

from coachjournal.rules.signals.finding import Number, Rule, Unit
from coachjournal.rules.signals.records import Achieved, Rated
from tests.core.rules.signals.known import ago, found, lost, usual, won


@pytest.mark.parametrize(
    ("before", "now", "days", "speaks"),
    [
        (2, 3, 0, True),
        (2.5, 3, 0, True),
        (2, 2.5, 0, False),
        (3, 3, 0, False),
        (3, 2, 0, False),
        (2, 3, 29, True),
        (2, 3, 30, False),
    ],
)
def test_a_skill_that_went_up_a_level_in_the_last_thirty_days(
    before: float, now: float, days: int, speaks: bool
) -> None:
    rated = (Rated(1, before, ago(days + 60)), Rated(2, now, ago(days)))
    assert bool(found(Rule.SKILL_UP, ratings={9: rated})) is speaks


def test_a_rise_is_still_told_once_another_rating_confirms_it() -> None:
    rated = (Rated(1, 2, ago(80)), Rated(2, 3, ago(20)), Rated(3, 3, ago(1)))
    (told,) = found(Rule.SKILL_UP, ratings={9: rated})
    assert (told.number, told.rows.keys) == (Number(3, Unit.LEVEL, 2, against=2), (1, 3))
    assert not found(Rule.SKILL_UP, ratings={9: (*rated, Rated(4, 2.5, ago(0)))})


def test_a_rise_within_the_last_thirty_days_is_one() -> None:
    assert found(Rule.SKILL_UP, ratings={9: (Rated(1, 2, ago(25)), Rated(2, 3, ago(5)))})


def test_one_rating_is_no_rise() -> None:
    assert not found(Rule.SKILL_UP, ratings={9: (Rated(1, 5, ago(0)),)})


@pytest.mark.parametrize(("days", "speaks"), [(0, True), (29, True), (30, False)])
def test_a_goal_that_was_achieved_in_the_last_thirty_days(days: int, speaks: bool) -> None:
    told = found(Rule.GOAL_ACHIEVED, achieved=(Achieved(3, "Discovery depth", ago(days)),))
    assert [each.name for each in told] == ["Discovery depth"] * speaks


@pytest.mark.parametrize(
    ("team", "won_deals", "lost_deals", "speaks"),
    [(0.3, 8, 12, True), (0.31, 8, 12, False), (0.2, 8, 12, True), (0.3, 4, 6, True), (0.3, 9, 0, False)],
)
def test_a_win_rate_ten_points_above_the_team(team: float, won_deals: int, lost_deals: int, speaks: bool) -> None:
    told = found(Rule.ABOVE_TEAM, usual(win_rate=team), won_deals=won(won_deals), lost_deals=lost(lost_deals))
    assert bool(told) is speaks


@pytest.mark.parametrize(("days", "deals", "speaks"), [(40, 5, False), (39, 5, True), (41, 5, False), (10, 4, False)])
def test_a_cycle_that_the_teams_is_half_as_long_again_as(days: int, deals: int, speaks: bool) -> None:
    told = found(Rule.ABOVE_TEAM, usual(cycle=60), won_deals=won(deals, cycle=days))
    assert bool(told) is speaks


def test_of_two_strengths_the_win_rate_is_told() -> None:
    by = usual(win_rate=0.3, cycle=60)
    (told,) = found(Rule.ABOVE_TEAM, by, won_deals=won(12, cycle=10), lost_deals=lost(8))
    assert told.number == Number(0.6, Unit.SHARE, n=20, part=12, against=0.3, against_n=5)
