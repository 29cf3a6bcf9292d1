"""Where active goals have come to: every check-in counts, and those of the goals they go on from."""

from collections.abc import Sequence

from sqlalchemy import bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import CheckIn, Goal
from coachjournal.queries.rows import AnyRow, grouped
from coachjournal.rules.goal import Course, GoalStanding, GoalStatus, goal_standing, with_earlier

GOING_ON = Goal.status.in_((GoalStatus.ACTIVE, GoalStatus.EXTENDED))
"""Active goals, and those that an active one may go on from."""
VALUES = (
    select(CheckIn.goal_id, CheckIn.value)
    .where(CheckIn.goal_id.in_(bindparam("goals", expanding=True)))
    .order_by(CheckIn.checked_on, CheckIn.id)
)


def active_values(tx: Reading, goals: Sequence[AnyRow]) -> dict[int, list[float]]:
    """The values of each active goal in order of day, by its key; `goals` have all that an active one goes on from."""
    earlier = {row.id: row.extended_from_id for row in goals}
    lines = {row.id: with_earlier(row.id, earlier) for row in goals if row.status is GoalStatus.ACTIVE}
    keys = sorted({key for line in lines.values() for key in line})
    values = grouped((goal_id, value) for goal_id, value in tx.connection.execute(VALUES, {"goals": keys}))
    return {goal_id: [value for key in line for value in values.get(key, ())] for goal_id, line in lines.items()}


def standing_today(tx: Reading, goal: AnyRow, values: Sequence[float]) -> GoalStanding:
    """How a goal stands, from its values in order of day."""
    return goal_standing(
        goal.status, Course(goal.baseline, goal.target, goal.started_on, goal.due_on), values, tx.today
    )
