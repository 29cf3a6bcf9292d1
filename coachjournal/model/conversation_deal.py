"""A conversation deal, as it is remembered."""

from sqlalchemy.orm import Mapped

from coachjournal.model.base import Record, key_of


class ConversationDeal(Record, kw_only=True):
    """A deal that a conversation was about."""

    __tablename__ = "conversation_deal"

    conversation_id: Mapped[int] = key_of("conversation")
    deal_id: Mapped[int] = key_of("deal")
