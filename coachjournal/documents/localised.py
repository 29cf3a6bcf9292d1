"""Days, numbers and money as the reader's country writes them; never "today", a printed page outlives it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time

from coachjournal.rules.goal import Measure
from coachjournal.rules.locale_numbers import (
    DEFAULT_LOCALE,
    compact_money,
    format_money,
    format_number,
    format_percent,
    format_share,
)
from coachjournal.rules.money import Money

_LETTER = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])
"""Countries that print on US Letter (Unicode CLDR); all others on A4."""


@dataclass(frozen=True, slots=True)
class Localised:
    """Writes values for one locale."""

    locale: Locale

    @classmethod
    def named(cls, name: str) -> "Localised":
        """The writer for a name such as `en_GB` or `de-AT`; ours where the name says nothing ("C")."""
        try:
            return cls(Locale.parse(name.replace("-", "_")))
        except (UnknownLocaleError, ValueError):
            return cls(Locale.parse(DEFAULT_LOCALE))

    @property
    def paper(self) -> str:
        return "us-letter" if self.locale.territory in _LETTER else "a4"

    @property
    def region(self) -> str:
        """The kind of English the page is in."""
        return self.locale.territory or "GB" if self.locale.language == "en" else "GB"

    def day(self, day: date | None) -> str:
        return format_date(day, "long", self.locale) if day else ""

    def full_day(self, day: date) -> str:
        """A day with its weekday: "Monday 23 November 2026"."""
        return format_date(day, "full", self.locale)

    def short_day(self, day: date | None) -> str:
        return format_date(day, "medium", self.locale) if day else ""

    def day_in(self, year: int, day: date | None) -> str:
        """A day on a page that names its year: "27 Nov", with the year where it is another."""
        if day is None or day.year != year:
            return self.short_day(day)
        return format_skeleton("MMMd", day, locale=self.locale)

    def month(self, day: date) -> str:
        return format_skeleton("yMMMM", day, locale=self.locale)

    def period(self, start: date, end: date) -> str:
        """A half-open period, by its months where it is made of whole ones."""
        last = end - timedelta(days=1)
        if start.day != 1 or end.day != 1:
            return f"{self.day(start)} to {self.day(last)}"
        if (start.year, start.month) == (last.year, last.month):
            return self.month(start)
        first = self.month_name(start) if start.year == last.year else self.month(start)
        return f"{first} to {self.month(last)}"

    def month_name(self, day: date) -> str:
        return format_date(day, "LLLL", self.locale)

    def time(self, instant: datetime) -> str:
        """The time of day of an aware instant, here: "14:00", "2:00 PM"."""
        return format_time(instant.astimezone(), "short", locale=self.locale)

    def number(self, value: float | None, *, decimals: int | None = None) -> str:
        return "" if value is None else format_number(value, str(self.locale), decimals=decimals)

    def share(self, share: float) -> str:
        return format_share(share, str(self.locale))

    def money(self, money: Money) -> str:
        return format_money(money, str(self.locale))

    def short_money(self, money: Money) -> str:
        return compact_money(money, str(self.locale))

    def hours(self, minutes: int) -> str:
        """Minutes as "2 h 15", "8 h" or "45 min"."""
        hours, rest = divmod(minutes, 60)
        if not hours:
            return f"{rest} min"
        return f"{self.number(hours)} h {rest:02}" if rest else f"{self.number(hours)} h"

    def value(self, value: float | None, measure: Measure, unit: str) -> str:
        """A goal's value in its measure; the thing counted is not repeated with every number."""
        if value is None:
            return ""
        if measure is Measure.PERCENT:
            return format_percent(value, str(self.locale))
        if measure is Measure.MONEY:
            return self.money(Money(round(value), unit))
        return format_number(value, str(self.locale), decimals=1 if measure is Measure.LEVEL else None)
