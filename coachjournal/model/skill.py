"""A skill, as it is remembered."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record


class Skill(Record, kw_only=True):
    """An observable ability, with what each level looks like."""

    __tablename__ = "skill"

    name: Mapped[str]
    position: Mapped[int]
    description: Mapped[str] = mapped_column(default="")
    level_1: Mapped[str] = mapped_column(default="")
    level_2: Mapped[str] = mapped_column(default="")
    level_3: Mapped[str] = mapped_column(default="")
    level_4: Mapped[str] = mapped_column(default="")
    level_5: Mapped[str] = mapped_column(default="")
    archived_on: Mapped[date | None] = mapped_column(default=None)
    shipped: Mapped[str] = mapped_column(default="")
    """The key of what ships, however it is worded by now; "" of one's own."""
