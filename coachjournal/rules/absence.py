"""Absences: days on which somebody is away, counted once however many of them overlap."""

from collections.abc import Iterable
from datetime import date, timedelta

from coachjournal.rules.period import Period

_ONE_DAY = timedelta(days=1)


def joined(absences: Iterable[Period]) -> tuple[Period, ...]:
    """The same days in order, those that overlap or meet as one."""
    result: list[Period] = []
    for absence in sorted(absences, key=lambda each: each.start):
        if result and absence.start <= result[-1].end:
            result[-1] = Period(result[-1].start, max(result[-1].end, absence.end))
        else:
            result.append(absence)
    return tuple(result)


def days_here(period: Period, away: Iterable[Period]) -> int:
    """How many days of the period nobody is away; `away` as `joined` gives them."""
    missed = (min(period.end, each.end) - max(period.start, each.start) for each in away if period.overlaps(each))
    return period.days - sum(stretch.days for stretch in missed)


def day_after(start: date, days: int, away: Iterable[Period]) -> date:
    """The day that many days after `start`, those on which somebody is away not counted; `away` as `joined` gives."""
    day = start + days * _ONE_DAY
    for each in away:
        if each.end > start + _ONE_DAY and each.start <= day:
            day += (each.end - max(each.start, start + _ONE_DAY)).days * _ONE_DAY
    return day
