"""A meeting series, as it is remembered."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, key_of, word
from coachjournal.rules.conversation import ConversationKind


class MeetingSeries(Record, kw_only=True):
    """A conversation that comes back in a rhythm, at a wall-clock time in its zone."""

    __tablename__ = "meeting_series"

    rep_id: Mapped[int] = key_of("rep")
    kind: Mapped[ConversationKind] = mapped_column(word(ConversationKind))
    rhythm: Mapped[str]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None] = mapped_column(default=None)
    at: Mapped[str]
    zone: Mapped[str] = mapped_column(default="")
    minutes: Mapped[int]
