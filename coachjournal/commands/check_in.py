"""Check-ins: where a goal stands on a day, and how that is known."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TypedDict, Unpack

from sqlalchemy import bindparam, select

from coachjournal.commands.records import found, measured, not_ahead, write_over
from coachjournal.commands.taking_place import takes_place
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import CheckIn, Conversation, Goal
from coachjournal.rules.goal import GoalStatus, refusal_of
from coachjournal.rules.goal_from_deals import FromDeals

A_WEEK = timedelta(days=7)
"""Figures of twelve months hardly move in less: more points would be a line of noise."""
LATEST = (
    select(CheckIn.value, CheckIn.checked_on)
    .where(CheckIn.goal_id == bindparam("goal_id"))
    .order_by(CheckIn.checked_on.desc(), CheckIn.id.desc())
    .limit(1)
)
MADE_IN = (
    select(CheckIn.id)
    .where(CheckIn.goal_id == bindparam("goal_id"), CheckIn.conversation_id == bindparam("conversation_id"))
    .order_by(CheckIn.id.desc())
    .limit(1)
)


class CheckInFields(TypedDict, total=False):
    """What can be corrected in a check-in."""

    value: float
    checked_on: date
    note: str


def check_in(
    tx: Writing,
    *,
    goal_id: int,
    value: float,
    checked_on: date | None = None,
    note: str = "",
    conversation_id: int | None = None,
    computed: bool = False,
) -> int:
    """Note where a goal stands, in its measure's unit. Returns the check-in's key."""
    goal = found(tx, Goal, goal_id)
    if goal.status is not GoalStatus.ACTIVE:
        raise Rejected(f"This goal is {goal.status.value}; there is nothing to check in on.")
    row = CheckIn(
        goal_id=goal_id,
        checked_on=not_ahead(tx, checked_on or tx.today, "checked_on", "A check-in"),
        value=measured(value, goal.measure, "value"),
        note=note,
        computed=computed,
        conversation_id=conversation_id,
    )
    tx.session.add(row)
    tx.session.flush()
    tx.say(f"Checked in on “{goal.title}”.")
    return row.id


def check_in_during(tx: Writing, *, goal_id: int, conversation_id: int, value: float) -> int:
    """Note where a goal stands in a conversation, on its day: once, so a second value takes the place of the first."""
    takes_place(tx, conversation_id)
    day = min(found(tx, Conversation, conversation_id).held_on, tx.today)
    made = tx.connection.execute(MADE_IN, {"goal_id": goal_id, "conversation_id": conversation_id}).scalar_one_or_none()
    if made is None:
        return check_in(tx, goal_id=goal_id, value=value, checked_on=day, conversation_id=conversation_id)
    edit_check_in(tx, check_in_id=made, value=value, checked_on=day)
    return made


def check_in_from_deals(tx: Writing, *, said: Mapping[int, FromDeals]) -> int:
    """Note what deals say of goals, by the goals' keys: a new value only, and once a week at most. Returns how many."""
    noted = 0
    for goal_id, figure in said.items():
        if figure.value is not None and _is_news(tx, found(tx, Goal, goal_id), figure.value):
            check_in(tx, goal_id=goal_id, value=figure.value, note=figure.words, computed=True)
            noted += 1
    return noted


def _is_news(tx: Writing, goal: Goal, value: float) -> bool:
    last = tx.connection.execute(LATEST, {"goal_id": goal.id}).one_or_none()
    known, rests = (last.value, tx.today - last.checked_on < A_WEEK) if last else (goal.baseline, False)
    return value != known and not rests and refusal_of(value, goal.measure) is None


def edit_check_in(tx: Writing, *, check_in_id: int, **fields: Unpack[CheckInFields]) -> None:
    """Correct a check-in. With another value or day it is no longer what the deals said."""
    row = found(tx, CheckIn, check_in_id)
    goal = found(tx, Goal, row.goal_id)
    if "checked_on" in fields:
        not_ahead(tx, fields["checked_on"], "checked_on", "A check-in")
    if "value" in fields:
        measured(fields["value"], goal.measure, "value")
    said = row.value, row.checked_on
    write_over(row, fields)
    row.computed = row.computed and said == (row.value, row.checked_on)
    tx.say(f"Changed a check-in on “{goal.title}”.")


def delete_check_in(tx: Writing, *, check_in_id: int) -> None:
    """Delete a check-in."""
    row = found(tx, CheckIn, check_in_id)
    tx.session.delete(row)
    tx.say(f"Deleted a check-in on “{found(tx, Goal, row.goal_id).title}”.")
