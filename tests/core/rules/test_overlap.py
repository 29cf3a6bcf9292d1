from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.overlap import counted_minutes

NINE = datetime(2026, 11, 16, 9, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Work:
    starts_at: datetime | None
    minutes: int
    is_conversation: bool = False

    def covers(self, minute: datetime) -> bool:
        return self.starts_at is not None and self.starts_at <= minute < self.starts_at + timedelta(
            minutes=self.minutes
        )


def at(minute: int, minutes: int, *, talk: bool = False) -> Work:
    return Work(NINE + timedelta(minutes=minute), minutes, talk)


WORK = st.lists(st.builds(at, st.integers(0, 90), st.integers(0, 60), talk=st.booleans()), max_size=8)


def winner(work: list[Work], minute: datetime) -> int | None:
    """Who gets this minute, straight from the rule's words."""
    wanting = [index for index, piece in enumerate(work) if piece.covers(minute)]
    return min(wanting, key=lambda index: _claim(work[index], index), default=None)


def _claim(piece: Work, index: int) -> tuple[bool, int, float, int]:
    assert piece.starts_at is not None
    return (not piece.is_conversation, piece.minutes, -piece.starts_at.timestamp(), index)


@given(WORK)
def test_each_minute_goes_to_the_one_the_rule_names(work: list[Work]) -> None:
    expected = [0] * len(work)
    for minute in range(150):
        index = winner(work, NINE + timedelta(minutes=minute))
        if index is not None:
            expected[index] += 1
    assert counted_minutes(work) == expected


@given(WORK)
def test_no_minute_is_counted_twice_and_none_is_lost(work: list[Work]) -> None:
    covered = sum(any(piece.covers(NINE + timedelta(minutes=minute)) for piece in work) for minute in range(150))
    assert sum(counted_minutes(work)) == covered


@given(WORK, st.permutations(range(8)))
def test_the_order_of_the_pieces_does_not_matter_where_they_differ(work: list[Work], order: list[int]) -> None:
    unlike = list(dict.fromkeys(work))
    counted = dict(zip(unlike, counted_minutes(unlike), strict=True))
    shuffled = [unlike[place] for place in order if place < len(unlike)]
    assert dict(zip(shuffled, counted_minutes(shuffled), strict=True)) == {piece: counted[piece] for piece in shuffled}


def test_a_conversation_wins_over_the_calendar_however_long_it_is() -> None:
    assert counted_minutes([at(0, 30), at(0, 60, talk=True)]) == [0, 60]


def test_a_call_within_a_block_leaves_the_rest_to_the_block() -> None:
    assert counted_minutes([at(0, 120), at(30, 15)]) == [105, 15]


def test_of_two_alike_the_later_start_wins_and_of_twins_the_first() -> None:
    assert counted_minutes([at(0, 60), at(30, 60)]) == [30, 60]
    assert counted_minutes([at(0, 60), at(0, 60)]) == [60, 0]


def test_meetings_back_to_back_count_whole() -> None:
    assert counted_minutes([at(0, 60), at(60, 60)]) == [60, 60]


def test_work_without_a_start_counts_whole() -> None:
    assert counted_minutes([Work(None, 45, is_conversation=True), at(0, 60)]) == [45, 60]


def test_the_same_instant_in_another_zone_is_the_same_minute() -> None:
    elsewhere = NINE.astimezone(tz=None)
    assert counted_minutes([Work(elsewhere, 60), at(0, 60)]) == [60, 0]


@pytest.mark.parametrize("work", [[], [at(0, 0)]])
def test_nothing_counts_nothing(work: list[Work]) -> None:
    assert sum(counted_minutes(work)) == 0
