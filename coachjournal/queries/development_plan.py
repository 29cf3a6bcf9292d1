"""Everything that a rep's development plan prints. Private text never gets here."""

from dataclasses import dataclass
from datetime import date

from coachjournal.queries.coaching_timeline import CoachingTimeline
from coachjournal.rules.goal import GoalStatus, Measure


@dataclass(frozen=True, slots=True)
class PlanStrength:
    """A strength and the evidence for it ("Ride-along, 12 November")."""

    text: str
    evidence: str


@dataclass(frozen=True, slots=True)
class PlanGoal:
    """A goal as it is printed: values are formatted by the document, in its measure."""

    title: str
    skill: str
    why: str
    measure: Measure
    unit: str
    """As in `GoalLine`: ISO currency code, the thing counted, or ''."""
    baseline: float
    now: float | None
    target: float
    due_on: date
    status: GoalStatus
    on_track: str
    """How an active goal stands, in words: "on track", "behind", "overdue", "too early to tell"; else ''."""
    counted: tuple[int, int] | None = None
    """What a computed share was counted from: 8 of 30 is (8, 30)."""


@dataclass(frozen=True, slots=True)
class SkillRow:
    """A line of the skill profile; a level is None where nobody rated."""

    skill: str
    self_level: float | None
    manager_level: float | None
    target: float | None


@dataclass(frozen=True, slots=True)
class PlanAction:
    """What the rep does, and what the manager gives to it."""

    what: str
    kind: str
    reps_part: str
    support: str
    due_on: date | None
    done_on: date | None


@dataclass(frozen=True, slots=True)
class ProgressNote:
    """One check-in, for the progress log; the value is formatted by the document, in the goal's measure."""

    on: date
    goal: str
    measure: Measure
    unit: str
    value: float
    note: str


@dataclass(frozen=True, slots=True)
class LookAgain:
    """A 30, 60 or 90-day check-in: when, and what was found ('' while there is nothing yet)."""

    days: int
    on: date
    found: str


@dataclass(frozen=True, slots=True)
class CoachingGiven:
    """Minutes of coaching in one month, by the title of the kind of conversation."""

    month: date
    minutes: dict[str, int]


@dataclass(frozen=True, slots=True)
class DevelopmentPlan:
    """The content of one development plan."""

    rep: str
    role: str
    manager: str
    period_start: date
    period_end: date
    """The day after the last day of the period."""
    version: int
    agreed_on: date | None
    made_on: date
    next_review_on: date | None
    direction: str
    """Where the rep wants to go, in their words."""
    strengths: tuple[PlanStrength, ...]
    goals: tuple[PlanGoal, ...]
    skills: tuple[SkillRow, ...]
    actions: tuple[PlanAction, ...]
    support: str
    look_again: tuple[LookAgain, ...]
    progress: tuple[ProgressNote, ...]
    coaching: tuple[CoachingGiven, ...]
    comments: str
    timeline: CoachingTimeline
