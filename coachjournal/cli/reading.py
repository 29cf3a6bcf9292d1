"""How an answer reads in a terminal: a record is a "name: value" on each line, a list a table with headings."""

from collections.abc import Mapping, Sequence
from typing import Any

from coachjournal.rules.locale_numbers import format_money, format_number, format_share
from coachjournal.rules.money import Money
from coachjournal.rules.words import hours

NOTHING = "Nothing there yet."
UNKNOWN = "–"

SHARES = frozenset({"win_rate", "coaching_share", "desk_share"})
AMOUNTS = frozenset({"won_amount", "average_won"})
MINUTES = frozenset({"minutes", "by_group", "by_category", "by_rep"})

Record = Mapping[str, Any]


def lines_of(plain: object, locale: str) -> str:
    """An answer as JSON has it, in lines for a person who lives in `locale`."""
    if isinstance(plain, Mapping):
        return "\n".join(_line(name, value, locale) for name, value in plain.items())
    return _table(plain, locale) if isinstance(plain, list) else str(plain)


def _line(name: str, value: object, locale: str) -> str:
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        return f"{_words(name)}:\n{_indented(_table(value, locale))}"
    return f"{_words(name)}: {_said(name, value, locale)}"


def _table(records: Sequence[Record], locale: str) -> str:
    """Columns as wide as their longest cell; those of numbers are flush on the right."""
    if not records:
        return NOTHING
    columns = [_column(name, [record[name] for record in records], locale) for name in records[0]]
    return "\n".join("  ".join(cells).rstrip() for cells in zip(*columns, strict=True))


def _column(name: str, values: Sequence[object], locale: str) -> list[str]:
    cells = [_words(name), *(_said(name, value, locale) for value in values)]
    width = max(map(len, cells))
    numbers = name in AMOUNTS or all(value is None or _is_number(value) for value in values)
    return [cell.rjust(width) if numbers else cell.ljust(width) for cell in cells]


def _said(name: str, value: object, locale: str) -> str:
    match value:
        case None:
            return UNKNOWN
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return _number(name, value, locale)
        case Mapping() | list():
            return ", ".join(_several(name, value, locale)) or "none"
        case _:
            return str(value)


def _several(name: str, value: Record | list[object], locale: str) -> list[str]:
    if isinstance(value, list):
        return [str(each) for each in value]
    if name in AMOUNTS:
        return [format_money(Money(round(minor), code), locale) for code, minor in value.items()]
    return [f"{_words(key)} {_said(name, each, locale)}" for key, each in value.items()]


def _number(name: str, value: float, locale: str) -> str:
    """A whole number is a count or a key and stays as it is."""
    if name in SHARES:
        return format_share(value, locale)
    if name in MINUTES:
        return hours(int(value))
    return str(value) if isinstance(value, int) else format_number(value, locale)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())


def _words(name: str) -> str:
    return name.replace("_", " ")
