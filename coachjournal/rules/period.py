"""Periods of days: half-open, so that periods in a row meet and never overlap."""

from dataclasses import dataclass
from datetime import date, timedelta

_ONE_DAY = timedelta(days=1)
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` up to, not including, `end`."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"A period cannot end on {self.end}, before its start on {self.start}.")

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    @property
    def days(self) -> int:
        """How many days the period has; 0 when it is empty."""
        return (self.end - self.start).days

    @property
    def last_day(self) -> date:
        """The last day that belongs to the period, as people write it ("until 31 December")."""
        return self.end - _ONE_DAY

    def overlaps(self, other: "Period") -> bool:
        """Whether at least one day belongs to both."""
        return max(self.start, other.start) < min(self.end, other.end)


def week_of(day: date, week_start: int = 0) -> Period:
    """The seven days around `day` that begin on `week_start` (Monday is 0, Sunday is 6)."""
    start = day - timedelta(days=(day.weekday() - week_start) % 7)
    return Period(start, start + timedelta(days=7))


def month_of(day: date) -> Period:
    """The calendar month of `day`."""
    return Period(day.replace(day=1), _next_month(day))


def quarter_of(day: date) -> Period:
    """The calendar quarter of `day`."""
    start = date(day.year, day.month - (day.month - 1) % 3, 1)
    return Period(start, _next_month(start.replace(month=start.month + 2)))


def quarter_words(quarter: Period) -> str:
    """A quarter of any year: "Q4"."""
    return f"Q{(quarter.start.month + 2) // 3}"


def year_back(day: date) -> Period:
    """The twelve months that end with `day`: from the day after it a year earlier."""
    end = day + _ONE_DAY
    leap_day = (end.month, end.day) == (2, 29)
    start = date(end.year - 1, 3, 1) if leap_day else end.replace(year=end.year - 1)
    return Period(start, end)


def year_before(period: Period) -> Period:
    """The twelve months before a period."""
    return year_back(period.start - _ONE_DAY)


def last_days(day: date, count: int) -> Period:
    """The `count` days that end with `day`."""
    end = day + _ONE_DAY
    return Period(end - timedelta(days=count), end)


def _next_month(day: date) -> date:
    if day.month == _DECEMBER:
        return date(day.year + 1, 1, 1)
    return date(day.year, day.month + 1, 1)
