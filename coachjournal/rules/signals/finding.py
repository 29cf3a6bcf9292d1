"""What a rule finds about a rep: a number, what it is measured against, and the rows it was counted from."""

from dataclasses import dataclass, field, fields
from enum import StrEnum


class Rule(StrEnum):
    """The rules over the data, each of which proposes something to coach."""

    THIN_PIPELINE = "thin_pipeline"
    FEW_NEW_DEALS = "few_new_deals"
    LOW_WIN_RATE = "low_win_rate"
    NO_DECISION = "no_decision"
    LONG_CYCLE = "long_cycle"
    STALLED_DEAL = "stalled_deal"
    SLIPPED = "slipped"
    SHRINKING = "shrinking"
    LEAKING_STAGE = "leaking_stage"
    NOT_COACHED = "not_coached"
    COMMITMENTS_SLIP = "commitments_slip"
    SKILL_FLAT = "skill_flat"
    OWN_TOO_MUCH = "own_too_much"
    NO_FIELD_TIME = "no_field_time"
    SKILL_UP = "skill_up"
    GOAL_ACHIEVED = "goal_achieved"
    ABOVE_TEAM = "above_team"

    @property
    def is_strength(self) -> bool:
        """Whether it tells of a bright spot."""
        return self in _STRENGTHS

    @property
    def is_the_managers(self) -> bool:
        """Whether what it asks for is for the manager to do, and nothing to ask the rep."""
        return self in _THE_MANAGERS


_STRENGTHS = frozenset({Rule.SKILL_UP, Rule.GOAL_ACHIEVED, Rule.ABOVE_TEAM})
_THE_MANAGERS = frozenset({Rule.NOT_COACHED, Rule.NO_FIELD_TIME, Rule.OWN_TOO_MUCH})


class Unit(StrEnum):
    """What a number is: a share from 0 to 1, a ratio ("2.4×"), days, a count, minor units of a currency, a level."""

    SHARE = "share"
    RATIO = "ratio"
    DAYS = "days"
    COUNT = "count"
    MONEY = "money"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Number:
    """A measured value and its sample. `against` is what it is compared with: the team's value, the own earlier one."""

    value: float
    unit: Unit
    n: int
    """How many rows the value was counted from."""
    part: int | None = None
    """Of a share: how many of the n."""
    against: float | None = None
    against_n: int | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom and what a signal is about: always a rep, perhaps one deal, skill, stage or goal of theirs.

    Rule and subject name a signal, today and next month.
    """

    rep_id: int
    deal_id: int | None = None
    skill_id: int | None = None
    stage_id: int | None = None
    goal_id: int | None = None


SUBJECT = tuple(each.name for each in fields(Subject))
"""What a subject is made of; signals and sightings have columns of these names."""


class RowsOf(StrEnum):
    """Of which table the rows are that a number was counted from."""

    DEALS = "deal"
    CONVERSATIONS = "conversation"
    COMMITMENTS = "commitment"
    RATINGS = "rating"
    GOALS = "goal"


@dataclass(frozen=True, slots=True)
class Rows:
    """The keys of the rows a number was counted from."""

    of: RowsOf
    keys: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that holds for one subject today. `name` is what the deal, skill, stage or goal is called."""

    rule: Rule
    subject: Subject
    number: Number
    rows: Rows
    name: str = ""
    detail: dict[str, str | int | float] = field(default_factory=dict, hash=False)
    """What else the sentence needs, by rule; see `words.py`."""
