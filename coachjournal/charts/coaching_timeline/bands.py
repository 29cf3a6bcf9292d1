"""The bands that the hours with the rep are stacked in, in a fixed order."""

from collections.abc import Iterable
from dataclasses import dataclass

from coachjournal.queries.coaching_timeline import RepHours
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

_BAND_OF = {key: number for number, band in enumerate(BANDS) for key in band.keys}
# Where a kind of conversation and a category of time share a key they mean the same; the kind gives the word.
_LABELS = {str(category): category.label for category in TimeCategory} | {
    str(kind): kind.label for kind in ConversationKind
}


def minutes_by_band(hours: RepHours) -> tuple[int, ...]:
    """The minutes in the order of `BANDS`."""
    sums = [0] * len(BANDS)
    for key, minutes in hours.minutes.items():
        sums[_BAND_OF.get(key, len(BANDS) - 1)] += minutes
    return tuple(sums)


def bands_present(bars: Iterable[RepHours]) -> list[bool]:
    """Which of `BANDS` have any minutes."""
    keys = {key for hours in bars for key, minutes in hours.minutes.items() if minutes}
    present = {_BAND_OF.get(key, len(BANDS) - 1) for key in keys}
    return [number in present for number in range(len(BANDS))]


def label_of(key: str) -> str:
    """The words for a kind of conversation or a category of time."""
    return _LABELS[key]
