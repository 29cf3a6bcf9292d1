"""Where in a day there is room: time that is noted without a time of day must not lie over other work."""

from collections.abc import Iterable
from datetime import datetime, timedelta


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
