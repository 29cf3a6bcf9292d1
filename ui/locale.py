"""Days, times, numbers and money as they are written where the user lives."""

from dataclasses import dataclass, field
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QTimeZone

from coachjournal.clock import Clock
from coachjournal.rules.locale_numbers import DEFAULT_LOCALE, compact_money, format_money, format_number, format_share
from coachjournal.rules.money import Money
from coachjournal.rules.period import Period
from coachjournal.rules.words import due_day, relative_day

_NEAR = 14


@dataclass(frozen=True)
class Locale:
    """The user's locale and clock. `name` is what the core's formatting functions take ("en_GB")."""

    clock: Clock
    qt: QLocale = field(default_factory=lambda: _with_a_country(QLocale()))

    @property
    def name(self) -> str:
        return self.qt.name()

    def day(self, day: date) -> str:
        """A day in a list: "12 Nov", with its year when that is not this one. No "Nov.": it may end a sentence."""
        pattern = "d MMM" if day.year == self.clock.today().year else "d MMM yyyy"
        return self.qt.toString(_qt_day(day), pattern).replace(".", "")

    def days(self, period: Period) -> str:
        """The first and the last day of a period: "26 May to 24 Nov", "24 Dec"."""
        first, last = self.day(period.start), self.day(period.last_day)
        return first if period.days == 1 else f"{first} to {last}"

    def weekday_and_day(self, day: date) -> str:
        """A day one wants to be sure of: "Fri 27 Nov"."""
        return f"{self.short_weekday(day)} {self.day(day)}"

    def short_weekday(self, day: date) -> str:
        """A day of a week in sight: "Fri"."""
        return self.qt.toString(_qt_day(day), "ddd").removesuffix(".")

    def weekday(self, day: date) -> str:
        """A day of this week: "Friday"."""
        return self.qt.toString(_qt_day(day), "dddd")

    def long_day(self, day: date) -> str:
        """A day in a title: "Monday 23 November"."""
        return self.qt.toString(_qt_day(day), "dddd d MMMM")

    def month(self, day: date) -> str:
        """A month and its year: "March 2024"."""
        return f"{self.month_name(day)} {day.year}"

    def month_name(self, day: date) -> str:
        return self.qt.standaloneMonthName(day.month)

    def near_day(self, day: date) -> str:
        """A near day in words ("11 days ago", "tomorrow"), another as a date."""
        today = self.clock.today()
        return relative_day(day, today) if abs((day - today).days) < _NEAR else self.day(day)

    def due(self, day: date) -> str:
        """When something is due: "3 days late", "today", "Wed", "4 Dec"."""
        return due_day(day, self.clock.today()) or self.day(day)

    def time(self, instant: datetime) -> str:
        """The time of day of an aware instant, here: "08:12"."""
        return instant.astimezone().strftime("%H:%M")

    def second(self, instant: datetime) -> str:
        """The time of day to the second: "17:42:08"."""
        return instant.astimezone().strftime("%H:%M:%S")

    def day_and_time(self, instant: datetime) -> str:
        """A moment: "today 08:12", "12 Nov 17:40"."""
        return f"{self.near_day(instant.astimezone().date())} {self.time(instant)}"

    def number(self, value: float, *, decimals: int | None = None) -> str:
        return format_number(value, self.name, decimals=decimals)

    def share(self, share: float) -> str:
        """A share (0 to 1): "27%"."""
        return format_share(share, self.name)

    def money(self, money: Money) -> str:
        return format_money(money, self.name)

    def short_money(self, money: Money) -> str:
        return compact_money(money, self.name)


def _with_a_country(locale: QLocale) -> QLocale:
    """The locale itself, or British where the system names none: the bare "C" writes no day as a person would."""
    return QLocale(DEFAULT_LOCALE) if locale.language() is QLocale.Language.C else locale


def _qt_day(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def system_zone() -> str:
    """The IANA name of the zone the manager is in: "Europe/Lisbon"."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode()
