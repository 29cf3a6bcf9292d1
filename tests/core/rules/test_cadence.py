from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.absence import joined
from coachjournal.rules.cadence import (
    DEFAULT_CADENCES,
    Cadence,
    CadenceKind,
    Standing,
    days_since,
    due_on,
    gaps,
    standing,
)
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.period import Period

SINCE = date(2026, 1, 1)
TODAY = date(2026, 11, 23)
CONVERSATIONS = st.lists(st.dates(date(2025, 12, 1), date(2026, 12, 31)), max_size=30)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, Standing.ON_TIME),
        (7, Standing.ON_TIME),
        (8, Standing.DUE),
        (14, Standing.DUE),
        (15, Standing.OVERDUE),
    ],
)
def test_past_the_target_is_due_and_past_the_limit_overdue(days: int, expected: Standing) -> None:
    assert standing(days, Cadence(7, 14)) is expected


def test_a_rep_never_coached_is_counted_from_the_day_they_came() -> None:
    assert days_since(None, date(2026, 11, 20), TODAY) == 3
    assert days_since(date(2026, 11, 22), date(2026, 11, 20), TODAY) == 1


def test_a_gap_is_longer_than_its_limit() -> None:
    on_time = SINCE + timedelta(days=15)
    late = SINCE + timedelta(days=16)
    assert gaps([on_time], SINCE, on_time, 14) == ()
    (gap,) = gaps([late], SINCE, late, 14)
    assert (gap.start, gap.end, gap.days) == (SINCE + timedelta(days=1), late, 15)


@given(CONVERSATIONS, st.integers(1, 60))
def test_no_conversation_lies_in_a_gap_and_gaps_do_not_touch(days: list[date], limit: int) -> None:
    found = gaps(days, SINCE, TODAY, limit)
    assert not any(day in gap for gap in found for day in days)
    assert all(gap.days > limit for gap in found)
    assert all(before.end < after.start for before, after in pairwise(found))


@given(CONVERSATIONS, st.integers(1, 60))
def test_a_day_lies_at_the_end_of_a_gap_exactly_when_the_rep_was_overdue(days: list[date], limit: int) -> None:
    last = max((day for day in days if SINCE < day <= TODAY), default=None)
    overdue = standing(days_since(last, SINCE, TODAY), Cadence(limit, limit)) is Standing.OVERDUE
    assert overdue == any(TODAY in gap for gap in gaps(days, SINCE, TODAY, limit))


def test_a_rep_who_came_today_has_no_gap() -> None:
    assert gaps([], TODAY, TODAY, 5) == ()
    assert gaps([], TODAY + timedelta(days=3), TODAY, 5) == ()


def test_every_kind_of_conversation_counts_as_coaching() -> None:
    assert CadenceKind.ANY_COACHING.reset_by == set(ConversationKind)
    assert CadenceKind.JOINT_CALL.reset_by == {ConversationKind.RIDE_ALONG}
    assert CadenceKind.PLAN.reset_by == set()


def test_every_cadence_has_words_and_a_limit_beyond_its_target() -> None:
    assert set(DEFAULT_CADENCES) == set(CadenceKind)
    assert all(cadence.target_days < cadence.limit_days for cadence in DEFAULT_CADENCES.values())
    assert all(kind.missing for kind in CadenceKind)


def test_a_standing_is_written_in_words() -> None:
    assert Standing.ON_TIME.label == "on time"


def test_days_away_are_not_counted_and_put_the_due_day_off() -> None:
    last, holiday = date(2026, 11, 10), Period(date(2026, 11, 14), date(2026, 11, 21))
    assert days_since(last, SINCE, TODAY) == 13
    assert days_since(last, SINCE, TODAY, [holiday]) == 6
    assert due_on(last, Cadence(7, 14)) == date(2026, 11, 18)
    assert due_on(last, Cadence(7, 14), [holiday]) == date(2026, 11, 25)


ABSENCE = st.builds(
    lambda start, days: Period(start, start + timedelta(days=days)), st.dates(SINCE, TODAY), st.integers(1, 40)
)


@given(CONVERSATIONS, st.lists(ABSENCE, max_size=4), ABSENCE, st.integers(1, 60))
def test_one_more_absence_never_makes_a_rep_look_more_overdue(
    days: list[date], absences: list[Period], more: Period, limit: int
) -> None:
    last = max((day for day in days if day <= TODAY), default=None)
    fewer, all_of_them = joined(absences), joined([*absences, more])
    assert days_since(last, SINCE, TODAY, all_of_them) <= days_since(last, SINCE, TODAY, fewer)
    assert set(gaps(days, SINCE, TODAY, limit, all_of_them)) <= set(gaps(days, SINCE, TODAY, limit, fewer))
    since, cadence = last or SINCE, Cadence(limit, limit)
    assert due_on(since, cadence, all_of_them) >= due_on(since, cadence, fewer)


@given(CONVERSATIONS, st.lists(ABSENCE, max_size=4), st.integers(1, 60))
def test_the_day_it_is_due_is_the_first_past_the_target(days: list[date], absences: list[Period], limit: int) -> None:
    last, away = max((day for day in days if day <= TODAY), default=SINCE), joined(absences)
    due, cadence = due_on(last, Cadence(limit, limit), away), Cadence(limit, limit)
    assert standing(days_since(last, SINCE, due, away), cadence) is Standing.OVERDUE
    assert standing(days_since(last, SINCE, due - timedelta(days=1), away), cadence) is Standing.ON_TIME
