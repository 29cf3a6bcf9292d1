"""Development plans: versions of what a rep and the manager agreed."""

from datetime import date
from typing import TypedDict, Unpack

from sqlalchemy import func, select

from coachjournal.commands.records import filled, found, rep_name, write_over
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import Plan, PlanAction, Strength
from coachjournal.rules.period import Period
from coachjournal.rules.plan import ActionKind

NO_ACTION = "An action says what will be done."


class PlanFields(TypedDict, total=False):
    """The parts of a plan; `ends_on` is the day after its last."""

    starts_on: date
    ends_on: date
    direction: str
    support: str
    comments: str
    found_30: str
    found_60: str
    found_90: str
    agreed_on: date | None
    next_review_on: date | None


class ActionFields(TypedDict, total=False):
    """The parts of an action."""

    what: str
    kind: ActionKind
    reps_part: str
    support: str
    due_on: date | None
    done_on: date | None


def start_plan(tx: Writing, *, rep_id: int, period: Period) -> int:
    """Begin the next version of a rep's plan. Returns its key."""
    name = rep_name(tx, rep_id)
    following = select(func.coalesce(func.max(Plan.version) + 1, 1)).where(Plan.rep_id == rep_id)
    version = int(tx.connection.execute(following).scalar_one())
    plan = Plan(rep_id=rep_id, version=version, starts_on=period.start, ends_on=period.end)
    tx.session.add(plan)
    tx.session.flush()
    tx.say(f"Began version {plan.version} of the plan with {name}.")
    return plan.id


def renew_plan(tx: Writing, *, plan_id: int, period: Period) -> int:
    """Begin the next version with what still holds: the direction, strengths, support, and actions not done."""
    before = found(tx, Plan, plan_id)
    renewed = found(tx, Plan, start_plan(tx, rep_id=before.rep_id, period=period))
    renewed.direction, renewed.support = before.direction, before.support
    strengths = select(Strength).where(Strength.plan_id == plan_id).order_by(Strength.position)
    for strength in tx.session.scalars(strengths).all():
        add_strength(
            tx,
            plan_id=renewed.id,
            text=strength.text,
            evidence=strength.evidence,
            conversation_id=strength.conversation_id,
        )
    undone = select(PlanAction).where(PlanAction.plan_id == plan_id, PlanAction.done_on.is_(None))
    for action in tx.session.scalars(undone.order_by(PlanAction.position)).all():
        add_action(
            tx,
            plan_id=renewed.id,
            what=action.what,
            kind=action.kind,
            reps_part=action.reps_part,
            support=action.support,
            due_on=action.due_on,
            goal_id=action.goal_id,
        )
    tx.say(f"Began version {renewed.version} of the plan with {rep_name(tx, before.rep_id)}.")
    return renewed.id


def write_plan(tx: Writing, *, plan_id: int, **fields: Unpack[PlanFields]) -> None:
    """Write parts of a plan."""
    plan = found(tx, Plan, plan_id)
    write_over(plan, fields)
    if plan.ends_on <= plan.starts_on:
        raise Rejected("The plan ends before it begins.", field="ends_on")
    tx.say(f"Wrote in the plan with {rep_name(tx, plan.rep_id)}.")


def add_action(
    tx: Writing,
    *,
    plan_id: int,
    what: str,
    kind: ActionKind = ActionKind.ON_THE_JOB,
    reps_part: str = "",
    support: str = "",
    due_on: date | None = None,
    goal_id: int | None = None,
) -> int:
    """Add an action to a plan. Returns its key."""
    found(tx, Plan, plan_id)
    action = PlanAction(
        plan_id=plan_id,
        position=_next_position(tx, PlanAction, plan_id),
        what=filled(what, "what", NO_ACTION),
        kind=kind,
        reps_part=reps_part,
        support=support,
        due_on=due_on,
        goal_id=goal_id,
    )
    tx.session.add(action)
    tx.session.flush()
    tx.say("Added an action to the plan.")
    return action.id


def edit_action(tx: Writing, *, action_id: int, **fields: Unpack[ActionFields]) -> None:
    """Change an action, or mark it done."""
    action = found(tx, PlanAction, action_id)
    if "what" in fields:
        fields["what"] = filled(fields["what"], "what", NO_ACTION)
    write_over(action, fields)
    tx.say("Changed an action of the plan.")


def delete_action(tx: Writing, *, action_id: int) -> None:
    """Delete an action."""
    tx.session.delete(found(tx, PlanAction, action_id))
    tx.say("Deleted an action of the plan.")


def add_strength(
    tx: Writing, *, plan_id: int, text: str, evidence: str = "", conversation_id: int | None = None
) -> int:
    """Name a strength, with what shows it. Returns its key."""
    found(tx, Plan, plan_id)
    strength = Strength(
        plan_id=plan_id,
        position=_next_position(tx, Strength, plan_id),
        text=filled(text, "text", "A strength needs words."),
        evidence=evidence,
        conversation_id=conversation_id,
    )
    tx.session.add(strength)
    tx.session.flush()
    tx.say("Added a strength to the plan.")
    return strength.id


def delete_strength(tx: Writing, *, strength_id: int) -> None:
    """Delete a strength."""
    tx.session.delete(found(tx, Strength, strength_id))
    tx.say("Deleted a strength of the plan.")


def _next_position(tx: Writing, record: type[PlanAction | Strength], plan_id: int) -> int:
    following = select(func.coalesce(func.max(record.position) + 1, 0)).where(record.plan_id == plan_id)
    return int(tx.connection.execute(following).scalar_one())
