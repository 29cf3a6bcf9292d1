"""The days on which the sample's manager works."""

from collections.abc import Iterator
from datetime import date, timedelta

from coachjournal.rules.period import week_of

CLOSED = frozenset({(1, 1), (5, 1), (12, 24), (12, 25), (12, 26), (12, 31)})
FRIDAY = 4
VACATION_FROM = (7, 13)
VACATION = timedelta(days=14)
NOT_LATELY = timedelta(days=28)
"""A summer that ended less than four weeks ago is left out, as are the holidays since, or the team would look forsaken
on the first day."""


class WorkingDays:
    """From the Monday fourteen months ago up to today."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.start = week_of(today - timedelta(days=426)).start
        self._vacations = [
            first
            for year in range(self.start.year, today.year + 1)
            if (first := _first_monday(year)) + VACATION <= today - NOT_LATELY
        ]

    def works_on(self, day: date) -> bool:
        on_vacation = any(first <= day < first + VACATION for first in self._vacations)
        lately = self.today - NOT_LATELY < day < self.today
        on_holiday = (day.month, day.day) in CLOSED and not lately
        return day.weekday() <= FRIDAY and not on_holiday and not on_vacation

    def before(self, day: date) -> date:
        """The day itself, or the last working day before it."""
        while not self.works_on(day):
            day -= timedelta(days=1)
        return day

    def after(self, day: date) -> date:
        """The day itself, or the next working day."""
        while not self.works_on(day):
            day += timedelta(days=1)
        return day

    def ago(self, days: int) -> date:
        """The working day that many days ago, or the last one before it."""
        return self.before(self.today - timedelta(days=days))

    def weeks(self) -> Iterator[list[date]]:
        """The working days of each week, today left out: it has only begun."""
        monday = self.start
        while monday < self.today:
            week = (monday + timedelta(days=number) for number in range(FRIDAY + 1))
            yield [day for day in week if day < self.today and self.works_on(day)]
            monday += timedelta(days=7)


def _first_monday(year: int) -> date:
    first = date(year, *VACATION_FROM)
    return first + timedelta(days=-first.weekday() % 7)
