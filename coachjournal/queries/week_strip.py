"""A week day by day, for looking back: which conversations were held, and for how long."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from coachjournal.journal import Reading
from coachjournal.queries.hours import CountedHour, counted_hours
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.period import Period
from coachjournal.rules.time_entry import TimeGroup


@dataclass(frozen=True, slots=True)
class DayHeld:
    """The conversations of a day, in order of entry, and the counted minutes that went to people."""

    day: date
    talks: tuple[ConversationKind, ...]
    minutes: int


def week_strip(tx: Reading, *, week: Period) -> tuple[DayHeld, ...]:
    """Each day of a week."""
    return days_held(counted_hours(tx, week), week)


def days_held(hours: Iterable[CountedHour], week: Period) -> tuple[DayHeld, ...]:
    """The same from hours that were asked for already, of this week and perhaps of others."""
    within = [hour for hour in hours if hour.day in week]
    return tuple(_day(day, [hour for hour in within if hour.day == day]) for day in _days_of(week))


def _day(day: date, hours: list[CountedHour]) -> DayHeld:
    talks = tuple(hour.kind for hour in hours if hour.kind is not None)
    return DayHeld(day, talks, sum(hour.minutes for hour in hours if hour.category.group is TimeGroup.PEOPLE))


def _days_of(week: Period) -> Iterator[date]:
    return (week.start + timedelta(days=number) for number in range(week.days))
