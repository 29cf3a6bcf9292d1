"""Development goals: from a baseline to a target by a day; nothing expires in silence."""

from datetime import date
from typing import TypedDict, Unpack

from sqlalchemy import bindparam, exists, select, update

from coachjournal.commands.records import filled, found, measured, rep_name, write_over
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import CheckIn, Goal, Milestone
from coachjournal.rules.goal import ComputedFrom, GoalStatus, Measure
from coachjournal.rules.goal_from_deals import MEASURED_IN

NO_TITLE = "A goal needs a title."
CHECKED_IN = select(exists().where(CheckIn.goal_id == bindparam("goal_id")))
STEPS_IN_IT = select(exists().where(Milestone.goal_id == bindparam("goal_id"), Milestone.value.is_not(None)))


class GoalFields(TypedDict, total=False):
    """What can be changed about a goal; values are in the measure's unit, see `rules.goal.Measure`."""

    title: str
    measure: Measure
    baseline: float
    target: float
    started_on: date
    due_on: date
    skill_id: int | None
    unit: str
    why: str
    how: str
    computed_from: ComputedFrom | None


def set_goal(
    tx: Writing,
    *,
    rep_id: int,
    title: str,
    measure: Measure,
    baseline: float,
    target: float,
    due_on: date,
    started_on: date | None = None,
    skill_id: int | None = None,
    unit: str = "",
    why: str = "",
    how: str = "",
    computed_from: ComputedFrom | None = None,
) -> int:
    """Set a development goal. Returns its key. Values are in the measure's unit, see `rules.goal.Measure`."""
    name = rep_name(tx, rep_id)
    goal = Goal(
        rep_id=rep_id,
        title=filled(title, "title", NO_TITLE),
        measure=measure,
        unit=unit.strip(),
        baseline=baseline,
        target=target,
        started_on=started_on or tx.today,
        due_on=due_on,
        skill_id=skill_id,
        why=why,
        how=how,
        computed_from=computed_from,
    )
    _refuse_nonsense(goal)
    tx.session.add(goal)
    tx.session.flush()
    tx.say(f"Set the goal “{goal.title}” with {name}.")
    return goal.id


def edit_goal(tx: Writing, *, goal_id: int, **fields: Unpack[GoalFields]) -> None:
    """Change a goal."""
    goal = found(tx, Goal, goal_id)
    if "title" in fields:
        fields["title"] = filled(fields["title"], "title", NO_TITLE)
    _refuse_other_measure(tx, goal, fields)
    write_over(goal, fields)
    _refuse_nonsense(goal)
    tx.say(f"Changed the goal “{goal.title}”.")


def achieve_goal(tx: Writing, *, goal_id: int, on: date | None = None) -> None:
    """The target is reached."""
    goal = _end(tx, goal_id, GoalStatus.ACHIEVED, on)
    tx.say(f"Achieved: “{goal.title}”.")


def extend_goal(tx: Writing, *, goal_id: int, due_on: date, reason: str = "", on: date | None = None) -> int:
    """End a goal as extended and set the same one to a later day; its milestones go along. Returns the new key."""
    old = found(tx, Goal, goal_id)
    if due_on <= old.due_on:
        raise Rejected("An extended goal ends on a later day.", field="due_on")
    _end(tx, goal_id, GoalStatus.EXTENDED, on).reason = reason
    new = Goal(
        rep_id=old.rep_id,
        title=old.title,
        measure=old.measure,
        unit=old.unit,
        baseline=old.baseline,
        target=old.target,
        started_on=old.started_on,
        due_on=due_on,
        skill_id=old.skill_id,
        why=old.why,
        how=old.how,
        computed_from=old.computed_from,
        extended_from_id=old.id,
    )
    tx.session.add(new)
    tx.session.flush()
    tx.session.execute(update(Milestone).where(Milestone.goal_id == old.id).values(goal_id=new.id))
    tx.say(f"Extended the goal “{old.title}”.")
    return new.id


def abandon_goal(tx: Writing, *, goal_id: int, reason: str, on: date | None = None) -> None:
    """Give a goal up, and say why."""
    reason = filled(reason, "reason", "Say in a few words why the goal is given up.")
    goal = _end(tx, goal_id, GoalStatus.ABANDONED, on)
    goal.reason = reason
    tx.say(f"Abandoned the goal “{goal.title}”.")


def delete_goal(tx: Writing, *, goal_id: int) -> None:
    """Delete a goal, its check-ins and its milestones."""
    goal = found(tx, Goal, goal_id)
    tx.session.delete(goal)
    tx.say(f"Deleted the goal “{goal.title}”.")


def _end(tx: Writing, goal_id: int, status: GoalStatus, on: date | None) -> Goal:
    goal = found(tx, Goal, goal_id)
    if goal.status is not GoalStatus.ACTIVE:
        raise Rejected(f"This goal is already {goal.status.value}.")
    goal.status, goal.ended_on = status, on or tx.today
    return goal


def _refuse_other_measure(tx: Writing, goal: Goal, fields: GoalFields) -> None:
    """What was checked in as a level would be read as a percentage, and euros as dollars."""
    measure = fields.get("measure", goal.measure)
    currency = fields.get("unit", goal.unit) if measure is Measure.MONEY else goal.unit
    if (measure, currency) == (goal.measure, goal.unit):
        return
    if tx.connection.execute(STEPS_IN_IT, {"goal_id": goal.id}).scalar():
        raise Rejected("Steps of this goal have values. Set a new goal to measure another way.", field="measure")
    if goal.extended_from_id is not None or tx.connection.execute(CHECKED_IN, {"goal_id": goal.id}).scalar():
        raise Rejected("This goal has been checked in on. Set a new goal to measure another way.", field="measure")


def _refuse_nonsense(goal: Goal) -> None:
    if goal.target == goal.baseline:
        raise Rejected("The target is where the rep stands already.", field="target")
    if goal.due_on <= goal.started_on:
        raise Rejected("The goal is due before it begins.", field="due_on")
    if goal.computed_from is not None and goal.measure is not MEASURED_IN[goal.computed_from][0]:
        raise Rejected("Deals give this goal its values in another measure.", field="measure")
    measured(goal.baseline, goal.measure, "baseline")
    measured(goal.target, goal.measure, "target")
