"""Which conversation is which meeting: so that each is told once, and none as missed that was only held later."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from coachjournal.rules.conversation import ConversationKind

MADE_UP_WITHIN = timedelta(days=6)
"""A meeting that did not take place may be held on one of the next days; a week later it is the next one's turn."""


class Due(NamedTuple):
    """A meeting of a series."""

    rep_id: int
    kind: ConversationKind
    on: date
    series_id: int


class Spoken(NamedTuple):
    """A conversation; `held` when it took place."""

    rep_id: int
    kind: ConversationKind
    on: date
    series_id: int | None
    held: bool


def paired(due: Sequence[Due], spoken: Sequence[Spoken]) -> dict[int, int]:
    """Places of meetings, with the place of the conversation that each of them is. Both come in order of day.

    It is the one of that rep and kind on that day, whatever became of it; else the first that was held within the next
    days and is no other's.
    """
    found: dict[int, int] = {}
    free: dict[tuple[int, ConversationKind], dict[int, Spoken]] = {}
    for at, talk in enumerate(spoken):
        free.setdefault((talk.rep_id, talk.kind), {})[at] = talk
    for fits in (_is_on_its_day, _makes_up):
        for at, meeting in enumerate(due):
            talks = free.get((meeting.rep_id, meeting.kind), {})
            chosen = None if at in found else _first(meeting, talks, fits)
            if chosen is not None:
                found[at] = chosen
                del talks[chosen]
    return found


def _first(meeting: Due, talks: Mapping[int, Spoken], fits: Callable[[Due, Spoken], bool]) -> int | None:
    """The place of the first that fits, of two on a day the one that says it is of the series."""
    here = [at for at, talk in talks.items() if fits(meeting, talk)]
    return min(here, key=lambda at: (talks[at].on, talks[at].series_id != meeting.series_id, at), default=None)


def _is_on_its_day(meeting: Due, talk: Spoken) -> bool:
    return talk.on == meeting.on


def _makes_up(meeting: Due, talk: Spoken) -> bool:
    return talk.held and meeting.on < talk.on <= meeting.on + MADE_UP_WITHIN
