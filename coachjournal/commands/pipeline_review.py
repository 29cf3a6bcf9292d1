"""Going through a rep's open deals: which ones were talked about."""

from sqlalchemy import delete
from sqlalchemy.dialects.sqlite import insert

from coachjournal.commands.mentions import deal_was_chosen
from coachjournal.commands.records import found, shortened
from coachjournal.commands.taking_place import takes_place
from coachjournal.journal import Writing
from coachjournal.model import Conversation, ConversationDeal, Deal


def talk_about_deal(tx: Writing, *, conversation_id: int, deal_id: int, talked: bool = True) -> None:
    """Say that a conversation was about a deal too, or that it was not."""
    found(tx, Conversation, conversation_id)
    name = shortened(found(tx, Deal, deal_id).name)
    if talked:
        takes_place(tx, conversation_id)
        be_about(tx, conversation_id, deal_id)
    else:
        about = ConversationDeal.conversation_id == conversation_id, ConversationDeal.deal_id == deal_id
        tx.connection.execute(delete(ConversationDeal).where(*about))
        deal_was_chosen(tx, conversation_id, deal_id)
    tx.say(f"Talked about {name}." if talked else f"Not talked about {name}.")


def be_about(tx: Writing, conversation_id: int, deal_id: int) -> None:
    """Make a deal one that a conversation is about, by hand."""
    about = insert(ConversationDeal).values(conversation_id=conversation_id, deal_id=deal_id)
    tx.connection.execute(about.on_conflict_do_nothing())
    deal_was_chosen(tx, conversation_id, deal_id)
