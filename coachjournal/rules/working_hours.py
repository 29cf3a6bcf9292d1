"""The hours in which the manager works: nothing is planned and nobody is reminded outside them."""

import json
from dataclasses import dataclass
from datetime import date, datetime, time

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """The same hours on some days of the week, Monday = 0; from `start` up to, not including, `end`."""

    weekdays: frozenset[int] = frozenset(range(_SATURDAY))
    start: time = time(8)
    end: time = time(18)

    def contains(self, at: datetime) -> bool:
        """Whether the manager works at this instant, which is in the manager's own zone."""
        return any(start <= at.time() < end for start, end in self.spans(at.date()))

    def spans(self, day: date) -> tuple[tuple[time, time], ...]:
        """From when until when the manager works on this day; nothing on a day off."""
        return ((self.start, self.end),) if day.weekday() in self.weekdays else ()


def stored_hours(stored: str | None) -> WorkingHours:
    """The hours as the file has them; what is usual where the manager never said."""
    if stored is None:
        return WorkingHours()
    kept = json.loads(stored)
    return WorkingHours(frozenset(kept["weekdays"]), time.fromisoformat(kept["start"]), time.fromisoformat(kept["end"]))
