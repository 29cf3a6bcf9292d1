"""Goal values in words: "3.9 of 4.0", "27%", "€120k"."""

from coachjournal.rules.goal import Measure
from coachjournal.rules.locale_numbers import DEFAULT_LOCALE, compact_money, format_number, format_percent
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
