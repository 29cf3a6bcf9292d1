"""Coaching, commitments and skills: at, below and above each limit, and below the sample."""

import pytest

from coachjournal.rules.cadence import DEFAULT_CADENCES, Cadence, CadenceKind
from coachjournal.rules.conversation import Side
from coachjournal.rules.signals.finding import Number, Rule, Unit
from coachjournal.rules.signals.records import OpenCommitment, Rated, SettledCommitment, Without
from tests.core.rules.signals.known import ago, found


def _without(kind: CadenceKind, days: int, cadence: Cadence | None = None) -> tuple[Without, ...]:
    return (Without(kind, days, cadence or DEFAULT_CADENCES[kind], ago(days), 7),)


@pytest.mark.parametrize(("days", "overdue"), [(5, None), (6, 0), (10, 0), (11, 1)])
def test_not_coached_past_the_target_and_past_the_limit(days: int, overdue: int | None) -> None:
    told = found(Rule.NOT_COACHED, without=_without(CadenceKind.ANY_COACHING, days))
    assert [each.detail["overdue"] for each in told] == ([] if overdue is None else [overdue])


def test_of_two_cadences_the_one_past_its_limit_is_told() -> None:
    without = _without(CadenceKind.ANY_COACHING, 6) + _without(CadenceKind.ONE_ON_ONE, 15)
    (told,) = found(Rule.NOT_COACHED, without=without)
    assert told.detail == {"kind": "one_on_one", "overdue": 1, "last_on": ago(15).isoformat()}
    assert (told.number, told.rows.keys) == (Number(15, Unit.DAYS, 1, against=14), (7,))


def test_of_two_past_their_limits_the_longer_gap_is_told() -> None:
    without = _without(CadenceKind.ANY_COACHING, 11) + _without(CadenceKind.ONE_ON_ONE, 40)
    assert [each.number.value for each in found(Rule.NOT_COACHED, without=without)] == [40]


def test_where_nothing_says_since_when_they_could_be_coached_nothing_is_said() -> None:
    assert not found(Rule.NOT_COACHED)
    assert not found(Rule.NO_FIELD_TIME)


@pytest.mark.parametrize(("days", "speaks"), [(59, False), (60, False), (61, True)])
def test_no_joint_call_in_sixty_days(days: int, speaks: bool) -> None:
    assert bool(found(Rule.NO_FIELD_TIME, without=_without(CadenceKind.JOINT_CALL, days))) is speaks


def test_a_reps_own_cadence_says_how_long_they_may_go_without_a_joint_call() -> None:
    without = _without(CadenceKind.JOINT_CALL, 61, Cadence(60, 90))
    assert not found(Rule.NO_FIELD_TIME, without=without)


@pytest.mark.parametrize(("kept", "of", "speaks"), [(3, 5, False), (2, 5, True), (4, 5, False), (0, 4, False)])
def test_fewer_than_three_of_the_last_five_commitments_kept(kept: int, of: int, speaks: bool) -> None:
    settled = tuple(SettledCommitment(key, key < kept) for key in range(of))
    told = found(Rule.COMMITMENTS_SLIP, settled=settled)
    assert bool(told) is speaks
    if speaks:
        assert told[0].number == Number(kept / of, Unit.SHARE, of, kept, 0.6)


def test_only_the_last_five_commitments_count() -> None:
    settled = tuple(SettledCommitment(key, key < 3) for key in range(40))
    assert not found(Rule.COMMITMENTS_SLIP, settled=settled)


@pytest.mark.parametrize(
    ("mine", "of", "speaks"), [(4, 10, False), (5, 10, True), (2, 5, False), (3, 5, True), (4, 4, False)]
)
def test_more_than_four_of_ten_open_commitments_are_the_managers(mine: int, of: int, speaks: bool) -> None:
    commitments = tuple(OpenCommitment(key, Side.MANAGER if key < mine else Side.REP) for key in range(of))
    told = found(Rule.OWN_TOO_MUCH, commitments=commitments)
    assert bool(told) is speaks
    if speaks:
        assert (told[0].number.part, told[0].number.n) == (mine, of)


@pytest.mark.parametrize(
    ("levels", "days", "speaks"),
    [
        ((2, 2, 2), (60, 30, 0), True),
        ((2, 2, 2), (59, 30, 0), False),
        ((2, 2, 2), (90, 30, 0), True),
        ((2, 2), (90, 0), False),
        ((2, 3, 3, 3), (200, 60, 30, 0), True),
        ((2, 3, 3, 3), (200, 40, 30, 0), False),
        ((2, 2, 3), (90, 60, 0), False),
        ((5, 5, 5), (90, 60, 0), False),
    ],
)
def test_a_skill_at_one_level_in_three_ratings_over_sixty_days(
    levels: tuple[float, ...], days: tuple[int, ...], speaks: bool
) -> None:
    rated = tuple(Rated(key, level, ago(day)) for key, (level, day) in enumerate(zip(levels, days, strict=True)))
    assert bool(found(Rule.SKILL_FLAT, ratings={9: rated})) is speaks


def test_a_flat_skill_says_the_level_and_how_many_ratings_saw_it() -> None:
    rated = tuple(Rated(key, level, ago(day)) for key, level, day in ((1, 1, 120), (2, 2, 84), (3, 2, 50), (4, 2, 0)))
    (told,) = found(Rule.SKILL_FLAT, ratings={9: rated})
    assert (told.subject.skill_id, told.number, told.rows.keys) == (9, Number(2, Unit.LEVEL, 3), (2, 3, 4))
    assert told.detail == {"days": 84, "since": ago(84).isoformat()}
