"""A calendar rule, as it is remembered."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, maybe_key_of


class CalendarRule(Record, kw_only=True):
    """What a correction taught about meetings whose title holds the pattern."""

    __tablename__ = "calendar_rule"

    pattern: Mapped[str]
    category: Mapped[str] = mapped_column(default="")
    rep_id: Mapped[int | None] = maybe_key_of("rep")
    leave_out: Mapped[bool] = mapped_column(default=False)
    learnt_at: Mapped[datetime]
