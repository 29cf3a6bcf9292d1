"""The words and numbers of the coaching timeline, as they are written where the user lives."""

from datetime import date
from functools import lru_cache

from babel.dates import format_date

from coachjournal.queries.coaching_timeline import Gap, GoalLine
from coachjournal.rules import words
from coachjournal.rules.goal import Measure
from coachjournal.rules.goal_values import format_value, value_of_target
from coachjournal.rules.locale_numbers import format_number, format_share
from coachjournal.rules.money import Money
from coachjournal.rules.period import Period, month_of


@lru_cache(maxsize=512)
def day_words(day: date, locale: str) -> str:
    """A day on the axis or under the pointer: "12 Nov"."""
    return format_date(day, "d MMM", locale)


@lru_cache(maxsize=512)
def month_words(day: date, locale: str) -> str:
    """The month of a day on the axis: "Nov"."""
    return format_date(day, "LLL", locale)


@lru_cache(maxsize=64)
def hour_words(minutes: int, locale: str) -> str:
    """A number of hours beside a grid line: "2", "0.5"."""
    return format_number(minutes / 60, locale)


@lru_cache(maxsize=64)
def share_words(share: float, locale: str) -> str:
    """A share beside a grid line: "50%"."""
    return format_share(share, locale)


def period_words(period: Period, locale: str) -> str:
    """The week or month of a bar: "Week of 2 Mar", "March 2026"."""
    if period == month_of(period.start):
        return format_date(period.start, "LLLL y", locale)
    return f"Week of {day_words(period.start, locale)}"


def full_day_words(day: date, locale: str) -> str:
    return format_date(day, "long", locale)


def gap_words(gap: Gap) -> str:
    return f"{words.gap_length(gap.days)} without {gap.what}"


def short_gap_words(gap: Gap) -> str:
    return words.gap_length(gap.days)


def value_words(goal: GoalLine, value: float, locale: str) -> str:
    """The value with what it counts: "3.9", "27%", "6 meetings a week", "€120k"."""
    return _counting(goal, format_value(value, goal.measure, goal.unit, locale))


def value_of_target_words(goal: GoalLine, value: float, locale: str) -> str:
    """The same with where it is to go: "3.9 of 4.0", "6 of 8 meetings a week"."""
    return _counting(goal, bare_value_words(goal, value, locale))


def bare_value_words(goal: GoalLine, value: float, locale: str) -> str:
    """Without what it counts: "6 of 8"."""
    return value_of_target(value, goal.target, goal.measure, goal.unit, locale)


def table_value(goal: GoalLine, value: float) -> tuple[float, str]:
    """A value as number and unit; money in whole units of its currency."""
    match goal.measure:
        case Measure.MONEY:
            return float(Money(round(value), goal.unit).major), goal.unit
        case Measure.LEVEL:
            return value, "level"
        case Measure.PERCENT:
            return value, "%"
        case Measure.PER_WEEK:
            return value, f"{goal.unit} a week".strip()
        case Measure.NUMBER:
            return value, goal.unit


def _counting(goal: GoalLine, numbers: str) -> str:
    counted = table_value(goal, 0)[1] if goal.measure in (Measure.NUMBER, Measure.PER_WEEK) else ""
    return f"{numbers} {counted}".strip()
