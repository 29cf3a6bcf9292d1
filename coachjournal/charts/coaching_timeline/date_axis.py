"""Which days the axis names: as many as there is room for, never touching each other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from coachjournal.charts.coaching_timeline.words import day_words, month_words
from coachjournal.rules.locale_numbers import DEFAULT_LOCALE
from coachjournal.rules.period import Period

# Steps in days, months and years, finest first. Weeks begin on Monday as the bars do.
_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240)
_LEAST_DISTANCE = 10.0


@dataclass(frozen=True, slots=True)
class DateTick:
    """A day named on the axis."""

    on: date
    text: str


def date_ticks(
    span: Period, per_day: float, width: Callable[[str], float], locale: str = DEFAULT_LOCALE
) -> tuple[DateTick, ...]:
    """The finest ticks whose words stay apart at `per_day` pixels a day; `width` measures words in pixels."""
    for ticks in _candidates(span, per_day, locale):
        if ticks and _stay_apart(ticks, per_day, width):
            return ticks
    return ()


def _candidates(span: Period, per_day: float, locale: str) -> Iterator[tuple[DateTick, ...]]:
    for days in _DAY_STEPS:
        if days * per_day > _LEAST_DISTANCE:
            yield _day_ticks(span, days, locale)
    for months in _MONTH_STEPS:
        yield _month_ticks(span, months, locale)


def _day_ticks(span: Period, step: int, locale: str) -> tuple[DateTick, ...]:
    # Counted from a Monday, so that a step of 7 or 14 names Mondays and a moved span keeps its ticks.
    first = span.start + timedelta(days=-(span.start.toordinal() - 1) % step)
    days = [first + timedelta(days=n) for n in range(0, (span.end - first).days, step)]
    return tuple(DateTick(day, _day_text(day, locale, first=day == first)) for day in days)


def _day_text(day: date, locale: str, *, first: bool) -> str:
    return f"{day_words(day, locale)} {day.year}" if first else day_words(day, locale)


def _month_ticks(span: Period, step: int, locale: str) -> tuple[DateTick, ...]:
    first = span.start.year * 12 + span.start.month - 1 + (span.start.day > 1)
    first += -first % step
    last = span.end.year * 12 + span.end.month - 1
    days = [date(month // 12, month % 12 + 1, 1) for month in range(first, last + 1, step)]
    shown = [day for day in days if day in span]
    return tuple(DateTick(day, _month_text(day, locale, first=day == shown[0])) for day in shown)


def _month_text(day: date, locale: str, *, first: bool) -> str:
    if day.month == 1:
        return str(day.year)
    name = month_words(day, locale)
    return f"{name} {day.year}" if first else name


def _stay_apart(ticks: tuple[DateTick, ...], per_day: float, width: Callable[[str], float]) -> bool:
    return all(
        (right.on - left.on).days * per_day >= (width(left.text) + width(right.text)) / 2 + _LEAST_DISTANCE
        for left, right in pairwise(ticks)
    )
