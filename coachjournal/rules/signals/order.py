"""The order of open signals on the morning page: by what waits for the manager, never by who does worst."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from enum import IntEnum
from heapq import heapify, heappop, heappush
from typing import NamedTuple, TypeVar

from coachjournal.rules.signals.finding import Rule

SHOWN = 5
"""Signals on the morning page: more are a report."""

T = TypeVar("T")


class Waits(IntEnum):
    """What a signal waits for, the most pressing first."""

    TO_LOOK_AGAIN = 0
    FOR_COACHING = 1
    COACHED = 2
    NO_LONGER_SO = 3


class Place(NamedTuple):
    """What the order of a signal follows from."""

    waits: Waits
    rule: Rule
    rep_id: int
    since: date

    @property
    def is_strength_of_today(self) -> bool:
        return self.rule.is_strength and self.waits is not Waits.NO_LONGER_SO


Placed = tuple[Place, T]


def in_order(signals: Sequence[Placed[T]]) -> tuple[T, ...]:
    """What is to be looked at again, what nothing was coached about, and the rest: the oldest first.

    Nobody has a second one before everybody has a first, within what waits for the same; of a rep's that are equally
    old, the one of which fewest were told comes first. One of the first five is a strength, when there is one.
    """
    placed: list[Placed[T]] = []
    told: Counter[int | Rule] = Counter()
    for waits in Waits:
        placed += _in_turns([each for each in signals if each[0].waits is waits], told)
    return tuple(signal for _, signal in _with_strength(placed))


def _in_turns(signals: Sequence[Placed[T]], told: Counter[int | Rule]) -> Iterator[Placed[T]]:
    """The reps in turns, who had fewest and has waited longest first. `told` counts by rep and by rule, and goes on."""
    of_rep: defaultdict[int, list[Placed[T]]] = defaultdict(list)
    for each in sorted(signals, key=lambda each: each[0].since):
        of_rep[each[0].rep_id].append(each)
    turns = [(told[rep], each[0][0].since, number, rep) for number, (rep, each) in enumerate(of_rep.items())]
    heapify(turns)
    while turns:
        _, since, number, rep = heappop(turns)
        oldest = [each for each in of_rep[rep] if each[0].since == since]
        next_one = min(oldest, key=lambda each: told[each[0].rule])
        of_rep[rep].remove(next_one)
        told.update((rep, next_one[0].rule))
        yield next_one
        if of_rep[rep]:
            heappush(turns, (told[rep], of_rep[rep][0][0].since, number, rep))


def _with_strength(signals: list[Placed[T]]) -> list[Placed[T]]:
    """With the first strength among the first five, at their end if it stood behind them."""
    strengths = (number for number, (place, _) in enumerate(signals) if place.is_strength_of_today)
    first = next(strengths, None)
    if first is None or first < SHOWN:
        return signals
    rest = signals[:first] + signals[first + 1 :]
    return [*rest[: SHOWN - 1], signals[first], *rest[SHOWN - 1 :]]
