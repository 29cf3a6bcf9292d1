"""Read a column of days: ISO, named months, day or month first, and the day numbers of a spreadsheet."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum


class DateOrder(StrEnum):
    """How days written with numbers alone are read."""

    ISO = "iso"
    DMY = "dmy"
    MDY = "mdy"


_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_NUMBERS = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d\d)(?!\d)")
_MONTH_FIRST = re.compile(r"(?:[a-z]{3,9},? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)", re.IGNORECASE)
_DAY_FIRST = re.compile(
    r"(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[ .-]{1,2}([a-z]{3,9})\.?[ ,-]{1,2}(\d{4}|\d\d)(?!\d)", re.IGNORECASE
)
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_TIME = re.compile(r"[T ,]*\d{1,2}[:.]\d\d.*", re.DOTALL)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Excel counts days from here; the offset hides the day 29 February 1900 that it believes in.
_SERIAL_START = date(1899, 12, 30)
# A spreadsheet shows “24” as 2024; no deal of 1969 or before is in a CRM.
_CENTURY, _PIVOT, _SHORT_YEAR = 100, 69, 2
_MONTHS_IN_A_YEAR = 12
# Year, month and day as they are written.
_Parts = Callable[[re.Match[str]], tuple[str, str, str]]
_EARLIEST, _LATEST = date(1970, 1, 1), date(2100, 1, 1)


@dataclass(frozen=True, slots=True)
class DateOrders:
    """The order of a file, and of each separator that has its own: 27/01/2024 beside 01-27-2024."""

    usual: DateOrder
    by_separator: Mapping[str, DateOrder] = field(default_factory=dict)

    @property
    def told(self) -> str:
        """The order in one word: iso, dmy, mdy or mixed."""
        return "mixed" if len(set(self.by_separator.values())) > 1 else self.usual.value


def orders_seen(texts: Iterable[str]) -> DateOrders | str:
    """The orders that some value settles, one number being above 12; or the question that is left open."""
    settled: defaultdict[str, set[DateOrder]] = defaultdict(set)
    open_separators = set()
    for text in texts:
        numbers = _NUMBERS.match(text.strip())
        if not numbers:
            continue
        first, separator, second = int(numbers[1]), numbers[2], int(numbers[3])
        if first > _MONTHS_IN_A_YEAR >= second:
            settled[separator].add(DateOrder.DMY)
        elif second > _MONTHS_IN_A_YEAR >= first:
            settled[separator].add(DateOrder.MDY)
        elif first != second:
            open_separators.add(separator)
    if any(len(orders) > 1 for orders in settled.values()):
        return "Some dates have the day first and some the month first. Which is it where both are possible?"
    orders = {separator: orders.pop() for separator, orders in settled.items()}
    if open_separators - orders.keys() and len(set(orders.values())) != 1:
        return "Nothing in the file says whether 3/4 is 3 April or 4 March."
    return DateOrders(next(iter(orders.values()), DateOrder.ISO), orders)


def read_day(text: str, orders: DateOrders) -> str | None:
    """The day as ISO text, or None where the text is no day between 1970 and 2100."""
    text = text.strip()
    for pattern, parts in _READINGS:
        found = pattern.match(text)
        if found and _nothing_but_time(text[found.end() :]):
            return _iso(*parts(found))
    numbers = _NUMBERS.match(text)
    if numbers and _nothing_but_time(text[numbers.end() :]):
        first, separator, second, year = numbers.groups()
        if orders.by_separator.get(separator, orders.usual) is DateOrder.DMY:
            first, second = second, first
        return _iso(year, first, second)
    serial = _SERIAL.fullmatch(text)
    return _within(_SERIAL_START + timedelta(days=int(serial[1]))) if serial else None


def _nothing_but_time(rest: str) -> bool:
    return not rest.strip() or bool(_TIME.fullmatch(rest))


def _iso(year: str, month: str, day: str) -> str | None:
    number = int(month) if month.isdigit() else _month(month)
    full = int(year)
    if len(year) == _SHORT_YEAR:
        full += 20 * _CENTURY if full < _PIVOT else 19 * _CENTURY
    try:
        return _within(date(full, number, int(day)))
    except ValueError:
        return None


def _within(day: date) -> str | None:
    return day.isoformat() if _EARLIEST <= day < _LATEST else None


def _month(name: str) -> int:
    """1 to 12, or 0 for a word that is no month."""
    beginning = name[:3].casefold()
    return _MONTHS.index(beginning) + 1 if beginning in _MONTHS else 0


_READINGS: tuple[tuple[re.Pattern[str], _Parts], ...] = (
    (_ISO, lambda found: (found[1], found[3], found[4])),
    (_COMPACT, lambda found: (found[1], found[2], found[3])),
    (_MONTH_FIRST, lambda found: (found[3], found[1], found[2])),
    (_DAY_FIRST, lambda found: (found[3], found[2], found[1])),
)
