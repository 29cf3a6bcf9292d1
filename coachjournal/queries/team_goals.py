"""The goals of the whole team, each with how it stands today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, or_, select

from coachjournal.journal import Reading
from coachjournal.model import Goal, Rep
from coachjournal.queries.goal_values import GOING_ON, active_values, standing_today
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.goal import GoalStanding


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


GOALS = (
    select(
        *(Goal.id, Goal.rep_id, Rep.name.label("rep"), Goal.title, Goal.baseline, Goal.target, Goal.started_on),
        *(Goal.due_on, Goal.ended_on, Goal.status, Goal.extended_from_id),
    )
    .join(Rep, Rep.id == Goal.rep_id)
    .where(Rep.archived_on.is_(None), or_(GOING_ON, Goal.ended_on >= bindparam("since")))
    .order_by(Goal.due_on, Goal.id)
)


def team_goals(tx: Reading) -> tuple[TeamGoal, ...]:
    """Active goals, and those that ended this year: achieved, extended or abandoned. The ones due soonest first."""
    since = tx.today.replace(month=1, day=1)
    rows = tx.connection.execute(GOALS, {"since": since}).all()
    values = active_values(tx, rows)
    return tuple(
        _goal(tx, row, values.get(row.id, ())) for row in rows if row.ended_on is None or row.ended_on >= since
    )


def _goal(tx: Reading, row: AnyRow, values: Sequence[float]) -> TeamGoal:
    return TeamGoal(
        goal_id=row.id,
        rep_id=row.rep_id,
        rep=row.rep,
        title=row.title,
        due_on=row.due_on,
        ended_on=row.ended_on,
        standing=standing_today(tx, row, values),
    )
