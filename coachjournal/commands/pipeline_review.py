"""Going through a rep's open deals: which ones were talked about."""

from sqlalchemy import delete, insert

from coachjournal.commands.records import found, shortened
from coachjournal.journal import Writing
from coachjournal.model import Conversation, ConversationDeal, Deal


def talk_about_deal(tx: Writing, *, conversation_id: int, deal_id: int, talked: bool = True) -> None:
    """Say that a conversation was about a deal too, or that it was not."""
    found(tx, Conversation, conversation_id)
    name = shortened(found(tx, Deal, deal_id).name)
    link = ConversationDeal.conversation_id == conversation_id, ConversationDeal.deal_id == deal_id
    tx.connection.execute(delete(ConversationDeal).where(*link))
    if talked:
        tx.connection.execute(insert(ConversationDeal), {"conversation_id": conversation_id, "deal_id": deal_id})
    tx.say(f"Talked about {name}." if talked else f"Not talked about {name}.")
