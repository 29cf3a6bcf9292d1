"""Where in a day there is room: time that is noted without a time of day must not lie over other work."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

QUARTER = timedelta(minutes=15)
"""People meet on the quarters of an hour."""


def free_start(busy: Iterable[tuple[datetime, int]], not_before: datetime, minutes: int) -> datetime:
    """The first instant from `not_before` on with so many free minutes. `busy` are starts and minutes, all aware.

    A day noted piece by piece in order is so laid end to end, and nothing of it is taken for an overlap.
    """
    start = not_before
    for begins, length in sorted(busy):
        if begins >= start + timedelta(minutes=minutes):
            break
        start = max(start, begins + timedelta(minutes=length))
    return start


def free_starts(
    busy: Iterable[tuple[datetime, int]], not_before: datetime, end: datetime, minutes: int
) -> Iterator[datetime]:
    """Starts on whole quarters of an hour, one behind the other, of what takes so many minutes and ends by `end`."""
    taken = tuple(busy)
    start = _next_quarter(not_before)
    while True:
        free = free_start(taken, start, minutes)
        if free + timedelta(minutes=minutes) > end:
            return
        start = _next_quarter(free)
        if start == free:
            yield start
            start = _next_quarter(start + timedelta(minutes=minutes))


def _next_quarter(at: datetime) -> datetime:
    """The instant itself where it is one."""
    return at + (datetime.min.replace(tzinfo=at.tzinfo) - at) % QUARTER
