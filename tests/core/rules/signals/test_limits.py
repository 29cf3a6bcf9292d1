"""The numbers of the rules can be changed and switched off, and whatever stands in the file breaks nothing."""

import json
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.signals.every_rule import RULES, found
from coachjournal.rules.signals.finding import Rule
from coachjournal.rules.signals.limits import SHIPPED, Limit, Limits, limits_of, stored_limits
from coachjournal.rules.signals.records import RepRecords
from tests.core.rules.signals.known import DANA, lost, usual, won

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda each: st.lists(each) | st.dictionaries(st.text() | st.sampled_from(list(Limit)), each),
)


def test_every_rule_is_told_and_every_default_is_one_that_can_be_chosen() -> None:
    assert set(RULES) == set(Rule)
    assert all(limit.shape.refusal_of(limit.shape.default) is None for limit in Limit)
    without = {Rule.NOT_COACHED, Rule.NO_FIELD_TIME}  # theirs are cadences
    assert {rule for rule in Rule if not limits_of(rule)} == without


def test_a_rule_that_is_switched_off_says_nothing() -> None:
    rep = RepRecords(DANA, won_deals=won(2), lost_deals=lost(10))
    assert [each.rule for each in found([rep], usual(win_rate=0.5))] == [Rule.LOW_WIN_RATE]
    assert not found([rep], usual(win_rate=0.5, limits=Limits(off=frozenset({Rule.LOW_WIN_RATE}))))


@pytest.mark.parametrize(
    ("limit", "value"), [(Limit.WIN_RATE_UNDER, 40), (Limit.WIN_RATE_CLOSED, 13)], ids=["the limit", "the sample"]
)
def test_a_limit_that_was_chosen_holds(limit: Limit, value: float) -> None:
    rep = RepRecords(DANA, won_deals=won(2), lost_deals=lost(10))
    assert not found([rep], usual(win_rate=0.5, limits=Limits({limit: value})))


def test_what_was_chosen_comes_back_from_the_file() -> None:
    chosen = Limits({Limit.COVER: 2.5, Limit.KEPT_OF: 8}, frozenset({Rule.STALLED_DEAL}))
    assert stored_limits(chosen.stored()) == chosen
    assert stored_limits(None) == SHIPPED


@pytest.mark.parametrize("value", [0, 20.5, nan, inf, -inf])
def test_a_number_that_cannot_be_is_refused_in_a_sentence(value: float) -> None:
    refusal = Limit.COVER.shape.refusal_of(value)
    assert refusal == "Choose a number from 1 to 20."
    assert Limit.KEPT_OF.shape.refusal_of(5.5) == "Choose a whole number."


@given(ANY_JSON)
def test_a_foreign_value_in_the_file_is_as_if_nobody_had_chosen(foreign: object) -> None:
    assert stored_limits(json.dumps(foreign)) == SHIPPED
    known = {"numbers": foreign, "off": foreign}
    told = stored_limits(json.dumps(known))
    assert all(limit.shape.refusal_of(value) is None for limit, value in told.chosen.items())
