"""Answers about a deal: how sure they are, when they go stale, and what to find out."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

FIND_OUT_WITHIN = timedelta(days=7)
"""What is unknown in a review should be known by the next week's talk."""


class Certainty(StrEnum):
    """How sure an answer is."""

    KNOWN = "known"
    GUESS = "guess"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """The word as it is written in the window."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class CertaintyCount:
    """How many questions are known, guessed, unknown, and not asked yet."""

    known: int
    guess: int
    unknown: int
    not_asked: int

    @property
    def asked(self) -> int:
        return self.known + self.guess + self.unknown


def count_certainties(certainties: Iterable[Certainty | None]) -> CertaintyCount:
    """Count answers; None stands for a question that was never asked."""
    counts = Counter(certainties)
    return CertaintyCount(counts[Certainty.KNOWN], counts[Certainty.GUESS], counts[Certainty.UNKNOWN], counts[None])


def is_stale(answered_on: date, stale_days: int | None, on: date) -> bool:
    """Whether an answer is older than its question allows; without a limit it never is."""
    return stale_days is not None and (on - answered_on).days > stale_days


def to_find_out(question: str) -> str:
    """The commitment that an unknown proposes: "Find out: who can say yes?"."""
    begins_with_capitals = question[1:2].isupper()  # "CFO or board: …"
    return f"Find out: {question if begins_with_capitals else question[:1].lower() + question[1:]}"
