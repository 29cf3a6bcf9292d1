"""A question, as it is remembered."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, key_of


class Question(Record, kw_only=True):
    """One question to ask; its answers go stale after `stale_days`, and outlive its being taken out."""

    __tablename__ = "question"

    question_set_id: Mapped[int] = key_of("question_set")
    position: Mapped[int]
    text: Mapped[str]
    stale_days: Mapped[int | None] = mapped_column(default=None)
    archived_on: Mapped[date | None] = mapped_column(default=None)
    shipped: Mapped[str] = mapped_column(default="")
    """The key of what ships, however it is worded by now; "" of one's own."""
