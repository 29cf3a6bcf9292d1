"""A check in, as it is remembered."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, key_of, maybe_key_of


class CheckIn(Record, kw_only=True):
    """A dated value of a goal with its evidence: a conversation, or computed from deals."""

    __tablename__ = "check_in"

    goal_id: Mapped[int] = key_of("goal")
    checked_on: Mapped[date]
    value: Mapped[float]
    note: Mapped[str] = mapped_column(default="")
    computed: Mapped[bool] = mapped_column(default=False)
    conversation_id: Mapped[int | None] = maybe_key_of("conversation")
