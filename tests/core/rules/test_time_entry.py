from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.time_entry import TimeCategory, TimeGroup, TimeSplit, split_time


@dataclass(frozen=True, slots=True)
class Hours:
    category: TimeCategory
    minutes: int
    rep_id: int | None = None


ENTRIES = st.lists(st.builds(Hours, st.sampled_from(TimeCategory), st.integers(0, 1440), st.none() | st.integers(1, 4)))


def test_travel_is_left_out_of_the_shares() -> None:
    split = split_time(
        [Hours(TimeCategory.FIELD_CALLS, 60), Hours(TimeCategory.REPORTS, 120), Hours(TimeCategory.TRAVEL, 600)]
    )
    assert (split.coaching_share, split.desk_share) == (1 / 3, 2 / 3)
    assert (split.minutes, split.minutes_without_travel) == (780, 180)


def test_there_is_no_share_of_nothing() -> None:
    assert TimeSplit().coaching_share is None
    assert split_time([Hours(TimeCategory.TRAVEL, 60)]).desk_share is None


def test_minutes_are_kept_by_rep_where_there_is_one() -> None:
    split = split_time(
        [Hours(TimeCategory.PRACTICE, 30, 1), Hours(TimeCategory.ONE_ON_ONE, 45, 1), Hours(TimeCategory.REPORTS, 10)]
    )
    assert split.by_rep == {1: 75}


@given(ENTRIES)
def test_the_shares_of_the_four_groups_add_up_to_one(entries: list[Hours]) -> None:
    split = split_time(entries)
    shares = [split.share(group) for group in TimeGroup]
    if split.minutes_without_travel:
        assert sum(share or 0 for share in shares) == pytest.approx(1)
        assert all(share is not None and 0 <= share <= 1 for share in shares)
    else:
        assert shares == [None] * len(TimeGroup)


@given(ENTRIES)
def test_no_minute_is_lost_between_categories_groups_and_the_whole(entries: list[Hours]) -> None:
    split = split_time(entries)
    assert sum(split.by_group.values()) == split.minutes == sum(entry.minutes for entry in entries)
    assert sum(split.by_rep.values()) <= split.minutes


def test_every_category_has_a_group_and_words() -> None:
    assert {category.group for category in TimeCategory} == set(TimeGroup)
    assert len({category.label for category in TimeCategory} | {group.label for group in TimeGroup}) == 16
