"""Write the steps on the way to the sample's goals, reached ones and those still to do."""

from datetime import timedelta
from typing import TypedDict

from sqlalchemy import bindparam, select

from coachjournal.commands.milestone import add_milestone, reach_milestone
from coachjournal.commands.sample.cast import resource
from coachjournal.commands.sample.scene import Scene
from coachjournal.model import Goal
from coachjournal.rules.goal import GoalStatus

GOAL = select(Goal.id).where(
    Goal.rep_id == bindparam("rep_id"), Goal.title == bindparam("title"), Goal.status == GoalStatus.ACTIVE
)


class StepsRow(TypedDict):
    """The steps of one goal: what, the value in its measure, due in so many days, reached so many days ago."""

    rep: str
    goal: str
    steps: list[tuple[str, float | None, int, int | None]]


def write_milestones(scene: Scene) -> None:
    """Every goal has some but those whose way the deals tell by themselves."""
    for row in resource("milestones", list[StepsRow]):
        which = {"rep_id": scene.reps[row["rep"]], "title": row["goal"]}
        goal_id = scene.tx.connection.execute(GOAL, which).scalar_one()
        for text, value, due_in, reached in row["steps"]:
            due_on = scene.today + timedelta(days=due_in)
            step = add_milestone(scene.tx, goal_id=goal_id, text=text, value=value, due_on=due_on)
            if reached is not None:
                reach_milestone(scene.tx, milestone_id=step, on=scene.days.ago(reached))
