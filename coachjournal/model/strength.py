"""A strength, as it is remembered."""

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, key_of, maybe_key_of


class Strength(Record, kw_only=True):
    """A strength named in a plan, with its evidence."""

    __tablename__ = "strength"

    plan_id: Mapped[int] = key_of("plan")
    position: Mapped[int]
    text: Mapped[str]
    evidence: Mapped[str] = mapped_column(default="")
    conversation_id: Mapped[int | None] = maybe_key_of("conversation")
