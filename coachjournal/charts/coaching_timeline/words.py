"""The words and numbers of the coaching timeline: days, values, hours, gaps."""

from datetime import date
from decimal import Decimal

from coachjournal.queries.coaching_timeline import Gap, GoalLine
from coachjournal.rules.goal import Measure
from coachjournal.rules.money import minor_digits

MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
"""The window speaks English whatever the system's language, so months do not come from the system."""

# From here on a label says 12k; tables and tooltips always say the whole number.
_SHORT_FROM = 10_000
_DAYS_TOLD_AS_DAYS = 14


def day_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def full_day_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def hours_words(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02}" if rest else f"{hours} h"


def percent_words(share: float) -> str:
    return f"{share:.0%}"


def gap_length_words(gap: Gap) -> str:
    return f"{gap.days} days" if gap.days < _DAYS_TOLD_AS_DAYS else f"{gap.days // 7} weeks"


def gap_words(gap: Gap) -> str:
    return f"{gap_length_words(gap)} without {gap.what}"


def value_words(goal: GoalLine, value: float) -> str:
    """The whole value with its unit: "3.9", "27%", "6 meetings", "120,000 EUR"."""
    return _with_unit(_number(goal, value, short=False), goal)


def value_of_target_words(goal: GoalLine, value: float) -> str:
    """The value and where it is to go: "3.9 of 4.0", "6 of 8 meetings a week"."""
    return _with_unit(_of_target(goal, value, short=False), goal)


def short_value_words(goal: GoalLine, value: float) -> tuple[str, str]:
    """The same told shorter, 120k for 120,000: with the unit and without it."""
    numbers = _of_target(goal, value, short=True)
    return _with_unit(numbers, goal), numbers


def _of_target(goal: GoalLine, value: float, *, short: bool) -> str:
    return f"{_number(goal, value, short=short)} of {_number(goal, goal.target, short=short)}"


def table_value(goal: GoalLine, value: float) -> tuple[float, str]:
    """A check-in as number and unit; money in whole units of its currency."""
    if goal.measure is Measure.MONEY:
        return float(Decimal(str(value)).scaleb(-minor_digits(goal.unit))), goal.unit
    units = {Measure.LEVEL: "level", Measure.PERCENT: "%"}
    return value, units.get(goal.measure, goal.unit)


def _number(goal: GoalLine, value: float, *, short: bool) -> str:
    if goal.measure is Measure.LEVEL:
        return f"{value:.1f}"
    number, _ = table_value(goal, value)
    text = _shortened(number) if short else _grouped(number)
    return f"{text}%" if goal.measure is Measure.PERCENT else text


def _with_unit(numbers: str, goal: GoalLine) -> str:
    units = {Measure.LEVEL: "", Measure.PERCENT: "", Measure.PER_WEEK: f"{goal.unit} a week".strip()}
    return f"{numbers} {units.get(goal.measure, goal.unit)}".strip()


def _grouped(number: float) -> str:
    """As many decimals as a reader takes in: 0.75, 27.3, 1,234."""
    decimals = 0 if abs(number) >= 1000 else 1 if abs(number) >= 1 else 2  # noqa: PLR2004 - the reader's limits
    text = f"{number:,.{decimals}f}"
    return text.rstrip("0").rstrip(".") if decimals else text


def _shortened(number: float) -> str:
    for size, letter in ((1e9, "bn"), (1e6, "M"), (1e3, "k")):
        if abs(number) >= max(size, _SHORT_FROM):
            return f"{number / size:.3g}{letter}"
    return _grouped(number)
