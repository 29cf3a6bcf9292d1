"""The goals of the whole team, each with how it stands today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, bindparam, or_, select

from coachjournal.journal import Reading
from coachjournal.model import CheckIn, Goal, Rep
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.goal import Course, GoalStanding, GoalStatus, goal_standing, with_earlier


@dataclass(frozen=True, slots=True)
class TeamGoal:
    """A goal of a rep; `ended_on` is None while it is active."""

    goal_id: int
    rep_id: int
    rep: str
    title: str
    due_on: date
    ended_on: date | None
    standing: GoalStanding


GOING_ON = Goal.status.in_((GoalStatus.ACTIVE, GoalStatus.EXTENDED))  # an active goal may go on from an extended one
GOALS = (
    select(
        *(Goal.id, Goal.rep_id, Rep.name.label("rep"), Goal.title, Goal.baseline, Goal.target, Goal.started_on),
        *(Goal.due_on, Goal.ended_on, Goal.status, Goal.extended_from_id),
    )
    .join(Rep, Rep.id == Goal.rep_id)
    .where(Rep.archived_on.is_(None), or_(GOING_ON, Goal.ended_on >= bindparam("since")))
    .order_by(Goal.due_on, Goal.id)
)
CHECK_INS = (
    select(CheckIn.goal_id, CheckIn.value)
    .join(Goal, Goal.id == CheckIn.goal_id)
    .where(and_(GOING_ON, CheckIn.checked_on <= bindparam("today")))
    .order_by(CheckIn.checked_on, CheckIn.id)
)


def team_goals(tx: Reading) -> tuple[TeamGoal, ...]:
    """Active goals, and those that ended this year: achieved, extended or abandoned. The ones due soonest first."""
    since = tx.today.replace(month=1, day=1)
    rows = tx.connection.execute(GOALS, {"since": since}).all()
    values: dict[int, list[float]] = {}
    for goal_id, value in tx.connection.execute(CHECK_INS, {"today": tx.today}):
        values.setdefault(goal_id, []).append(value)
    earlier = {row.id: row.extended_from_id for row in rows}
    return tuple(
        _goal(row, _values(row.id, earlier, values), tx.today)
        for row in rows
        if row.ended_on is None or row.ended_on >= since
    )


def _values(goal_id: int, earlier: Mapping[int, int | None], values: Mapping[int, list[float]]) -> list[float]:
    return [value for key in with_earlier(goal_id, earlier) for value in values.get(key, ())]


def _goal(row: AnyRow, values: Sequence[float], today: date) -> TeamGoal:
    course = Course(row.baseline, row.target, row.started_on, row.due_on)
    return TeamGoal(
        goal_id=row.id,
        rep_id=row.rep_id,
        rep=row.rep,
        title=row.title,
        due_on=row.due_on,
        ended_on=row.ended_on,
        standing=goal_standing(row.status, course, values, today),
    )
