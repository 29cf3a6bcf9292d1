"""Milestones: steps on the way to a goal, ticked off when they are reached."""

from datetime import date
from typing import TypedDict, Unpack

from coachjournal.commands.records import filled, found, measured, not_ahead, shortened, write_over
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import Goal, Milestone
from coachjournal.rules.goal import GoalStatus

NO_TEXT = "Say in a few words what the step is."


class MilestoneFields(TypedDict, total=False):
    """What can be changed about a milestone; the value is in the goal's measure."""

    text: str
    value: float | None
    due_on: date | None


def add_milestone(
    tx: Writing, *, goal_id: int, text: str, value: float | None = None, due_on: date | None = None
) -> int:
    """Add a step on the way to a goal, perhaps with a value in its measure and a day. Returns its key."""
    goal = found(tx, Goal, goal_id)
    if goal.status is not GoalStatus.ACTIVE:
        raise Rejected(f"This goal is {goal.status.value}; there are no more steps on its way.")
    milestone = Milestone(goal_id=goal_id, text=filled(text, "text", NO_TEXT), value=value, due_on=due_on)
    _refuse_nonsense(goal, milestone)
    tx.session.add(milestone)
    tx.session.flush()
    tx.say(f"Added a step towards “{goal.title}”: {shortened(milestone.text)}")
    return milestone.id


def edit_milestone(tx: Writing, *, milestone_id: int, **fields: Unpack[MilestoneFields]) -> None:
    """Change a step."""
    milestone = found(tx, Milestone, milestone_id)
    if "text" in fields:
        fields["text"] = filled(fields["text"], "text", NO_TEXT)
    write_over(milestone, fields)
    _refuse_nonsense(found(tx, Goal, milestone.goal_id), milestone)
    tx.say(f"Changed a step: {shortened(milestone.text)}")


def reach_milestone(tx: Writing, *, milestone_id: int, on: date | None = None) -> None:
    """The step is done."""
    milestone = found(tx, Milestone, milestone_id)
    milestone.done_on = not_ahead(tx, on or tx.today, "done_on", "A step that is done")
    tx.say(f"Reached: {shortened(milestone.text)}")


def open_milestone_again(tx: Writing, *, milestone_id: int) -> None:
    """The step is still to be done."""
    milestone = found(tx, Milestone, milestone_id)
    milestone.done_on = None
    tx.say(f"Still to do: {shortened(milestone.text)}")


def delete_milestone(tx: Writing, *, milestone_id: int) -> None:
    """Take a step off the way."""
    milestone = found(tx, Milestone, milestone_id)
    tx.session.delete(milestone)
    tx.say(f"Deleted a step: {shortened(milestone.text)}")


def _refuse_nonsense(goal: Goal, milestone: Milestone) -> None:
    if milestone.value is not None:
        measured(milestone.value, goal.measure, "value")
    if milestone.due_on is not None and milestone.due_on > goal.due_on:
        raise Rejected("This step would come after the goal is due.", field="due_on")
