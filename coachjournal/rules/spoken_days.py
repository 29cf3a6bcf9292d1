"""Days as people say and type them: "tomorrow", "Friday", "in two weeks", "end of month", "20/11", "20 Nov 2026".

The names of days and months and the order of day and month are those of the user's locale; English words are
understood everywhere. Nothing that is typed raises: what is no day is None.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache
from typing import Any

from babel import Locale, UnknownLocaleError, localedata

from coachjournal.rules.day_words import ENGLISH, DayWords, words_for
from coachjournal.rules.locale_numbers import DEFAULT_LOCALE
from coachjournal.rules.names import fold

_WEEK = 7
_FRIDAY = 4
_QUARTER, _YEAR = 3, 12
_CENTURY = 2000
_SHORT_YEAR = 100
_FURTHEST = 1200
"""Days, weeks or months ahead: no commitment is due in a hundred years."""
_LONGEST = 60
"""Characters: no day is said in more."""


class Towards(Enum):
    """Where a day without its year or week is looked for."""

    AHEAD = 1
    """When something is due: "Friday" is the next one, never today; "3 May" is this year's or the next's."""
    BEHIND = -1
    """When something was: "Friday" is the last one, "3 May" lies behind."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a reading of a day depends on beside its words."""

    today: date
    towards: Towards
    day_first: bool


_Reader = Callable[["re.Match[str]", _Asked], date | None]


@dataclass(frozen=True)
class _Vocabulary:
    """Patterns of one locale, each with how it is read. They match folded text as a whole."""

    patterns: tuple[tuple[re.Pattern[str], _Reader], ...]
    day_first: bool


def read_day(text: str, *, today: date, locale: str = DEFAULT_LOCALE, towards: Towards = Towards.AHEAD) -> date | None:
    """The day that a text says, if it says nothing else."""
    folded = _tidy(text)
    if not folded or len(folded) > _LONGEST:
        return None
    vocabulary = _vocabulary(locale)
    asked = _Asked(today, towards, vocabulary.day_first)
    for pattern, reader in vocabulary.patterns:
        found = pattern.fullmatch(folded)
        if found:
            with suppress(ValueError, OverflowError):  # 31 February, the year 10000
                day = reader(found, asked)
                if day is not None:
                    return day
    return None


# ------------------------------------------------------------------------------------------------------ the patterns


@lru_cache(maxsize=8)
def _vocabulary(name: str) -> _Vocabulary:
    locale = _locale(name)
    languages = [words_for(locale.language), ENGLISH] if locale.language != "en" else [ENGLISH]
    english = Locale("en", "GB")
    locales = [locale, english]
    weekdays = _weekdays(locales, languages)
    months = _months(locales)
    patterns = [
        (re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})"), _year_first),
        (re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})\.?"), _year_first),
        (re.compile(r"(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})"), _in_figures),
        (re.compile(r"(\d{1,2})([-./])(\d{1,2})\.?()"), _in_figures),
        *(pattern for words in languages for pattern in _said(words)),
        *(pattern for each in locales for pattern in _in_a_while(each, languages)),
        *_named(weekdays, languages),
        *_written(months, weekdays),
    ]
    return _Vocabulary(tuple(patterns), _puts_day_first(locale))


def _locale(name: str) -> Locale:
    for each in (name, name.partition("_")[0]):
        with suppress(UnknownLocaleError, ValueError, TypeError):
            return Locale.parse(each)
    return Locale.parse(DEFAULT_LOCALE)


def _puts_day_first(locale: Locale) -> bool:
    skeletons = locale.datetime_skeletons
    pattern = skeletons["Md"].pattern if "Md" in skeletons else locale.date_formats["short"].pattern
    return "M" not in pattern or pattern.find("d") < pattern.find("M")


def _weekdays(locales: Iterable[Locale], languages: Iterable[DayWords]) -> dict[str, int]:
    names = {_tidy(word): day for words in languages for word, day in words.more.items()}
    for locale in locales:
        for context in locale.days.values():
            for width in ("wide", "abbreviated"):
                for day, word in context.get(width, {}).items():
                    names.setdefault(_tidy(word), day)
    return names


def _months(locales: Iterable[Locale]) -> dict[str, int]:
    names: dict[str, int] = {}
    for locale in locales:
        for context in locale.months.values():
            for width in ("wide", "abbreviated"):
                for month, word in context.get(width, {}).items():
                    names.setdefault(_tidy(word), month)
    return names


def _said(words: DayWords) -> Iterator[tuple[re.Pattern[str], _Reader]]:
    """Whole phrases that mean one day."""
    for away, said in enumerate(words.days, -2):
        yield _any_of(said), _away(away)
    if words.next_week:
        yield _any_of(words.next_week), lambda _, asked: _in_week(asked.today, 1, _FRIDAY)
    readers: tuple[_Reader, ...] = (
        lambda _, asked: _in_week(asked.today, int(asked.today.weekday() > _FRIDAY), _FRIDAY),
        lambda _, asked: _end_of(asked.today, 1),
        lambda _, asked: _end_of(asked.today, _QUARTER),
        lambda _, asked: _end_of(asked.today, _YEAR),
    )
    for said, reader in zip(words.ends, readers, strict=False):
        yield _any_of(said), reader


