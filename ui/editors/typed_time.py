"""A few typed words as time: "2h forecast", "45 int mon", "1:30 report", "9-10:30 dana practice renewal call"."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from coachjournal.rules.names import fold
from coachjournal.rules.period import Period
from coachjournal.rules.time_entry import TimeCategory

_HOUR = 60
_DAY = 24 * _HOUR
_FEWEST_LETTERS = 3
_SMALLEST_IN_MINUTES = 10
"""A bare number below this is hours: nobody notes five minutes of forecast, many note two hours."""
_EARLIEST_MORNING = 7
"""A bare hour before this is of the afternoon: "1-3" is 13:00 to 15:00."""

_CLOCK = r"(\d{1,2})(?:[:.](\d{2}))?"
_RANGE = re.compile(rf"{_CLOCK}[-–]{_CLOCK}")
_AT = re.compile(rf"@{_CLOCK}")
_HOURS = re.compile(r"(\d+(?:[.,]\d+)?)h(\d{1,2})?m?")
_HOURS_MINUTES = re.compile(r"(\d{1,2}):([0-5]\d)")
_MINUTES = re.compile(r"(\d{1,4})m(?:in)?")
_SPACES = re.compile(r"(?<!\S)(\d+(?:[.,]\d+)?)\s+(h|min)(?!\S)(?:\s+(\d{1,2})(?!\S))?")
_AT_WORD = re.compile(r"(?<!\S)at\s+(?=\d)", re.IGNORECASE)

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

WORDS: Mapping[TimeCategory, tuple[str, ...]] = {
    TimeCategory.REPORTS: ("forecast", "reports", "analysis", "qbr", "dashboard"),
    TimeCategory.INTERNAL_MEETINGS: ("internal", "meeting", "sync", "council"),
    TimeCategory.ADMINISTRATION: ("administration", "email", "mail", "expenses", "approvals"),
    TimeCategory.TRAVEL: ("travel", "driving", "train", "flight"),
    TimeCategory.OWN_SELLING: ("selling", "own", "sales", "customer", "demo"),
    TimeCategory.ESCALATIONS: ("escalations", "complaint"),
    TimeCategory.OWN_LEARNING: ("learning", "reading", "course"),
    TimeCategory.ONE_ON_ONE: ("one-on-ones", "1:1", "1on1", "talk"),
    TimeCategory.FIELD_CALLS: ("field", "joint", "ride-along", "visit", "call"),
    TimeCategory.DEAL_STRATEGY: ("deal", "strategy", "pipeline"),
    TimeCategory.PRACTICE: ("practice", "practise", "training", "coaching", "roleplay"),
    TimeCategory.ONBOARDING: ("onboarding", "recruiting", "interview", "hiring"),
}
"""What each category may be called; the first three letters do. Where two begin alike, the first in order is meant."""


@dataclass(frozen=True, slots=True)
class TypedTime:
    """What was understood so far. `start` is the time of day, where one was typed; `title` the words left over."""

    minutes: int | None = None
    category: TimeCategory | None = None
    rep_id: int | None = None
    rep: str = ""
    day: date | None = None
    start: time | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """Knows the team, the week in sight and today; reads one word after the other."""

    team: tuple[tuple[int, str], ...]
    week: Period
    today: date

    def read(self, text: str) -> TypedTime:
        """Understand as much as there is; the first meaning of each kind counts, later ones are part of the title."""
        read = TypedTime()
        for word in _joined(text).split():
            understood = next((more for step in self._steps() if (more := step(read, word))), None)
            read = understood or replace(read, title=f"{read.title} {word}".lstrip())
        if read.rep_id is not None and read.category is None:
            return replace(read, category=TimeCategory.ONE_ON_ONE)
        return read

    def _steps(self) -> Iterable[Callable[[TypedTime, str], TypedTime | None]]:
        return _range, _at, _length, self._whole_name, self._day, _category, self._rep

    def _day(self, read: TypedTime, word: str) -> TypedTime | None:
        day = self._named_day(fold(word))
        return replace(read, day=day) if day and read.day is None else None

    def _named_day(self, word: str) -> date | None:
        if word in {"today", "yesterday"}:
            return self.today - timedelta(days=word == "yesterday")
        if len(word) < _FEWEST_LETTERS:
            return None
        days = (self.week.start + timedelta(days=number) for number in range(self.week.days))
        return next((day for day in days if _WEEKDAYS[day.weekday()].startswith(word)), None)

    def _whole_name(self, read: TypedTime, word: str) -> TypedTime | None:
        return self._named(read, word, lambda part, typed: part == typed)

    def _rep(self, read: TypedTime, word: str) -> TypedTime | None:
        if len(word) < _FEWEST_LETTERS:
            return None
        return self._named(read, word, lambda part, typed: part.startswith(typed))

    def _named(self, read: TypedTime, word: str, same: Callable[[str, str], bool]) -> TypedTime | None:
        """The one rep whose name has such a part; a second part of the same name says it again."""
        typed = fold(word)
        found = [(rep_id, name) for rep_id, name in self.team if any(same(part, typed) for part in fold(name).split())]
        if read.rep_id is not None:
            return read if (read.rep_id, read.rep) in found else None
        return replace(read, rep_id=found[0][0], rep=found[0][1]) if len(found) == 1 else None


def _joined(text: str) -> str:
    """Numbers and their units as one word: "2 h 30" is "2h30", "at 9" is "@9"."""
    return _SPACES.sub(lambda found: f"{found[1]}{found[2]}{found[3] or ''}", _AT_WORD.sub("@", text))


def _range(read: TypedTime, word: str) -> TypedTime | None:
    found = _RANGE.fullmatch(word)
    if found is None or read.minutes is not None:
        return None
    start, end = _time(found[1], found[2]), _time(found[3], found[4])
    if start is None or end is None or end <= start:
        return None
    length = (end.hour - start.hour) * _HOUR + end.minute - start.minute
    return replace(read, start=start, minutes=length)


def _at(read: TypedTime, word: str) -> TypedTime | None:
    found = _AT.fullmatch(word)
    start = _time(found[1], found[2]) if found else None
    return replace(read, start=start) if start and read.start is None else None


def _length(read: TypedTime, word: str) -> TypedTime | None:
    minutes = minutes_in(word)
    return replace(read, minutes=minutes) if minutes and read.minutes is None else None


def minutes_in(word: str) -> int | None:
    """A length of time in minutes: "2h", "1.5h", "2h30", "1:30", "45", "45min"; a bare number below ten is hours."""
    word = word.casefold()
    if found := _HOURS.fullmatch(word):
        minutes = round(float(found[1].replace(",", ".")) * _HOUR) + int(found[2] or 0)
    elif found := _HOURS_MINUTES.fullmatch(word):
        minutes = int(found[1]) * _HOUR + int(found[2])
    elif found := _MINUTES.fullmatch(word):
        minutes = int(found[1])
    elif word.isdecimal():
        minutes = int(word) * (_HOUR if int(word) < _SMALLEST_IN_MINUTES else 1)
    else:
        return None
    return minutes if 0 < minutes <= _DAY else None


def _category(read: TypedTime, word: str) -> TypedTime | None:
    if read.category is not None or len(word) < _FEWEST_LETTERS:
        return None
    typed = fold(word)
    exact = (category for category, names in WORDS.items() if typed in names)
    begun = (category for category, names in WORDS.items() if any(name.startswith(typed) for name in names))
    category = next(exact, None) or next(begun, None)
    return replace(read, category=category) if category else None


def _time(hour: str, minute: str | None) -> time | None:
    hours, minutes = int(hour), int(minute or 0)
    if minute is None and not hour.startswith("0") and 0 < hours < _EARLIEST_MORNING:
        hours += 12
    return time(hours, minutes) if hours < 24 and minutes < _HOUR else None  # noqa: PLR2004 - hours of a day
