"""Goal values in words: "3.9 of 4.0", "27%", "€120k"."""

from coachjournal.errors import Rejected
from coachjournal.rules.goal import Measure
from coachjournal.rules.locale_numbers import (
    DEFAULT_LOCALE,
    compact_money,
    format_money,
    format_number,
    format_percent,
    parse_money,
    parse_number,
)
from coachjournal.rules.money import Money


def format_value(value: float, measure: str, unit: str = "", locale: str = DEFAULT_LOCALE) -> str:
    """A value as it is written in tables: "3.9" (level), "27%", "€120k" (unit = currency), "6" (numbers)."""
    match Measure(measure):
        case Measure.LEVEL:
            return format_number(value, locale, decimals=1)
        case Measure.PERCENT:
            return format_percent(value, locale)
        case Measure.MONEY:
            return compact_money(Money(round(value), unit), locale)
        case Measure.NUMBER | Measure.PER_WEEK:
            return format_number(value, locale)


def value_of_target(value: float, target: float, measure: str, unit: str = "", locale: str = DEFAULT_LOCALE) -> str:
    """Where a goal is and where it leads, for the end of its line and for tables: "3.9 of 4.0", "27% of 32%"."""
    return f"{format_value(value, measure, unit, locale)} of {format_value(target, measure, unit, locale)}"


def typed_value(value: float, measure: str, unit: str = "", locale: str = DEFAULT_LOCALE) -> str:
    """A value as it stands in a field to be changed: as in tables, but money in full, so that nothing is lost."""
    if Measure(measure) is Measure.MONEY:
        return format_money(Money(round(value), unit), locale)
    return format_value(value, measure, unit, locale)


def parse_value(text: str, field: str, measure: str, unit: str = "", locale: str = DEFAULT_LOCALE) -> float:
    """A value as somebody types it: "3.9", "27%", "120k" (money). Raises Rejected with the field's name."""
    try:
        if Measure(measure) is Measure.MONEY:
            return float(parse_money(text, unit, locale).minor)
        return float(parse_number(text.strip().strip("%").strip(), locale))
    except Rejected as refusal:
        raise Rejected(refusal.sentence, field=field) from refusal
