"""Time that overlaps: no minute of a day is counted twice. See docs/decisions/011-overlap.md."""

from collections.abc import Sequence
from datetime import datetime
from heapq import heappop, heappush
from typing import NamedTuple, Protocol


class TimedWork(Protocol):
    """A time entry or a conversation, as far as it matters for overlaps."""

    @property
    def starts_at(self) -> datetime | None:
        """An aware instant; None when only the day is known."""

    @property
    def minutes(self) -> int:
        """How long it took."""

    @property
    def is_conversation(self) -> bool:
        """Whether it was written down as a conversation."""


class _Claim(NamedTuple):
    """A claim on minutes. Claims sort by who gets the minute when several want it: the least one."""

    is_entry: bool
    minutes: int
    later_start: int
    place: int
    end: int


def counted_minutes(work: Sequence[TimedWork]) -> list[int]:
    """How many minutes of each piece of work count, in the order given.

    Where several want the same minute it goes to a conversation before an entry, then to the shorter piece (the call
    within the block held for it), then to the one that started later, then to the first in order. The sum of the
    timed pieces is the length of their union. A piece without a start counts whole: nobody knows what it overlaps.
    """
    counted = [0 if piece.starts_at is not None else piece.minutes for piece in work]
    claims = _claims(work)
    waiting: list[_Claim] = []
    for at, (start, claim) in enumerate(claims):
        heappush(waiting, claim)
        until = claims[at + 1][0] if at + 1 < len(claims) else None
        _share_out(waiting, counted, start, until)
    return counted


def _claims(work: Sequence[TimedWork]) -> list[tuple[int, _Claim]]:
    """Each timed piece with its first minute (counted from 1970), in order of start."""
    claims = []
    for index, piece in enumerate(work):
        if piece.starts_at is not None and piece.minutes > 0:
            start = int(piece.starts_at.timestamp() // 60)
            claim = _Claim(not piece.is_conversation, piece.minutes, -start, index, start + piece.minutes)
            claims.append((start, claim))
    return sorted(claims)


def _share_out(waiting: list[_Claim], counted: list[int], start: int, until: int | None) -> None:
    """Give the minutes from `start` to `until`, or to the last claim's end, to the claims that wait."""
    while waiting and (until is None or start < until):
        first = waiting[0]
        stop = first.end if until is None else min(first.end, until)
        if stop > start:
            counted[first.place] += stop - start
            start = stop
        if first.end <= start:
            heappop(waiting)
