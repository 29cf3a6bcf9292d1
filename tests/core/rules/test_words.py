from datetime import date, timedelta

import pytest

from coachjournal.rules.words import due_day, gap_length, hours, length_of_talk, relative_day

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1000, "2 years ago"),
        (-729, "24 months ago"),
        (-60, "2 months ago"),
        (-59, "59 days ago"),
        (-11, "11 days ago"),
        (-2, "2 days ago"),
        (-1, "yesterday"),
        (0, "today"),
        (1, "tomorrow"),
        (3, "in 3 days"),
        (90, "in 3 months"),
    ],
)
def test_near_days_have_words(days: int, words: str) -> None:
    assert relative_day(MONDAY + timedelta(days=days), MONDAY) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [(-3, "3 days late"), (-1, "1 day late"), (0, "today"), (1, "tomorrow"), (2, "Wed"), (6, "Sun"), (7, None)],
)
def test_a_due_day_is_named_within_a_week(days: int, words: str | None) -> None:
    assert due_day(MONDAY + timedelta(days=days), MONDAY) == words


@pytest.mark.parametrize(("days", "words"), [(13, "13 days"), (14, "2 weeks"), (55, "8 weeks"), (56, "8 weeks")])
def test_a_gap_is_told_in_weeks(days: int, words: str) -> None:
    assert gap_length(days) == words


@pytest.mark.parametrize(
    ("minutes", "words", "aligned"),
    [(0, "0 h 00", "0 h 00"), (45, "0 h 45", "0 h 45"), (270, "4 h 30", "4 h 30"), (420, "7 h", "7 h 00")],
)
def test_hours_are_written_with_their_minutes(minutes: int, words: str, aligned: str) -> None:
    assert (hours(minutes), hours(minutes, aligned=True)) == (words, aligned)


def test_a_short_talk_is_told_in_minutes() -> None:
    assert [length_of_talk(minutes) for minutes in (5, 59, 60, 90)] == ["5 min", "59 min", "1 h", "1 h 30"]
