"""Which conversation is which meeting: so that each is told once, and none as missed that was only held later."""

from collections.abc import Sequence
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
    free = dict(enumerate(spoken))
    for same_day in (True, False):
        for at, meeting in enumerate(due):
            chosen = None if at in found else _chosen(meeting, free, same_day=same_day)
            if chosen is not None:
                found[at] = chosen
                del free[chosen]
    return found


def _chosen(meeting: Due, free: dict[int, Spoken], *, same_day: bool) -> int | None:
    """Of the conversations that are no other meeting's."""
    fits = [
        at
        for at, talk in free.items()
        if (talk.rep_id, talk.kind) == (meeting.rep_id, meeting.kind)
        and (talk.on == meeting.on if same_day else talk.held and _is_soon(meeting.on, talk.on))
    ]
    return min(fits, key=lambda at: (free[at].on, free[at].series_id != meeting.series_id, at), default=None)


def _is_soon(due_on: date, on: date) -> bool:
    return due_on < on <= due_on + MADE_UP_WITHIN
