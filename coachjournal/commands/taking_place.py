"""When what was planned takes place: nobody has to say so besides what they say and see in it."""

from coachjournal.commands.planned_coaching import take_up_planned
from coachjournal.commands.records import found
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
