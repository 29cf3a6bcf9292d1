from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.deal import (
    DEFAULT_STAGES,
    Outcome,
    age_at_stage,
    is_slip,
    is_stalled,
    median_ages,
    outcome_of_stage,
    recorded_step,
    step_of_record,
)

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
MID_QUARTER = date(2026, 11, 9)


@pytest.mark.parametrize(("days", "slipped"), [(-30, False), (0, False), (6, False), (7, True), (8, True)])
def test_a_close_date_slips_when_it_moves_a_week_later(days: int, slipped: bool) -> None:
    assert is_slip(MID_QUARTER, MID_QUARTER + timedelta(days=days)) is slipped


def test_one_day_past_the_quarter_is_a_slip() -> None:
    assert is_slip(date(2026, 12, 31), date(2027, 1, 1))
    assert not is_slip(date(2026, 12, 30), date(2026, 12, 31))


def test_a_first_or_a_missing_close_date_is_no_slip() -> None:
    assert not is_slip(None, MID_QUARTER)
    assert not is_slip(MID_QUARTER, None)


@given(DAYS, DAYS, st.integers(0, 400))
def test_what_is_a_slip_stays_one_however_much_later_it_moves(old: date, new: date, more: int) -> None:
    assert not is_slip(old, new) or is_slip(old, new + timedelta(days=more))


@given(DAYS, DAYS)
def test_of_two_moves_there_and_back_at_most_one_is_a_slip(old: date, new: date) -> None:
    assert not (is_slip(old, new) and is_slip(new, old))


@pytest.mark.parametrize(("quiet", "stalled"), [(0, False), (29, False), (30, False), (31, True)])
def test_a_deal_is_stalled_beyond_one_and_a_half_times_the_median_age(quiet: int, stalled: bool) -> None:
    assert is_stalled(quiet, 20.0) is stalled


def test_below_five_deals_at_a_stage_nothing_is_said() -> None:
    medians = median_ages([("Propose", days) for days in (1, 2, 3, 4)])
    assert medians == {}
    assert is_stalled(1000, medians.get("Propose")) is None


def test_five_deals_at_a_stage_have_a_median_of_their_own() -> None:
    ages = [("Propose", days) for days in (1, 2, 30, 40, 900)] + [("Qualify", 7)] * 6
    assert median_ages(ages) == {"Propose": 30.0, "Qualify": 7.0}


def test_the_age_at_a_stage_is_never_negative() -> None:
    assert age_at_stage(date(2026, 11, 1), date(2026, 11, 23)) == 22
    assert age_at_stage(date(2026, 11, 24), date(2026, 11, 23)) == 0


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("Closed Won", Outcome.WON),
        ("closedwon", Outcome.WON),
        ("closed-won", Outcome.WON),
        ("  WON ", Outcome.WON),
        ("Closed_Lost", Outcome.LOST),
        ("Lost", Outcome.LOST),
        ("Negotiation", Outcome.OPEN),
        ("Won over the sponsor", Outcome.OPEN),
        ("", Outcome.OPEN),
    ],
)
def test_the_name_of_a_stage_tells_its_outcome_only_when_it_is_nothing_else(name: str, outcome: Outcome) -> None:
    assert outcome_of_stage(name) is outcome


def test_the_names_of_the_first_stages_tell_their_outcomes() -> None:
    assert [outcome_of_stage(stage.name) for stage in DEFAULT_STAGES] == [stage.outcome for stage in DEFAULT_STAGES]


@given(st.text(), st.none() | st.dates(date(1000, 1, 1)))
def test_a_recorded_next_step_is_read_back_with_its_day(words: str, on: date | None) -> None:
    if on is None and step_of_record(words)[1] is not None:
        return  # words that end in a day in brackets were written so by hand
    assert step_of_record(recorded_step(words.strip(), on)) == (words.strip(), on)


def test_brackets_that_hold_no_day_are_words() -> None:
    assert step_of_record("Send the paper (2026-13-45)") == ("Send the paper (2026-13-45)", None)
