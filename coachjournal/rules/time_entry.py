"""The manager's hours: categories in four groups, and the shares they add up to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

LONGEST = 24 * 60
"""Minutes: nothing that the manager does is longer than a day."""


class TimeGroup(StrEnum):
    """The four groups of the manager's time."""

    PEOPLE = "people"
    CUSTOMERS = "customers"
    BUSINESS = "business"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The group as it is written in the window and in documents."""
        return _GROUP_LABELS[self]


_GROUP_LABELS = {
    TimeGroup.PEOPLE: "With my people",
    TimeGroup.CUSTOMERS: "Customers",
    TimeGroup.BUSINESS: "Business management",
    TimeGroup.OTHER: "Other",
}


class TimeCategory(StrEnum):
    """What the manager's time went to."""

    ONE_ON_ONE = "one_on_one"
    FIELD_CALLS = "field_calls"
    DEAL_STRATEGY = "deal_strategy"
    PRACTICE = "practice"
    ONBOARDING = "onboarding"
    OWN_SELLING = "own_selling"
    ESCALATIONS = "escalations"
    REPORTS = "reports"
    INTERNAL_MEETINGS = "internal_meetings"
    ADMINISTRATION = "administration"
    TRAVEL = "travel"
    OWN_LEARNING = "own_learning"

    @property
    def group(self) -> TimeGroup:
        """The group this category belongs to."""
        return _GROUPS[self]

    @property
    def label(self) -> str:
        """The category as it is written in the window and in documents."""
        return _CATEGORY_LABELS[self]


_GROUPS = {
    TimeCategory.ONE_ON_ONE: TimeGroup.PEOPLE,
    TimeCategory.FIELD_CALLS: TimeGroup.PEOPLE,
    TimeCategory.DEAL_STRATEGY: TimeGroup.PEOPLE,
    TimeCategory.PRACTICE: TimeGroup.PEOPLE,
    TimeCategory.ONBOARDING: TimeGroup.PEOPLE,
    TimeCategory.OWN_SELLING: TimeGroup.CUSTOMERS,
    TimeCategory.ESCALATIONS: TimeGroup.CUSTOMERS,
    TimeCategory.REPORTS: TimeGroup.BUSINESS,
    TimeCategory.INTERNAL_MEETINGS: TimeGroup.BUSINESS,
    TimeCategory.ADMINISTRATION: TimeGroup.BUSINESS,
    TimeCategory.TRAVEL: TimeGroup.OTHER,
    TimeCategory.OWN_LEARNING: TimeGroup.OTHER,
}

_CATEGORY_LABELS = {
    TimeCategory.ONE_ON_ONE: "One-on-ones",
    TimeCategory.FIELD_CALLS: "Field and joint calls",
    TimeCategory.DEAL_STRATEGY: "Deal strategy",
    TimeCategory.PRACTICE: "Practice and training",
    TimeCategory.ONBOARDING: "Onboarding and recruiting",
    TimeCategory.OWN_SELLING: "Own selling",
    TimeCategory.ESCALATIONS: "Escalations",
    TimeCategory.REPORTS: "Forecast and reports",
    TimeCategory.INTERNAL_MEETINGS: "Internal meetings",
    TimeCategory.ADMINISTRATION: "Administration",
    TimeCategory.TRAVEL: "Travel",
    TimeCategory.OWN_LEARNING: "Own learning",
}


class CountedTime(Protocol):
    """What the shares need to know of an entry, or of a conversation, which is its own time."""

    @property
    def category(self) -> str:
        """A value of `TimeCategory`."""

    @property
    def minutes(self) -> int:
        """How long it took, or how much of it counts (see rules.overlap)."""

    @property
    def rep_id(self) -> int | None:
        """The rep it was with, if with one."""


@dataclass(frozen=True, slots=True)
class TimeSplit:
    """Minutes by category and by rep, and the shares they add up to."""

    by_category: Mapping[TimeCategory, int] = field(default_factory=dict)
    by_rep: Mapping[int, int] = field(default_factory=dict)

    @property
    def minutes(self) -> int:
        """All minutes, travel among them."""
        return sum(self.by_category.values())

    @property
    def minutes_without_travel(self) -> int:
        """What the shares are shares of."""
        return self.minutes - self.by_category.get(TimeCategory.TRAVEL, 0)

    @property
    def by_group(self) -> dict[TimeGroup, int]:
        """Minutes of each of the four groups, none of them left out."""
        sums = dict.fromkeys(TimeGroup, 0)
        for category, minutes in self.by_category.items():
            sums[TimeCategory(category).group] += minutes
        return sums

    def share(self, group: TimeGroup) -> float | None:
        """Minutes of the group / all minutes, travel left out of both; None when there are none.

        The shares of the four groups add up to 1.
        """
        whole = self.minutes_without_travel
        part = self.by_group[group]
        if group is TimeGroup.OTHER:
            part -= self.by_category.get(TimeCategory.TRAVEL, 0)
        return part / whole if whole else None

    @property
    def coaching_share(self) -> float | None:
        """Minutes with my people / all minutes without travel, 0 to 1; None when there are none."""
        return self.share(TimeGroup.PEOPLE)

    @property
    def desk_share(self) -> float | None:
        """Minutes of business management / all minutes without travel, 0 to 1; None when there are none."""
        return self.share(TimeGroup.BUSINESS)


def split_time(entries: Iterable[CountedTime]) -> TimeSplit:
    """The minutes of all entries, by category and by rep."""
    by_category: dict[TimeCategory, int] = {}
    by_rep: dict[int, int] = {}
    for entry in entries:
        category = TimeCategory(entry.category)
        by_category[category] = by_category.get(category, 0) + entry.minutes
        if entry.rep_id is not None:
            by_rep[entry.rep_id] = by_rep.get(entry.rep_id, 0) + entry.minutes
    return TimeSplit(by_category, by_rep)
