"""Development goals: measures, states, progress, and whether one is on track."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
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

    @property
    def closed(self) -> bool:
        """Whether nothing more is expected of it."""
        return self is not GoalStatus.ACTIVE


class GoalStanding(StrEnum):
    """How a goal stands today; each value is written as it is."""

    TOO_EARLY = "too early to tell"
    ON_TRACK = "on track"
    BEHIND = "behind"
    REACHED = "target reached"
    OVERDUE = "overdue"
    ACHIEVED = "achieved"
    EXTENDED = "extended"
    ABANDONED = "abandoned"

    @property
    def ended(self) -> bool:
        """Whether nothing more is expected of the goal."""
        return self in _CLOSED.values()


ENDING = frozenset({GoalStanding.OVERDUE, GoalStanding.REACHED})
"""How an active goal stands when the manager is asked what became of it."""


@dataclass(frozen=True, slots=True)
class Course:
    """From where to where a goal leads, and from when to when."""

    baseline: float
    target: float
    started_on: date
    due_on: date


FIRST_DAYS = 14
"""In the first two weeks of a goal nothing is said of it: a habit needs some days to begin."""

LEAST_CHECK_INS = 2
"""One check-in is a point and not yet a direction."""

MOST_PACE = 1.5
"""A goal is behind when the rest of the way would take more than this times the steady pace."""


RANGES = {Measure.LEVEL: (1, 5), Measure.PERCENT: (0, 100), Measure.MONEY: (0, 10**15), Measure.PER_WEEK: (0, 10_000)}
_ANY_NUMBER = (-(10**12), 10**12)
_RANGE_WORDS = {
    Measure.LEVEL: "A level is between 1 and 5.",
    Measure.PERCENT: "A percentage is between 0 and 100.",
    Measure.MONEY: "This amount is negative or larger than any deal.",
    Measure.PER_WEEK: "So many a week cannot be.",
    Measure.NUMBER: "This number is too large.",
}


def refusal_of(value: float, measure: str) -> str | None:
    """Why this cannot be a value in this measure, in one sentence; None when it can. NaN and infinity cannot."""
    least, most = RANGES.get(Measure(measure), _ANY_NUMBER)
    return None if least <= value <= most else _RANGE_WORDS[Measure(measure)]


def progress_share(value: float, *, baseline: float, target: float) -> float:
    """The share of the way: (value - baseline) / (target - baseline); 0 at the baseline, 1 at the target.

    It is not clipped (below 0 is worse than where it began), and it holds for goals that go down, such as a sales
    cycle from 90 to 60 days. A goal to stay where it is (target = baseline) is at 1 there and at 0 anywhere else.
    """
    if target == baseline:
        return 1.0 if value == target else 0.0
    return (value - baseline) / (target - baseline)


def current_value(baseline: float, values: Sequence[float]) -> float:
    """Where the goal is now: its latest check-in (values in order of day), or its baseline before the first."""
    return values[-1] if values else baseline


def with_earlier(goal_id: int, extended_from: Mapping[int, int | None]) -> list[int]:
    """The keys of a goal and of those it extends, the first one first: their check-ins are one way."""
    line = [goal_id]
    while (before := extended_from.get(line[0])) is not None:
        line.insert(0, before)
    return line


def time_share(course: Course, today: date) -> float:
    """Days gone / days from start to due, 0 to 1. A goal due on the day it starts has no time left: 1."""
    whole = (course.due_on - course.started_on).days
    gone = (today - course.started_on).days
    return min(max(gone / whole, 0.0), 1.0) if whole > 0 else 1.0


def expected_share(time_gone: float) -> float:
    """The least share of the way that is on track when this share of the time (0 to 1) is gone.

    The rest of the way may need at most 1.5 x the steady pace: (1 - share) <= 1.5 x (1 - time gone). So nothing is
    expected in the first third, a quarter of the way at half-time, and all of it on the last day.
    """
    return max(0.0, 1 - MOST_PACE * (1 - time_gone))


def goal_standing(status: str, course: Course, values: Sequence[float], today: date) -> GoalStanding:
    """How the goal stands, from its check-in values in order of day. See docs/decisions/010-on-track.md.

    A closed goal stands as it was closed. An active one has reached its target, or is overdue after its last day, or
    it is too early to tell, or it is on track when its share of the way is at least the `expected_share`, or behind.
    """
    if status != GoalStatus.ACTIVE:
        return _CLOSED[GoalStatus(status)]
    share = progress_share(current_value(course.baseline, values), baseline=course.baseline, target=course.target)
    if values and share >= 1:
        return GoalStanding.REACHED
    if today > course.due_on:
        return GoalStanding.OVERDUE
    expected = expected_share(time_share(course, today))
    if (today - course.started_on).days < FIRST_DAYS or (len(values) < LEAST_CHECK_INS and expected == 0):
        return GoalStanding.TOO_EARLY
    return GoalStanding.ON_TRACK if share >= expected else GoalStanding.BEHIND


_CLOSED = {
    GoalStatus.ACHIEVED: GoalStanding.ACHIEVED,
    GoalStatus.EXTENDED: GoalStanding.EXTENDED,
    GoalStatus.ABANDONED: GoalStanding.ABANDONED,
}
