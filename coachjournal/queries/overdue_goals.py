"""Active goals that ask for a word: their day is over, or their target is reached. Nothing expires in silence."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, or_, select

from coachjournal.journal import Reading
from coachjournal.model import Goal, Rep
from coachjournal.queries.goal_values import GOING_ON, active_values, standing_today
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.goal import ENDING, GoalStanding, Measure, current_value


@dataclass(frozen=True, slots=True)
class GoalNow:
    """An active goal as it stands today; values are in its measure."""

    goal_id: int
    rep_id: int
    rep: str
    title: str
    measure: Measure
    unit: str
    baseline: float
    now: float
    target: float
    due_on: date
    standing: GoalStanding


GOALS = (
    select(
        *(Goal.id, Goal.rep_id, Goal.title, Goal.measure, Goal.unit, Goal.baseline, Goal.target),
        *(Goal.started_on, Goal.due_on, Goal.status, Goal.extended_from_id),
        Rep.name,
    )
    .join(Rep, Rep.id == Goal.rep_id)
    .where(GOING_ON, Rep.archived_on.is_(None))
    .where(or_(bindparam("rep_id").is_(None), Goal.rep_id == bindparam("rep_id")))
    .order_by(Goal.due_on, Goal.id)
)


def overdue_goals(tx: Reading, *, rep_id: int | None = None) -> tuple[GoalNow, ...]:
    """Those to be called achieved, extended or abandoned: overdue, or at their target, perhaps before they are due."""
    return tuple(goal for goal in goals_now(tx, rep_id=rep_id) if goal.standing in ENDING)


def goals_now(tx: Reading, *, rep_id: int | None = None) -> tuple[GoalNow, ...]:
    """Of everybody who is not archived, the one that is due first at the head."""
    rows = tx.connection.execute(GOALS, {"rep_id": rep_id}).all()
    values = active_values(tx, rows)
    return tuple(_goal(tx, row, values[row.id]) for row in rows if row.id in values)


def _goal(tx: Reading, row: AnyRow, values: list[float]) -> GoalNow:
    return GoalNow(
        goal_id=row.id,
        rep_id=row.rep_id,
        rep=row.name,
        title=row.title,
        measure=row.measure,
        unit=row.unit,
        baseline=row.baseline,
        now=current_value(row.baseline, values),
        target=row.target,
        due_on=row.due_on,
        standing=standing_today(tx, row, values),
    )
