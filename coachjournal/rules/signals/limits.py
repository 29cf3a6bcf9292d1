"""The numbers of the rules: from where on a rule holds, below which sample it says nothing, and which are switched off.

How long a rep may go without coaching, or without a ride-along, is a cadence and stands there.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from coachjournal.rules.signals.finding import Rule

TOP_LEVEL = 5
"""Who coaches others in a skill has nowhere to rise to."""


class Limit(StrEnum):
    """A number of a rule that can be changed; each value is what it is called in the file."""

    COVER = "thin_pipeline.times"
    NEW_DEALS = "few_new_deals.share"
    NEW_DEALS_MONTHS = "few_new_deals.months"
    WIN_RATE_UNDER = "low_win_rate.under_team"
    WIN_RATE_DOWN = "low_win_rate.down"
    WIN_RATE_CLOSED = "low_win_rate.closed"
    NO_DECISION = "no_decision.share"
    NO_DECISION_LOST = "no_decision.lost"
    CYCLE = "long_cycle.times"
    CYCLE_WON = "long_cycle.won"
    STALLED = "stalled_deal.times"
    STALLED_BESIDE = "stalled_deal.beside"
    SLIPS = "slipped.slips"
    SLIPPED = "slipped.share"
    SLIPPED_OPEN = "slipped.open"
    SHRUNK = "shrinking.share"
    SHRUNK_WON = "shrinking.won"
    LEAK = "leaking_stage.under_team"
    LEAK_ENTERED = "leaking_stage.entered"
    KEPT = "commitments_slip.share"
    KEPT_OF = "commitments_slip.of"
    FLAT_RATINGS = "skill_flat.ratings"
    FLAT_DAYS = "skill_flat.days"
    FLAT_BELOW = "skill_flat.below"
    OWN = "own_too_much.share"
    OWN_OPEN = "own_too_much.open"
    SKILL_UP_DAYS = "skill_up.days"
    ACHIEVED_DAYS = "goal_achieved.days"
    WIN_RATE_ABOVE = "above_team.win_rate"
    ABOVE_CLOSED = "above_team.closed"
    CYCLE_BELOW = "above_team.cycle"
    ABOVE_WON = "above_team.won"

    @property
    def rule(self) -> Rule:
        """Whose number it is."""
        return Rule(self.value.partition(".")[0])

    @property
    def shape(self) -> "Shape":
        """How it is asked for, and what it is until somebody changes it."""
        return _SHAPES[self]


@dataclass(frozen=True, slots=True)
class Shape:
    """How a number is asked for: words before it, its unit behind it, what it is by itself and what it can be."""

    words: str
    unit: str
    default: float
    least: float
    most: float
    decimals: int = 0

    def refusal_of(self, value: float) -> str | None:
        """Why this cannot be the number, in one sentence; None when it can. NaN and infinity cannot."""
        if not self.least <= value <= self.most:
            return f"Choose a number from {self.least:g} to {self.most:g}."
        if not self.decimals and value != int(value):
            return "Choose a whole number."
        return None


def _percent(words: str, default: float) -> Shape:
    return Shape(words, "%", default, 1, 100)


def _points(words: str, default: float) -> Shape:
    return Shape(words, "points", default, 1, 100)


def _times(words: str, default: float) -> Shape:
    return Shape(words, "times", default, 1, 20, decimals=1)


def _days(words: str, default: float) -> Shape:
    return Shape(words, "days", default, 1, 730)


def _sample(unit: str, default: float, least: float = 3, most: float = 1000) -> Shape:
    """Below three of anything there is nothing to tell."""
    return Shape("Only from", unit, default, least, most)


_SHAPES = {
    Limit.COVER: _times("The open pipeline covers less than", 3),
    Limit.NEW_DEALS: _percent("New deals of 30 days under", 50),
    Limit.NEW_DEALS_MONTHS: _sample("months of data", 6, most=24),
    Limit.WIN_RATE_UNDER: _points("Under the team’s by", 10),
    Limit.WIN_RATE_DOWN: _points("Down on the year before by", 10),
    Limit.WIN_RATE_CLOSED: _sample("closed deals", 10),
    Limit.NO_DECISION: _percent("Lost to no decision at least", 40),
    Limit.NO_DECISION_LOST: _sample("lost deals", 5),
    Limit.CYCLE: _times("Longer than the team’s by", 1.5),
    Limit.CYCLE_WON: _sample("won deals", 5),
    Limit.STALLED: _times("Quiet for longer than is usual at its stage by", 1.5),
    Limit.STALLED_BESIDE: _sample("open deals at the stage", 5),
    Limit.SLIPS: Shape("One deal slipped at least", "times", 2, 1, 20),
    Limit.SLIPPED: _percent("Or of the open deals slipped at least", 30),
    Limit.SLIPPED_OPEN: _sample("open deals", 5),
    Limit.SHRUNK: _percent("Smaller than in the year before by", 20),
    Limit.SHRUNK_WON: _sample("won deals", 8),
    Limit.LEAK: _points("Under the team’s by", 15),
    Limit.LEAK_ENTERED: _sample("deals that came to the stage", 15),
    Limit.KEPT: _percent("Kept less than", 60),
    Limit.KEPT_OF: Shape("Of the last", "commitments", 5, 3, 50),
    Limit.FLAT_RATINGS: Shape("At one level in the last", "ratings", 3, 3, 20),
    Limit.FLAT_DAYS: _days("Over at least", 60),
    Limit.FLAT_BELOW: Shape("Only below level", "", TOP_LEVEL, 2, TOP_LEVEL, decimals=1),
    Limit.OWN: _percent("You own more than", 40),
    Limit.OWN_OPEN: _sample("open commitments", 5),
    Limit.SKILL_UP_DAYS: _days("Told for", 30),
    Limit.ACHIEVED_DAYS: _days("Told for", 30),
    Limit.WIN_RATE_ABOVE: _points("Win rate above the team’s by", 10),
    Limit.ABOVE_CLOSED: _sample("closed deals", 10),
    Limit.CYCLE_BELOW: _times("Or sales cycle shorter than the team’s by", 1.5),
    Limit.ABOVE_WON: _sample("won deals", 5),
}


@dataclass(frozen=True, slots=True)
class Limits:
    """The numbers that hold: what the manager chose, else what was shipped."""

    chosen: Mapping[Limit, float] = field(default_factory=dict)
    off: frozenset[Rule] = frozenset()

    def number(self, limit: Limit) -> float:
        """As it is asked for: 40 of 40 %, 10 of 10 points, 1.5 of 1.5 times."""
        return self.chosen.get(limit, limit.shape.default)

    def share(self, limit: Limit) -> float:
        """Per cent or points, as a share from 0 to 1."""
        return self.number(limit) / 100

    def count(self, limit: Limit) -> int:
        """A sample, or a number of days."""
        return int(self.number(limit))

    def stored(self) -> str:
        """As the file keeps them, in JSON."""
        numbers = {limit.value: value for limit, value in sorted(self.chosen.items())}
        return json.dumps({"numbers": numbers, "off": sorted(self.off)})


SHIPPED = Limits()


def limits_of(rule: Rule) -> tuple[Limit, ...]:
    """The numbers of one rule, in the order they are asked for."""
    return tuple(limit for limit in Limit if limit.rule is rule)


def stored_limits(stored: str | None) -> Limits:
    """The limits that a file keeps. What is not understood, or can no longer be, is as if nobody had chosen it."""
    told = _object(json.loads(stored)) if stored else {}
    return Limits(dict(_numbers(told.get("numbers"))), frozenset(_rules(told.get("off"))))


def _object(told: object) -> dict[str, object]:
    return told if isinstance(told, dict) else {}


def _numbers(told: object) -> Iterator[tuple[Limit, float]]:
    for limit in Limit:
        value = _object(told).get(limit.value)
        if isinstance(value, int | float) and not isinstance(value, bool) and limit.shape.refusal_of(value) is None:
            yield limit, value


def _rules(told: object) -> Iterator[Rule]:
    return (rule for rule in Rule if isinstance(told, list) and rule.value in told)
