"""The steps on the way to goals, in the order in which they are due."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import Goal, Milestone


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone; its value is in the goal's measure, None where it has none. `done_on` None while it is to do."""

    milestone_id: int
    goal_id: int
    text: str
    value: float | None
    due_on: date | None
    done_on: date | None


STEPS = (
    select(
        *(Milestone.id, Milestone.goal_id, Milestone.text, Milestone.value, Milestone.due_on, Milestone.done_on),
    )
    .join(Goal, Goal.id == Milestone.goal_id)
    .order_by(Milestone.due_on.is_(None), Milestone.due_on, Milestone.id)
)
OF_GOAL = STEPS.where(Milestone.goal_id == bindparam("goal_id"))
OF_REP = STEPS.where(Goal.rep_id == bindparam("rep_id"))


def milestones(tx: Reading, *, goal_id: int) -> tuple[Step, ...]:
    """Of one goal: the ones with a day first, by day."""
    return tuple(Step(*row) for row in tx.connection.execute(OF_GOAL, {"goal_id": goal_id}))


def milestones_by_goal(tx: Reading, *, rep_id: int) -> Mapping[int, tuple[Step, ...]]:
    """Of every goal of a rep that has some."""
    by_goal: dict[int, tuple[Step, ...]] = {}
    for row in tx.connection.execute(OF_REP, {"rep_id": rep_id}):
        step = Step(*row)
        by_goal[step.goal_id] = (*by_goal.get(step.goal_id, ()), step)
    return by_goal
