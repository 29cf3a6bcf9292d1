"""What is to be raised with a rep next time, the rep's own items first."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, or_, select

from coachjournal.journal import Reading
from coachjournal.model import AgendaItem, Conversation
from coachjournal.rules.conversation import Side


@dataclass(frozen=True, slots=True)
class ToRaise:
    """Something to raise; `raised` says that it came up in the conversation that was asked about."""

    agenda_item_id: int
    text: str
    side: Side
    added_on: date
    private: bool
    raised: bool


TO_RAISE = (
    select(
        *(AgendaItem.id, AgendaItem.text, AgendaItem.side, AgendaItem.added_on, AgendaItem.private),
        AgendaItem.raised_in_id.is_not(None).label("raised"),
    )
    .where(
        AgendaItem.rep_id == bindparam("rep_id"),
        or_(AgendaItem.raised_in_id.is_(None), AgendaItem.raised_in_id == bindparam("conversation_id")),
    )
    .order_by(AgendaItem.side != Side.REP, AgendaItem.id)
)
REP_OF_TALK = select(Conversation.rep_id).where(Conversation.id == bindparam("conversation_id"))


def agenda(tx: Reading, *, rep_id: int, conversation_id: int | None = None) -> tuple[ToRaise, ...]:
    """What is still to be raised with a rep, and what was raised in this conversation."""
    which = {"rep_id": rep_id, "conversation_id": conversation_id}
    return tuple(ToRaise(*row) for row in tx.connection.execute(TO_RAISE, which))


def rep_of_conversation(tx: Reading, *, conversation_id: int) -> int | None:
    """Whom a conversation is with; None when it is gone."""
    return tx.connection.execute(REP_OF_TALK, {"conversation_id": conversation_id}).scalar_one_or_none()
