"""Field calls: the customer calls of a ride-along."""

from typing import TypedDict, Unpack

from sqlalchemy import func, select

from coachjournal.commands.records import found, measured
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import Account, Conversation, FieldCall
from coachjournal.rules.conversation import CallRole, ConversationKind
from coachjournal.rules.goal import Measure


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


def add_field_call(tx: Writing, *, conversation_id: int, **fields: Unpack[CallFields]) -> int:
    """Write down the next call of a ride-along. Returns its key."""
    if found(tx, Conversation, conversation_id).kind is not ConversationKind.RIDE_ALONG:
        raise Rejected("Field calls belong to a ride-along.")
    level = fields.get("level")
    if level is not None:
        measured(level, Measure.LEVEL, "level")
    call = FieldCall(conversation_id=conversation_id, position=_next_position(tx, conversation_id), **fields)
    tx.session.add(call)
    tx.session.flush()
    tx.say(f"Added a call{_at(tx, call.account_id)}.")
    return call.id


def _next_position(tx: Writing, conversation_id: int) -> int:
    following = select(func.coalesce(func.max(FieldCall.position) + 1, 0)).where(
        FieldCall.conversation_id == conversation_id
    )
    return int(tx.session.execute(following).scalar_one())


def _at(tx: Writing, account_id: int | None) -> str:
    return "" if account_id is None else f" at {found(tx, Account, account_id).name}"
