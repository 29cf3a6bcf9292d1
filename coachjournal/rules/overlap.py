"""Time that overlaps: no minute of a day is counted twice. See docs/decisions/011-overlap.md."""

from collections.abc import Iterable, Iterator, Sequence
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


Span = tuple[int | None, int, bool]
"""The same in minutes alone (its start is counted from 1970), for many years of work at once."""


class _Claim(NamedTuple):
    """A claim on minutes. Claims sort by who gets the minute when several want it: the least one."""

    is_entry: bool
    minutes: int
    later_start: int
    place: int
    end: int


def counted_minutes(work: Iterable[TimedWork]) -> list[int]:
    """How many minutes of each piece of work count, in the order given.

    Where several want the same minute it goes to a conversation before an entry, then to the shorter piece (the call
    within the block held for it), then to the one that started later, then to the first in order. The sum of the
    timed pieces is the length of their union. A piece without a start counts whole: nobody knows what it overlaps.
    """
    return counted_of_spans([(_minute_of(piece.starts_at), piece.minutes, piece.is_conversation) for piece in work])


def counted_of_spans(spans: Sequence[Span]) -> list[int]:
    """`counted_minutes` of spans."""
    counted = [minutes for _, minutes, _ in spans]
    for knot in _knots(spans):
        for claim in knot:
            counted[claim.place] = 0
        _share_out(knot, counted)
    return counted


def _minute_of(instant: datetime | None) -> int | None:
    return None if instant is None else int(instant.timestamp() // 60)


def _knots(spans: Sequence[Span]) -> Iterator[list[_Claim]]:
    """The spans that overlap, in order of start, one knot after the other. Those that stand alone are in none."""
    timed = sorted(
        (start, minutes, place) for place, (start, minutes, _) in enumerate(spans) if start is not None and minutes > 0
    )
    knot: list[tuple[int, int, int]] = []
    end = 0
    for each in timed:
        start, minutes, _ = each
        if start >= end:
            if len(knot) > 1:
                yield _claims(spans, knot)
            knot, end = [each], start + minutes
        else:
            knot.append(each)
            end = max(end, start + minutes)
    if len(knot) > 1:
        yield _claims(spans, knot)


def _claims(spans: Sequence[Span], knot: Iterable[tuple[int, int, int]]) -> list[_Claim]:
    return [_Claim(not spans[place][2], minutes, -start, place, start + minutes) for start, minutes, place in knot]


def _share_out(knot: Sequence[_Claim], counted: list[int]) -> None:
    """Give every minute of a knot to one of the claims on it."""
    waiting: list[_Claim] = []
    starts = [-claim.later_start for claim in knot]
    for claim, start, until in zip(knot, starts, [*starts[1:], None], strict=True):
        heappush(waiting, claim)
        _give(waiting, counted, start, until)


def _give(waiting: list[_Claim], counted: list[int], start: int, until: int | None) -> None:
    """Give the minutes from `start` to `until`, or to the last claim's end, to the claims that wait."""
    while waiting and (until is None or start < until):
        first = waiting[0]
        stop = first.end if until is None else min(first.end, until)
        if stop > start:
            counted[first.place] += stop - start
            start = stop
        if first.end <= start:
            heappop(waiting)
