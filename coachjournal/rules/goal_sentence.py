"""A goal as one sentence, and what still makes it vague: it should be specific, measured, seen, meant and dated."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coachjournal.rules.goal import Measure
from coachjournal.rules.names import fold
from coachjournal.rules.words import counted

LEAST_DAYS = 28
"""A habit does not change in less than about four weeks."""
LONG_DAYS = 180
"""Over half a year, a goal without a step on the way is out of sight."""


@dataclass(frozen=True, slots=True)
class GoalWords:
    """The blanks of the sentence, each as it is written: "Discovery depth", "2.5", "4.0", "18 December 2026"."""

    who: str
    what: str
    start: str
    target: str
    by: str
    how: str = ""
    why: str = ""


def goal_sentence(words: GoalWords) -> str:
    """The whole sentence: "Dana will move Discovery from 2.5 to 4.0 by 18 December, seen in her calls, because …"."""
    seen = f", seen in {_inside(words.how)}" if words.how.strip() else ""
    because = f", because {_inside(words.why)}" if words.why.strip() else ""
    what = words.what.strip() or "…"
    return f"{words.who} will move {what} from {words.start} to {words.target} by {words.by}{seen}{because}."


def value_words(value: str, measure: Measure, unit: str) -> str:
    """A value inside the sentence: "level 2.5", "3 first meetings a week", "90 days", "22%"."""
    match measure:
        case Measure.LEVEL:
            return f"level {value}"
        case Measure.PER_WEEK:
            return " ".join(filter(None, (value, unit, "a week")))
        case Measure.NUMBER:
            return f"{value} {unit}".rstrip()
        case _:
            return value


@dataclass(frozen=True, slots=True)
class GoalDraft:
    """A goal as far as it is written; a value is None while it cannot be read."""

    what: str
    baseline: float | None
    target: float | None
    started_on: date
    due_on: date
    how: str
    why: str
    from_deals: bool = False
    milestones: int = 0


def still_vague(goal: GoalDraft, today: date) -> str:
    """The first thing that would make the goal clearer, in one sentence; '' when it says all it should."""
    days = (goal.due_on - goal.started_on).days
    unseen = "No word yet on what would bring it about." if goal.from_deals else "No way yet to see it in a call."
    lacks = (
        (not goal.what.strip(), "Say in a few words what should move."),
        (goal.baseline is None or goal.target is None, "Say where it stands and where it should lead."),
        (goal.due_on < today, "Its day is over."),
        (days < LEAST_DAYS, f"{counted(days, 'day')} is little time for a habit to change."),
        (not goal.how.strip(), unseen),
        (not goal.why.strip(), "No word yet on why it matters to them."),
        (days > LONG_DAYS and not goal.milestones, "It is far away: a step on the way would show sooner how it goes."),
    )
    return next((sentence for is_so, sentence in lacks if is_so), "")


def skill_named_in(title: str, skills: Iterable[tuple[int, str]]) -> int | None:
    """The first skill that a title names, whole or one half of "negotiation and closing"; None when it names none."""
    said = f" {fold(title)} "
    return next(
        (key for key, name in skills if any(f" {part.strip()} " in said for part in fold(name).split(" and "))), None
    )


def _inside(words: str) -> str:
    """Words as they stand inside a sentence, without a stop of their own."""
    return " ".join(words.split()).rstrip(". ")
