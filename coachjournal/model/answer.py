"""An answer, as it is remembered."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, key_of, maybe_key_of


class Answer(Record, kw_only=True):
    """What was answered, and how sure it is."""

    __tablename__ = "answer"

    question_id: Mapped[int] = key_of("question")
    deal_id: Mapped[int | None] = maybe_key_of("deal")
    conversation_id: Mapped[int | None] = maybe_key_of("conversation")
    text: Mapped[str] = mapped_column(default="")
    certainty: Mapped[str] = mapped_column(default="unknown")
    answered_on: Mapped[date]
