"""Everything that a rep's development plan prints. Private text never gets here."""

from dataclasses import dataclass
from datetime import date

from coachjournal.queries.coaching_timeline import CoachingTimeline


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
    measure: str
    unit: str
    baseline: float
    now: float | None
    target: float
    due_on: date
    status: str
    on_track: str
    """ "on track", "behind", "too early to tell", "achieved", "overdue" …"""


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
    """One check-in, for the progress log."""

    on: date
    goal: str
    value: str
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
