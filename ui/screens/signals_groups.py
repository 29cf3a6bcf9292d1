"""The open signals in groups: what waits for the manager first, strengths as one group of their own."""

from collections.abc import Iterable
from typing import NamedTuple

from coachjournal.queries.signals import OpenSignal
from coachjournal.rules.coaching import SignalState
from ui.screens.signals_words import next_step

LOOK, STILL, UNCOACHED, COACHED, NO_LONGER, STRENGTHS = (
    "To look at again",
    "Still so after coaching",
    "Not coached yet",
    "Being coached",
    "No longer so",
    "Strengths",
)


class Group(NamedTuple):
    """Signals under one heading."""

    title: str
    signals: tuple[OpenSignal, ...]


def grouped(signals: Iterable[OpenSignal]) -> tuple[Group, ...]:
    """The groups that have any, each in the order the signals came in."""
    kept: dict[str, list[OpenSignal]] = {title: [] for title in (LOOK, STILL, UNCOACHED, COACHED, NO_LONGER, STRENGTHS)}
    for signal in signals:
        kept[group_of(signal)].append(signal)
    return tuple(Group(title, tuple(found)) for title, found in kept.items() if found)


def group_of(signal: OpenSignal) -> str:
    """Under which heading a signal stands."""
    if signal.rule.is_strength:
        return STRENGTHS
    if signal.look_again is not None:
        return LOOK
    if signal.is_no_longer_so:
        return NO_LONGER
    if signal.state is SignalState.LOOKED_AGAIN and next_step(signal.steps) is None:
        return STILL
    return COACHED if signal.steps else UNCOACHED
