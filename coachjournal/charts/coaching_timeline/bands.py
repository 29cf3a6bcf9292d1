"""The bands that a week's hours with the rep are stacked in, and the marks of conversations: a fixed order each."""

from collections.abc import Iterable
from dataclasses import dataclass

from coachjournal.queries.coaching_timeline import RepWeek
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.time_entry import TimeCategory


@dataclass(frozen=True, slots=True)
class Band:
    """One shade of the stack: its words and the kinds and categories it adds up; empty for all the others."""

    title: str
    keys: frozenset[str]


def _band(title: str, *keys: ConversationKind | TimeCategory) -> Band:
    return Band(title, frozenset(str(key) for key in keys))


BANDS = (
    _band("Ride-along", ConversationKind.RIDE_ALONG, TimeCategory.FIELD_CALLS),
    _band("One-on-one", ConversationKind.ONE_ON_ONE),
    _band("Deal review", ConversationKind.DEAL_REVIEW, ConversationKind.PIPELINE_REVIEW, TimeCategory.DEAL_STRATEGY),
    _band("Call review", ConversationKind.CALL_REVIEW),
    _band("Practice", ConversationKind.PRACTICE, TimeCategory.ONBOARDING),
    _band("Other"),
)

MARKERS = {
    ConversationKind.RIDE_ALONG: "^",
    ConversationKind.ONE_ON_ONE: "s",
    ConversationKind.DEAL_REVIEW: "D",
    ConversationKind.CALL_REVIEW: "v",
    ConversationKind.PIPELINE_REVIEW: "P",
    ConversationKind.PRACTICE: "*",
    ConversationKind.IN_PASSING: "|",
}
"""A shape for every kind of conversation, none of them round: round is a check-in."""

_BAND_OF = {key: number for number, band in enumerate(BANDS) for key in band.keys}
# Where a kind of conversation and a category of time share a key they mean the same; the kind gives the word.
_LABELS = {str(category): category.label for category in TimeCategory} | {
    str(kind): kind.label for kind in ConversationKind
}


def minutes_by_band(week: RepWeek) -> tuple[int, ...]:
    """The week's minutes in the order of `BANDS`."""
    sums = [0] * len(BANDS)
    for key, minutes in week.minutes.items():
        sums[_BAND_OF.get(key, len(BANDS) - 1)] += minutes
    return tuple(sums)


def bands_present(weeks: Iterable[RepWeek]) -> list[bool]:
    """Which of `BANDS` have any minutes."""
    keys = {key for week in weeks for key, minutes in week.minutes.items() if minutes}
    present = {_BAND_OF.get(key, len(BANDS) - 1) for key in keys}
    return [number in present for number in range(len(BANDS))]


def label_of(key: str) -> str:
    """The words for a kind of conversation or a category of time."""
    return _LABELS[key]
