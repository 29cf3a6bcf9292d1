"""Commitments: who does what by when."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from itertools import islice

from coachjournal.rules.tally import OutOf

KEPT_RATE_OF = 5
"""The kept rate looks at this many of the latest commitments."""


class CommitmentStatus(StrEnum):
    """The life of a commitment. `MOVED` means: replaced by one with a later date."""

    OPEN = "open"
    KEPT = "kept"
    NOT_KEPT = "not_kept"
    MOVED = "moved"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        """The status as it is written in the window and in documents."""
        return self.value.replace("_", " ").capitalize()


class DueStanding(StrEnum):
    """How an open commitment stands against its day."""

    LATE = "late"
    TODAY = "today"
    LATER = "later"
    NO_DAY = "no_day"


def due_standing(due_on: date | None, today: date) -> DueStanding:
    """On its day a commitment is due today; it is late from the day after."""
    if due_on is None:
        return DueStanding.NO_DAY
    if due_on < today:
        return DueStanding.LATE
    return DueStanding.TODAY if due_on == today else DueStanding.LATER


def kept_rate(newest_first: Iterable[str], last: int = KEPT_RATE_OF) -> OutOf:
    """Kept, of the last commitments that were kept or not kept; open, moved and dropped ones say nothing yet."""
    settled = (status for status in newest_first if status in _SETTLED)
    latest = list(islice(settled, last))
    return OutOf(latest.count(CommitmentStatus.KEPT), len(latest))


_SETTLED = frozenset({CommitmentStatus.KEPT, CommitmentStatus.NOT_KEPT})
