"""When what was planned takes place: mostly nobody has to say so besides what they say and see in it."""

from coachjournal.commands.planned_coaching import take_up_planned
from coachjournal.commands.records import found, not_ahead, rep_name
from coachjournal.journal import Writing
from coachjournal.model import Conversation
from coachjournal.rules.conversation import ConversationStatus


def takes_place(tx: Writing, conversation_id: int | None) -> None:
    """Something was said in a conversation: one that was planned, and whose day has come, takes place.

    A commitment says nothing of it: it may have been noted before, to prepare.
    """
    if conversation_id is None:
        return
    conversation = found(tx, Conversation, conversation_id)
    if conversation.status is ConversationStatus.PLANNED and conversation.held_on <= tx.today:
        conversation.status = ConversationStatus.HELD
        take_up_planned(tx, conversation.id, conversation.rep_id, conversation.kind, conversation.held_on)


def took_place(tx: Writing, *, conversation_id: int) -> None:
    """Say that a conversation that was planned took place, without a word about it."""
    conversation = found(tx, Conversation, conversation_id)
    not_ahead(tx, conversation.held_on, "held_on", "A conversation that took place")
    takes_place(tx, conversation_id)
    tx.say(f"Held {_what(tx, conversation)}.")


def call_off(tx: Writing, *, conversation_id: int) -> None:
    """A conversation that was planned will not be, or was not; what was prepared for it stays."""
    conversation = found(tx, Conversation, conversation_id)
    if conversation.status is ConversationStatus.PLANNED:
        conversation.status = ConversationStatus.CANCELLED
        tx.say(f"Called off {_what(tx, conversation)}.")


def plan_again(tx: Writing, *, conversation_id: int) -> None:
    """Put a conversation that was called off back into the diary."""
    conversation = found(tx, Conversation, conversation_id)
    if conversation.status is ConversationStatus.CANCELLED:
        conversation.status = ConversationStatus.PLANNED
        tx.say(f"Planned {_what(tx, conversation)} again.")


def _what(tx: Writing, conversation: Conversation) -> str:
    return f"{conversation.kind.spoken} with {rep_name(tx, conversation.rep_id)}"
