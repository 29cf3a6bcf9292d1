"""The order of open signals on the morning page: by what waits for the manager, never by who does worst."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from typing import NamedTuple, TypeVar

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
    rep_id: int
    since: date
    is_strength: bool


def in_order(signals: Sequence[tuple[Place, T]]) -> tuple[T, ...]:
    """What is to be looked at again, what nothing was coached about, and the rest: the oldest first.

    Nobody has a second one before everybody has a first, within what waits for the same. One of the first five is a
    strength, when there is one.
    """
    placed: list[tuple[Place, T]] = []
    before: Counter[int] = Counter()
    for waits in Waits:
        oldest_first = sorted((each for each in signals if each[0].waits is waits), key=lambda each: each[0].since)
        placed += _in_turns(oldest_first, before)
    return tuple(signal for _, signal in _with_strength(placed))


def _in_turns(signals: Sequence[tuple[Place, T]], before: Counter[int]) -> list[tuple[Place, T]]:
    """Everybody's first, then everybody's second; those listed before count."""
    numbered: list[tuple[int, tuple[Place, T]]] = []
    for each in signals:
        before[each[0].rep_id] += 1
        numbered.append((before[each[0].rep_id], each))
    return [each for _, each in sorted(numbered, key=lambda pair: pair[0])]


def _with_strength(signals: list[tuple[Place, T]]) -> list[tuple[Place, T]]:
    """With the first strength among the first five, at their end if it stood behind them."""
    first = next((number for number, (place, _) in enumerate(signals) if place.is_strength), None)
    if first is None or first < SHOWN:
        return signals
    rest = signals[:first] + signals[first + 1 :]
    return [*rest[: SHOWN - 1], signals[first], *rest[SHOWN - 1 :]]
