"""Where something that was found is to be seen: in its conversation, or on the page of its rep."""

from typing import Any

from sqlalchemy import Select, bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import AgendaItem, Commitment, Observation
from coachjournal.queries.search import HitKind

_CONVERSATION: dict[HitKind, Select[Any]] = {
    HitKind.COMMITMENT: select(Commitment.conversation_id).where(Commitment.id == bindparam("record_id")),
    HitKind.OBSERVATION: select(Observation.conversation_id).where(Observation.id == bindparam("record_id")),
    HitKind.AGENDA_ITEM: select(AgendaItem.raised_in_id).where(AgendaItem.id == bindparam("record_id")),
}


def conversation_of(tx: Reading, *, kind: HitKind, record_id: int) -> int | None:
    """The conversation in which something was promised, seen or raised, where there is one."""
    if kind is HitKind.CONVERSATION:
        return record_id
    statement = _CONVERSATION.get(kind)
    if statement is None:
        return None
    found: int | None = tx.connection.execute(statement, {"record_id": record_id}).scalar_one_or_none()
    return found
