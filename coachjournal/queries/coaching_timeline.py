"""A rep's development goals beside the hours they got, on one axis of days."""

from dataclasses import dataclass
from datetime import date

from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.goal import Measure


@dataclass(frozen=True, slots=True)
class GoalPoint:
    """One check-in: `value` in the goal's measure, `share` of the way from baseline (0) to target (1), unclipped."""

    check_in_id: int
    on: date
    value: float
    share: float
    computed: bool
    conversation_id: int | None


@dataclass(frozen=True, slots=True)
class GoalLine:
    """One goal: its check-ins in order of day, and what its values mean."""

    goal_id: int
    title: str
    measure: Measure
    unit: str
    """ISO currency code of a MONEY goal, the thing counted of a NUMBER or PER_WEEK goal ("meetings"), else ''."""
    baseline: float
    target: float
    started_on: date
    due_on: date
    points: tuple[GoalPoint, ...]


@dataclass(frozen=True, slots=True)
class ConversationMark:
    """One held conversation of the rep."""

    conversation_id: int
    on: date
    kind: ConversationKind
    minutes: int
    first_line: str


@dataclass(frozen=True, slots=True)
class RepWeek:
    """Minutes of one week (starting on `start`) with this rep, by kind of conversation or, for other time with
    the rep, by category; keys are `ConversationKind` or `TimeCategory` values."""

    start: date
    minutes: dict[str, int]


@dataclass(frozen=True, slots=True)
class WholeWeek:
    """Minutes of one whole week of the manager: with people, and all others but travel."""

    start: date
    people: int
    rest: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Days without a conversation that resets the cadence, longer than its limit; half-open."""

    start: date
    end: date
    days: int
    what: str
    """What was missing, as in "8 weeks without a ride-along": the words after "without"."""


@dataclass(frozen=True, slots=True)
class CoachingTimeline:
    """Everything the coaching timeline draws, for the whole time the journal knows this rep."""

    rep_id: int
    rep: str
    first_name: str
    start: date
    """First day of the axis when all is shown."""
    end: date
    """The day after the last day shown: tomorrow, or later if something is dated later."""
    today: date
    goals: tuple[GoalLine, ...]
    conversations: tuple[ConversationMark, ...]
    rep_weeks: tuple[RepWeek, ...]
    whole_weeks: tuple[WholeWeek, ...]
    gaps: tuple[Gap, ...]
    coaching_floor: float | None
    """The manager's own weekly aim for the coaching share, 0 to 1."""
