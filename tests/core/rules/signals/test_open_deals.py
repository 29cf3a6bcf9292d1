"""Stalled deals and slips: at, below and above each limit, and below the sample."""

import pytest

from coachjournal.rules.signals.finding import Number, Rule, Unit
from coachjournal.rules.signals.records import RepRecords
from coachjournal.rules.signals.yardstick import Usual, stages_of, yardstick
from tests.core.rules.signals.known import DANA, TODAY, ago, found, still_open, usual

STAGES = stages_of([(4, "Propose")])


@pytest.mark.parametrize(("quiet", "speaks"), [(30, False), (31, True), (29, False)])
def test_a_deal_that_rests_for_half_as_long_again_as_is_usual(quiet: int, speaks: bool) -> None:
    by = usual(stage_ages={4: Usual(20, 5)}, stages=STAGES)
    told = found(Rule.STALLED_DEAL, by, open=still_open(quiet_since=ago(quiet)))
    assert bool(told) is speaks


def test_a_deal_of_which_no_day_is_known_never_rests() -> None:
    assert not found(Rule.STALLED_DEAL, usual(stage_ages={4: Usual(20, 5)}), open=still_open())


@pytest.mark.parametrize(("beside", "usual_age"), [(5, Usual(20.0, 5)), (4, None), (6, Usual(20.0, 6))])
def test_what_is_usual_at_a_stage_is_told_from_five_deals_on(beside: int, usual_age: Usual | None) -> None:
    by = yardstick([RepRecords(DANA)], still_open(beside, entered_on=ago(20)), today=TODAY)
    assert by.stage_ages.get(4) == usual_age


def test_a_stalled_deal_is_told_with_its_stage_its_worth_and_its_next_step() -> None:
    by = usual(stage_ages={4: Usual(20, 8)}, stages=STAGES)
    deals = still_open(quiet_since=ago(41))
    (told,) = found(Rule.STALLED_DEAL, by, open=deals)
    (key,) = (deal.deal_id for deal in deals)
    assert (told.subject.deal_id, told.name, told.rows.keys) == (key, "Halvorsen", (key,))
    assert told.number == Number(41, Unit.DAYS, 1, against=20, against_n=8)
    assert told.detail == {"stage": "Propose", "next_step": "", "amount": 100_000, "currency": "EUR"}


@pytest.mark.parametrize(("slips", "speaks"), [(1, False), (2, True), (3, True)])
def test_a_deal_that_slipped_twice(slips: int, speaks: bool) -> None:
    deals = still_open()
    told = found(Rule.SLIPPED, open=deals, slips={deals[0].deal_id: slips})
    assert [each.subject.deal_id for each in told] == [deals[0].deal_id] * speaks


@pytest.mark.parametrize(
    ("moved", "of", "speaks"), [(3, 10, True), (2, 10, False), (4, 10, True), (2, 5, True), (4, 4, False)]
)
def test_three_of_ten_open_deals_slipped_from_five_on(moved: int, of: int, speaks: bool) -> None:
    deals = still_open(of)
    told = found(Rule.SLIPPED, open=deals, slips={deal.deal_id: 1 for deal in deals[:moved]})
    assert bool(told) is speaks
    if speaks:
        assert (told[0].subject.deal_id, told[0].number.part, told[0].number.n) == (None, moved, of)


@pytest.mark.parametrize(("stalled", "apart", "together"), [(3, 3, 0), (4, 0, 1), (9, 0, 1)])
def test_more_than_three_resting_deals_are_told_as_one(stalled: int, apart: int, together: int) -> None:
    deals = still_open(stalled, quiet_since=ago(41)) + still_open(2, quiet_since=ago(1))
    told = found(Rule.STALLED_DEAL, usual(stage_ages={4: Usual(20, 8)}), open=deals)
    assert [each.subject.deal_id is None for each in told] == [False] * apart + [True] * together
    if together:
        assert (told[0].number.part, told[0].number.n, len(told[0].rows.keys)) == (stalled, stalled + 2, stalled + 2)


def test_a_deal_that_was_told_by_itself_stays_so_when_others_come() -> None:
    deals = still_open(4, quiet_since=ago(41))
    known = frozenset({(Rule.STALLED_DEAL.value, deals[0].deal_id), (Rule.SLIPPED.value, deals[1].deal_id)})
    told = found(Rule.STALLED_DEAL, usual(stage_ages={4: Usual(20, 8)}), open=deals, told_apart=known)
    assert [each.subject.deal_id for each in told] == [deals[0].deal_id, None]


def test_more_than_three_deals_that_slipped_twice_are_told_as_one_of_however_many() -> None:
    deals = still_open(40)
    told = found(Rule.SLIPPED, open=deals, slips={deal.deal_id: 2 for deal in deals[:4]})
    assert [(each.subject.deal_id, each.number.part, each.number.n) for each in told] == [(None, 4, 40)]
