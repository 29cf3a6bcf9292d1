"""Meeting series: a conversation that comes back in a rhythm, and its meetings, single ones moved or skipped.

A monthly meeting keeps its weekday ("the second Tuesday"): people's weeks have their days, and the same date would fall
on a Sunday every few months. Whoever begins on a fifth weekday means the last one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from coachjournal.rules.period import Period, month_of

_WEEK = timedelta(days=7)
_LAST = 5
"""The fifth Tuesday of a month, which few months have, is taken for the last."""
_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", _LAST: "last"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Rhythm(StrEnum):
    """How often a meeting comes back."""

    WEEKLY = "weekly"
    TWO_WEEKLY = "two_weekly"
    MONTHLY = "monthly"

    @property
    def label(self) -> str:
        """What stands after "every": "two weeks"."""
        return {Rhythm.WEEKLY: "week", Rhythm.TWO_WEEKLY: "two weeks", Rhythm.MONTHLY: "month"}[self]


@dataclass(frozen=True, slots=True)
class Series:
    """From the meeting on `starts_on`, up to, not including, `ends_on`; `at` is what the clock in `zone` shows."""

    rhythm: Rhythm
    starts_on: date
    at: time
    minutes: int
    zone: str = ""
    ends_on: date | None = None

    @property
    def last_day(self) -> date | None:
        """The last day on which a meeting can be; None where no end is set."""
        return None if self.ends_on is None else self.ends_on - timedelta(days=1)

    @property
    def words(self) -> str:
        """When it is: "every two weeks on Tuesday", "every month on the second Tuesday"."""
        weekday = _WEEKDAYS[self.starts_on.weekday()]
        which = f"the {_ORDINALS[_place(self.starts_on)]} {weekday}" if self.rhythm is Rhythm.MONTHLY else weekday
        return f"every {self.rhythm.label} on {which}"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One meeting of a series: `original_on` is its day by the rhythm, `on` the day it was moved to, if it was."""

    original_on: date
    on: date
    skipped: bool = False


def days_of(series: Series, period: Period) -> Iterator[date]:
    """The days by the rhythm that lie in the period, in order."""
    start = max(series.starts_on, period.start)
    end = period.end if series.ends_on is None else min(series.ends_on, period.end)
    days = _monthly(series.starts_on, start, end) if series.rhythm is Rhythm.MONTHLY else _weekly(series, start, end)
    return (day for day in days if start <= day < end)


def has_day(series: Series, day: date) -> bool:
    """Whether there is a meeting by the rhythm on this day."""
    return any(days_of(series, Period(day, day + timedelta(days=1))))


def occurrences(series: Series, exceptions: Mapping[date, date | None], period: Period) -> tuple[Occurrence, ...]:
    """The meetings whose day lies in the period, in order; a skipped one stands on the day it would have had.

    `exceptions` has the days by the rhythm that were moved, with the new day, or skipped, with None.
    """
    here = [
        Occurrence(day, day, skipped=day in exceptions)
        for day in days_of(series, period)
        if exceptions.get(day) is None
    ]
    moved = [
        Occurrence(original, to)
        for original, to in exceptions.items()
        if to is not None and to in period and has_day(series, original)
    ]
    return tuple(sorted((*here, *moved), key=lambda each: (each.on, each.original_on)))


def next_day(series: Series, day: date) -> date | None:
    """The first day by the rhythm from this one on; None once the series is over."""
    return next(days_of(series, Period(day, max(day, series.starts_on) + 9 * _WEEK)), None)


def start_of(series: Series, day: date) -> datetime | None:
    """The instant of a meeting on this day, aware, in UTC; None where nobody knows the zone.

    An hour that the clocks leave out in spring is the one after it; one that comes twice in autumn is the first.
    """
    try:
        zone = ZoneInfo(series.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: the name of a folder of zones
        return None
    return datetime.combine(day, series.at, zone).astimezone(UTC)


def _weekly(series: Series, start: date, end: date) -> Iterator[date]:
    step = _WEEK if series.rhythm is Rhythm.WEEKLY else 2 * _WEEK
    day = series.starts_on + -(-(start - series.starts_on) // step) * step
    while day < end:
        yield day
        day += step


def _monthly(first: date, start: date, end: date) -> Iterator[date]:
    month = month_of(start)
    while month.start < end:
        yield _day_in(month, first.weekday(), _place(first))
        month = month_of(month.end)


def _day_in(month: Period, weekday: int, place: int) -> date:
    first = month.start + timedelta(days=(weekday - month.start.weekday()) % 7)
    day = first + (place - 1) * _WEEK
    return day if day in month else day - _WEEK


def _place(day: date) -> int:
    """Which of its weekday in its month: 1 to 5."""
    return (day.day - 1) // 7 + 1
