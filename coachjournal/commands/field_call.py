"""Field calls: the customer calls of a ride-along, planned the evening before and told after each."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypedDict, Unpack

from sqlalchemy import bindparam, func, or_, select

from coachjournal.commands.deal import account_named
from coachjournal.commands.draft import drop_draft
from coachjournal.commands.observation import seen_in_call
from coachjournal.commands.order import moved
from coachjournal.commands.pipeline_review import be_about
from coachjournal.commands.records import found, measured, write_over
from coachjournal.commands.setting import usual_minutes
from coachjournal.commands.taking_place import takes_place
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import Account, Conversation, Deal, FieldCall, Observation
from coachjournal.rules.conversation import CallRole, ConversationKind
from coachjournal.rules.goal import Measure
from coachjournal.rules.observation import Seen
from coachjournal.rules.ride_along import length_of_day
from coachjournal.rules.time_entry import LONGEST

OF_DAY = FieldCall.conversation_id == bindparam("conversation_id")
MINUTES = select(func.coalesce(func.sum(FieldCall.minutes), 0)).where(OF_DAY)
NEXT_POSITION = select(func.coalesce(func.max(FieldCall.position) + 1, 0)).where(OF_DAY)
OBSERVED = select(Observation.id).where(Observation.field_call_id == FieldCall.id).exists()
IS_TOLD = or_(
    *(FieldCall.outcome != "", FieldCall.went_well != "", FieldCall.differently != ""),
    *(FieldCall.level.is_not(None), FieldCall.minutes > 0, FieldCall.took_over.is_(True), OBSERVED),
)
"""Whether anything says that a call took place."""
ANY_TOLD = select(select(FieldCall.id).where(OF_DAY, IS_TOLD).exists())
IN_ORDER = select(FieldCall).where(OF_DAY).order_by(FieldCall.position, FieldCall.id)


class CallFields(TypedDict, total=False):
    """What can be said about a call; `level` is the level shown of the ride-along's focus skill."""

    account_id: int | None
    deal_id: int | None
    role: CallRole
    minutes: int | None
    objective: str
    stretch: str
    outcome: str
    went_well: str
    differently: str
    level: float | None
    took_over: bool


@dataclass(frozen=True, slots=True)
class Customer:
    """Whom a call is to: a deal, an account without one, or an account by a name that may be new."""

    account_id: int | None = None
    deal_id: int | None = None
    account: str = ""


def call_slot(conversation_id: int, field_call_id: int) -> str:
    """The draft of what is being written about a call."""
    return f"conversation:{conversation_id}.call:{field_call_id}"


def add_field_call(tx: Writing, *, conversation_id: int, **fields: Unpack[CallFields]) -> int:
    """Write down the next call of a ride-along. Returns its key. How long the day was stays as it was told."""
    if found(tx, Conversation, conversation_id).kind is not ConversationKind.RIDE_ALONG:
        raise Rejected("Field calls belong to a ride-along.")
    _check(fields)
    position = tx.session.execute(NEXT_POSITION, {"conversation_id": conversation_id}).scalar_one()
    call = FieldCall(conversation_id=conversation_id, position=position, **fields)
    tx.session.add(call)
    tx.session.flush()
    tx.say(f"Added {_call_at(tx, call)}.")
    return call.id


def visit(tx: Writing, *, conversation_id: int, customer: Customer) -> int:
    """Add a call to somebody to a day. Returns its key; the day is then about the deal as well."""
    call_id = add_field_call(tx, conversation_id=conversation_id, **customer_of(tx, customer))
    if customer.deal_id is not None:
        be_about(tx, conversation_id, customer.deal_id)
    return call_id


def edit_field_call(tx: Writing, *, field_call_id: int, **fields: Unpack[CallFields]) -> None:
    """Say more about a call, or something else. The day is as long as its calls until somebody says otherwise."""
    call = found(tx, FieldCall, field_call_id)
    _check(fields)
    with _adding_up(tx, call.conversation_id):
        write_over(call, fields)
    tx.say(f"Changed {_call_at(tx, call)}.")


def finish_call(tx: Writing, *, field_call_id: int, seen: Seen, **fields: Unpack[CallFields]) -> None:
    """Give a call the words that were being written, with what was seen in it, and forget the draft, in one step."""
    call = found(tx, FieldCall, field_call_id)
    _check(fields)
    with _adding_up(tx, call.conversation_id) as day:
        write_over(call, fields)
        seen_in_call(tx, call, day, seen)
    drop_draft(tx, slot=call_slot(day.id, call.id))
    tx.say(f"Wrote about {_call_at(tx, call)}.")


def delete_field_call(tx: Writing, *, field_call_id: int) -> None:
    """Delete a call and what was seen in it."""
    call = found(tx, FieldCall, field_call_id)
    words = _call_at(tx, call)
    drop_draft(tx, slot=call_slot(call.conversation_id, call.id))
    with _adding_up(tx, call.conversation_id):
        tx.session.delete(call)
    tx.say(f"Deleted {words}.")


def move_field_call(tx: Writing, *, field_call_id: int, steps: int) -> None:
    """Put a call so many places later in the day, or earlier with a number below zero."""
    call = found(tx, FieldCall, field_call_id)
    moved(tx.session.scalars(IN_ORDER, {"conversation_id": call.conversation_id}).all(), call, steps)
    tx.say(f"Moved {_call_at(tx, call)}.")


def customer_of(tx: Writing, customer: Customer) -> CallFields:
    """The fields of a call to somebody; a deal brings its account."""
    account_id, deal_id = customer.account_id, customer.deal_id
    if deal_id is not None:
        account_id = found(tx, Deal, deal_id).account_id
    elif account_id is None:
        account_id = account_named(tx, customer.account)
    return {"account_id": account_id, "deal_id": deal_id}


@contextmanager
def _adding_up(tx: Writing, conversation_id: int) -> Iterator[Conversation]:
    """Keep the ride-along in step with its calls: its length, and that it takes place once a call is told."""
    day, which = found(tx, Conversation, conversation_id), {"conversation_id": conversation_id}
    before = tx.session.execute(MINUTES, which).scalar_one() or 0
    yield day
    tx.session.flush()
    after = tx.session.execute(MINUTES, which).scalar_one() or 0
    if after != before:
        day.minutes = length_of_day(day.minutes, usual=usual_minutes(tx, day.kind), before=before, after=after)
    if tx.session.execute(ANY_TOLD, which).scalar_one():
        takes_place(tx, conversation_id)
    day.changed_at = tx.now


def _check(fields: CallFields) -> None:
    level, minutes = fields.get("level"), fields.get("minutes")
    if level is not None:
        measured(level, Measure.LEVEL, "level")
    if minutes is not None and not 0 <= minutes <= LONGEST:
        raise Rejected("A call takes between 0 minutes and a day.", field="minutes")


def _call_at(tx: Writing, call: FieldCall) -> str:
    return "a call" if call.account_id is None else f"a call at {found(tx, Account, call.account_id).name}"
