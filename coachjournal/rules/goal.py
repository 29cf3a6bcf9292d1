"""Development goals: measures, states, progress, and whether one is on track."""

from enum import StrEnum


class Measure(StrEnum):
    """What a goal's values are: `MONEY` in minor units of the goal's currency, `PERCENT` from 0 to 100."""

    LEVEL = "level"
    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    PER_WEEK = "per_week"


class ComputedFrom(StrEnum):
    """The figures of deals from which a goal can take its values by itself."""

    WIN_RATE = "win_rate"
    NEW_DEALS = "new_deals"
    SALES_CYCLE = "sales_cycle"
    COVERAGE = "coverage"


class GoalStatus(StrEnum):
    """The life of a development goal."""

    ACTIVE = "active"
    ACHIEVED = "achieved"
    EXTENDED = "extended"
    ABANDONED = "abandoned"
