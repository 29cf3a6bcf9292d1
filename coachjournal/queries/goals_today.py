"""Where a rep's goals stand in one conversation: the level noted in it, and the one before."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sqlalchemy import bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import CheckIn, Goal
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.goal import GoalStatus, Measure, with_earlier


@dataclass(frozen=True, slots=True)
class GoalToday:
    """A goal beside a note; values are in its measure."""

    goal_id: int
    title: str
    measure: Measure
    unit: str
    baseline: float
    target: float
    before: float
    """The last value before this conversation, else the baseline."""
    before_on: date | None
    """None while there was no check-in before."""
    noted: float | None
    """The value noted in this conversation; None says "no change"."""
    check_in_id: int | None

    @property
    def now(self) -> float:
        return self.before if self.noted is None else self.noted


GOING_ON = (GoalStatus.ACTIVE, GoalStatus.EXTENDED)  # an active goal may go on from an extended one
GOALS = (
    select(
        *(Goal.id, Goal.title, Goal.measure, Goal.unit, Goal.baseline, Goal.target, Goal.status),
        Goal.extended_from_id,
    )
    .where(Goal.rep_id == bindparam("rep_id"), Goal.status.in_(GOING_ON))
    .order_by(Goal.due_on, Goal.id)
)
CHECK_INS = (
    select(CheckIn.id, CheckIn.goal_id, CheckIn.checked_on, CheckIn.value, CheckIn.conversation_id)
    .join(Goal, Goal.id == CheckIn.goal_id)
    .where(Goal.rep_id == bindparam("rep_id"), Goal.status.in_(GOING_ON))
    .where(CheckIn.checked_on <= bindparam("until"))
    .order_by(CheckIn.goal_id, CheckIn.checked_on, CheckIn.id)
)


def goals_today(tx: Reading, *, rep_id: int, conversation_id: int, held_on: date) -> tuple[GoalToday, ...]:
    """Active goals, the one due soonest first."""
    goals = tx.connection.execute(GOALS, {"rep_id": rep_id}).all()
    made = tx.connection.execute(CHECK_INS, {"rep_id": rep_id, "until": max(held_on, tx.today)}).all()
    by_goal = {goal_id: list(rows) for goal_id, rows in groupby(made, key=lambda row: row.goal_id)}
    earlier = {goal.id: goal.extended_from_id for goal in goals}
    lines = {goal.id: with_earlier(goal.id, earlier) for goal in goals if goal.status is GoalStatus.ACTIVE}
    return tuple(
        _goal(goal, [row for key in lines[goal.id] for row in by_goal.get(key, ())], conversation_id, held_on)
        for goal in goals
        if goal.id in lines
    )


def _goal(goal: AnyRow, check_ins: list[AnyRow], conversation_id: int, held_on: date) -> GoalToday:
    here = next((row for row in reversed(check_ins) if row.conversation_id == conversation_id), None)
    others = (row for row in reversed(check_ins) if row.conversation_id != conversation_id)
    before = next((row for row in others if row.checked_on <= held_on), None)
    return GoalToday(
        goal_id=goal.id,
        title=goal.title,
        measure=goal.measure,
        unit=goal.unit,
        baseline=goal.baseline,
        target=goal.target,
        before=before.value if before else goal.baseline,
        before_on=before.checked_on if before else None,
        noted=here.value if here else None,
        check_in_id=here.id if here else None,
    )
