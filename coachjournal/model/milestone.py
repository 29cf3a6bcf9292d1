"""A milestone, as it is remembered."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, key_of


class Milestone(Record, kw_only=True):
    """A step on the way to a goal."""

    __tablename__ = "milestone"

    goal_id: Mapped[int] = key_of("goal")
    text: Mapped[str]
    value: Mapped[float | None] = mapped_column(default=None)
    due_on: Mapped[date | None] = mapped_column(default=None)
    done_on: Mapped[date | None] = mapped_column(default=None)
