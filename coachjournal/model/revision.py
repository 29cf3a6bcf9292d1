"""A revision, as it is remembered."""

from datetime import datetime

from sqlalchemy.orm import Mapped

from coachjournal.model.base import Record, key_of


class Revision(Record, kw_only=True):
    """An earlier state of a conversation's text."""

    __tablename__ = "revision"

    conversation_id: Mapped[int] = key_of("conversation")
    text: Mapped[str]
    written_at: Mapped[datetime]
