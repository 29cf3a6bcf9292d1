"""A rating, as it is remembered."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, key_of, maybe_key_of, word
from coachjournal.rules.conversation import Side


class Rating(Record, kw_only=True):
    """A level of a skill, seen by the manager or by the rep."""

    __tablename__ = "rating"

    rep_id: Mapped[int] = key_of("rep")
    skill_id: Mapped[int] = key_of("skill")
    side: Mapped[Side] = mapped_column(word(Side))
    level: Mapped[float]
    rated_on: Mapped[date]
    note: Mapped[str] = mapped_column(default="")
    conversation_id: Mapped[int | None] = maybe_key_of("conversation")
