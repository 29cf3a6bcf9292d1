"""Stages that leak: at, below and above the limit, and below the sample."""

import pytest

from coachjournal.rules.signals.finding import Number, Rule, Unit
from coachjournal.rules.signals.records import AtStage, RepRecords
from coachjournal.rules.signals.yardstick import Usual, stages_of, yardstick
from tests.core.rules.signals.known import TODAY, found, usual

STAGES = stages_of([(1, "Qualify"), (2, "Propose"), (3, "Negotiate")])


def _at(went_on: int, stopped: int) -> dict[int, AtStage]:
    return {2: AtStage(tuple(range(went_on)), tuple(range(100, 100 + stopped)))}


@pytest.mark.parametrize(
    ("went_on", "stopped", "speaks"), [(9, 11, True), (10, 10, False), (5, 15, True), (6, 9, True), (0, 14, False)]
)
def test_fifteen_points_fewer_go_on_than_in_the_team(went_on: int, stopped: int, speaks: bool) -> None:
    by = usual(went_on={2: Usual(0.6, 4)}, stages=STAGES)
    told = found(Rule.LEAKING_STAGE, by, stages=_at(went_on, stopped))
    assert bool(told) is speaks


def test_a_leaking_stage_says_how_many_went_on_of_how_many() -> None:
    by = usual(went_on={2: Usual(0.6, 4)}, stages=STAGES)
    (told,) = found(Rule.LEAKING_STAGE, by, stages=_at(5, 15))
    assert told.number == Number(0.25, Unit.SHARE, n=20, part=5, against=0.6, against_n=4)
    assert (told.subject.stage_id, told.name, len(told.rows.keys)) == (2, "Propose", 20)


def test_the_teams_share_is_the_median_of_the_reps_with_enough_deals_at_the_stage() -> None:
    known = [(9, 6), (12, 3), (6, 9), (0, 14)]
    reps = [RepRecords(key, stages=_at(*each)) for key, each in enumerate(known)]
    assert yardstick(reps, (), today=TODAY, stages=STAGES).went_on == {2: Usual(0.6, 3)}
    assert yardstick(reps[1:], (), today=TODAY, stages=STAGES).went_on == {}
