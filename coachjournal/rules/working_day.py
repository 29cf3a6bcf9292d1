"""Days on which a manager and a rep can meet: Monday to Friday, nobody away."""

from collections.abc import Iterable
from datetime import date, timedelta

from coachjournal.rules.period import Period

_FRIDAY = 4
_FURTHEST = 366
"""Days looked at: somebody away for longer than a year is met on any day."""


def working_day(day: date, away: Iterable[Period] = (), *, step: int = 1) -> date:
    """The day itself, or the next on which nobody is away; with a step of -1 the last before it."""
    absences = tuple(away)
    met = day
    for _ in range(_FURTHEST):
        if met.weekday() <= _FRIDAY and not any(met in absence for absence in absences):
            return met
        met += timedelta(days=step)
    return day
