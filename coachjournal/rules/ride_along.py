"""A day in the field: what its calls add up to, and how long it was."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean
from typing import Protocol

from coachjournal.rules.tally import OutOf
from coachjournal.rules.time_entry import LONGEST
from coachjournal.rules.tokens import lengths_in

PLENTY = 3
"""Commitments of one day: more are not refused, but a word is said."""


class CallFigures(Protocol):
    """What the day needs to know of a call."""

    @property
    def minutes(self) -> int | None:
        """How long it took; None while that is not told."""

    @property
    def level(self) -> float | None:
        """The level shown of the focus skill."""

    @property
    def took_over(self) -> bool:
        """Whether the manager took the call over."""

    @property
    def is_told(self) -> bool:
        """Whether anything was written down after it."""


@dataclass(frozen=True, slots=True)
class DayFigures:
    """What the calls of a day add up to. `levels` are in the order of the calls."""

    calls: int
    told: int
    minutes: int
    without_length: int
    """Calls that took place and whose length is not told."""
    levels: tuple[float, ...]
    took_over: OutOf

    @property
    def level(self) -> float | None:
        """The mean of the levels to a tenth, as goals are measured; None without any."""
        return round(fmean(self.levels), 1) if self.levels else None


def day_figures(calls: Iterable[CallFigures]) -> DayFigures:
    """The roll-up of a day. Only calls that took place count for "I took over"."""
    listed = list(calls)
    told = [call for call in listed if call.is_told]
    return DayFigures(
        calls=len(listed),
        told=len(told),
        minutes=sum(call.minutes or 0 for call in listed),
        without_length=sum(not call.minutes for call in told),
        levels=tuple(call.level for call in listed if call.level is not None),
        took_over=OutOf(sum(call.took_over for call in told), len(told)),
    )


def length_of_day(told: int, *, usual: int, before: int, after: int) -> int:
    """How long the ride-along took, when its calls took `before` minutes in all and now take `after`.

    It follows its calls as long as nobody said otherwise: while it still has the length it was planned with, or that
    of its calls. A length that was told stays.
    """
    follows = told == before or (before == 0 and told == usual)
    return min(after, LONGEST) if follows and after else told


def length_said(outcome: str) -> int | None:
    """Minutes said at the end of an outcome: "They send the figures 45m", "… 1h15"; None without."""
    last = deque(lengths_in(outcome), maxlen=1)
    return last[0].minutes if last and last[0].end >= len(outcome.rstrip(" .")) else None
