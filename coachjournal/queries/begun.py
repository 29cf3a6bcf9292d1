"""Which conversations took place: not those that are only begun, of whose page nothing is finished yet."""

from sqlalchemy import Integer, and_, cast, func, select

from coachjournal.model import Conversation, Draft
from coachjournal.rules.conversation import ConversationStatus

_PAGE = "conversation:"
ONLY_BEGUN = select(cast(func.substr(Draft.slot, len(_PAGE) + 1), Integer)).where(
    Draft.slot.startswith(_PAGE), func.json_extract(Draft.fields, "$.begun")
)
"""Their keys. They stand among the drafts; no list of what took place has them, and their hour does not count yet."""
TOOK_PLACE = and_(Conversation.status == ConversationStatus.HELD, Conversation.id.not_in(ONLY_BEGUN))
