"""A conversation, as it is remembered."""

from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, key_of, maybe_key_of, word
from coachjournal.rules.conversation import ConversationKind, ConversationStatus, Idea


class Conversation(Record, kw_only=True):
    """A coaching conversation. It is itself its time: its minutes are never entered again."""

    __tablename__ = "conversation"

    rep_id: Mapped[int] = key_of("rep")
    kind: Mapped[ConversationKind] = mapped_column(word(ConversationKind))
    status: Mapped[ConversationStatus] = mapped_column(word(ConversationStatus), default=ConversationStatus.HELD)
    held_on: Mapped[date]
    starts_at: Mapped[datetime | None] = mapped_column(default=None)
    zone: Mapped[str] = mapped_column(default="")
    minutes: Mapped[int]
    travel_minutes: Mapped[int] = mapped_column(default=0)
    text: Mapped[str] = mapped_column(default="")
    reps_words: Mapped[str] = mapped_column(default="")
    private: Mapped[bool] = mapped_column(default=False)
    idea: Mapped[Idea | None] = mapped_column(word(Idea), default=None)
    focus_skill_id: Mapped[int | None] = maybe_key_of("skill")
    series_id: Mapped[int | None] = maybe_key_of("meeting_series")
    written_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    import_run_id: Mapped[int | None] = maybe_key_of("import_run")