def _in_a_while(locale: Locale, languages: Iterable[DayWords]) -> Iterator[tuple[re.Pattern[str], _Reader]]:
    """What the locale writes as "in {0} weeks", with a figure or a word for the number."""
    numbers = {
        _tidy(word): n
        for words in languages
        for n, said in enumerate(words.numbers.split(","), 1)
        for word in said.split("|")
    }
    number = f"(\\d{{1,4}}{''.join('|' + re.escape(word) for word in sorted(numbers, key=len, reverse=True))})"

    def reader(ahead: Callable[[date, int], date]) -> _Reader:
        def read(found: re.Match[str], asked: _Asked) -> date | None:
            said = next(filter(None, found.groups()))
            count = numbers[said] if said in numbers else int(said)
            return ahead(asked.today, count) if count <= _FURTHEST else None

        return read

    data: dict[Any, Any] = localedata.load(str(locale))
    fields = localedata.LocaleDataDict(data)["date_fields"]
    for unit, ahead in (("day", _days_on), ("week", _weeks_on), ("month", _months_on)):
        forms = {_tidy(form) for form in fields.get(unit, {}).get("future", {}).values() if "{0}" in form}
        if forms:
            either = "|".join(re.escape(form).replace(r"\{0\}", number) for form in sorted(forms))
            yield re.compile(either), reader(ahead)


def _named(weekdays: dict[str, int], languages: Iterable[DayWords]) -> Iterator[tuple[re.Pattern[str], _Reader]]:
    """Weekdays, alone or with the word for the next one."""
    day = _one_of(weekdays)
    coming = _choice(word for words in languages for word in words.coming.split("|"))
    following = _choice(word for words in languages for word in words.following.split("|"))

    def nearest(found: re.Match[str], asked: _Asked) -> date:
        weekday = weekdays[next(filter(None, found.groups()))]
        if asked.towards is Towards.BEHIND:
            return asked.today - timedelta((asked.today.weekday() - weekday - 1) % _WEEK + 1)
        return asked.today + timedelta((weekday - asked.today.weekday() - 1) % _WEEK + 1)

    def in_next_week(found: re.Match[str], asked: _Asked) -> date:
        return _in_week(asked.today, 1, weekdays[next(filter(None, found.groups()))])

    yield re.compile(day), nearest
    yield re.compile(f"{coming} {day}|{day} {coming}"), nearest
    yield re.compile(f"{following} {day}|{day} {following}"), in_next_week


def _written(months: dict[str, int], weekdays: dict[str, int]) -> Iterator[tuple[re.Pattern[str], _Reader]]:
    """Day and month by name, perhaps behind a weekday, perhaps with a year."""
    month, before = _one_of(months), f"(?:{_one_of(weekdays, group=False)},? )?"
    ordinal = r"(?:st|nd|rd|th|er|o|a|e|\.|日|일)?"
    year = r"(?:,? (?:de |del )?(\d{4}|\d{2}))?"

    def day_first(found: re.Match[str], asked: _Asked) -> date | None:
        return _dated(int(found[1]), months[found[2]], found[3], asked)

    def month_first(found: re.Match[str], asked: _Asked) -> date | None:
        return _dated(int(found[2]), months[found[1]], found[3], asked)

    yield re.compile(rf"{before}(\d{{1,2}}){ordinal} ?(?:of |de |d')?{month}{year}"), day_first
    yield re.compile(rf"{before}{month} ?(\d{{1,2}}){ordinal}{year}"), month_first


# ------------------------------------------------------------------------------------------------------- the readings


def _year_first(found: re.Match[str], _asked: _Asked) -> date:
    return date(int(found[1]), int(found[2]), int(found[3]))


def _in_figures(found: re.Match[str], asked: _Asked) -> date | None:
    """3/4 by the locale's order; 11/20 can only be meant one way."""
    first, second, year = int(found[1]), int(found[3]), found[4]
    day, month = (first, second) if asked.day_first else (second, first)
    if month > _YEAR >= day:
        day, month = month, day
    return _dated(day, month, year, asked)


def _dated(day: int, month: int, year: str | None, asked: _Asked) -> date | None:
    """A year of two figures is of this century; without one the day is the nearest that way, today included."""
    if year:
        whole = int(year)
        return date(whole + _CENTURY if whole < _SHORT_YEAR else whole, month, day)
    ahead = asked.towards is Towards.AHEAD
    for away in range(9):  # the 29th of February comes every fourth year, or after eight
        with suppress(ValueError):
            found = date(asked.today.year + away * asked.towards.value, month, day)
            if found >= asked.today if ahead else found <= asked.today:
                return found
    return None


def _away(days: int) -> _Reader:
    return lambda _, asked: asked.today + timedelta(days)


def _in_week(today: date, weeks_on: int, weekday: int) -> date:
    return today + timedelta(weeks_on * _WEEK - today.weekday() + weekday)


def _end_of(today: date, months: int) -> date:
    """The last day of the month, quarter or year that holds today."""
    month = (today.month + months - 1) // months * months
    return date(today.year, month, monthrange(today.year, month)[1])


def _days_on(day: date, count: int) -> date:
    return day + timedelta(count)


def _weeks_on(day: date, count: int) -> date:
    return day + timedelta(count * _WEEK)


def _months_on(day: date, count: int) -> date:
    """The same day some months on, or the last of a month that is shorter."""
    years, month = divmod(day.month - 1 + count, _YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


# ------------------------------------------------------------------------------------------------------------- words


def _tidy(text: str) -> str:
    """Folded, with plain apostrophes and single blanks, without a full stop behind a short form."""
    plain = " ".join(fold(text).replace("’", "'").split())
    return re.sub(r"(?<=[^\W\d])\.", "", plain)


def _any_of(said: str) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(_tidy(word)) for word in said.split("|")))


def _choice(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(re.escape(_tidy(word)) for word in words if word)})"


def _one_of(names: Iterable[str], *, group: bool = True) -> str:
    words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return f"({words})" if group else f"(?:{words})"
