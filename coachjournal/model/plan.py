"""A plan, as it is remembered."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, key_of


class Plan(Record, kw_only=True):
    """One version of a rep's development plan, for the days from `starts_on` up to, not including, `ends_on`."""

    __tablename__ = "plan"

    rep_id: Mapped[int] = key_of("rep")
    version: Mapped[int]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    direction: Mapped[str] = mapped_column(default="")
    support: Mapped[str] = mapped_column(default="")
    comments: Mapped[str] = mapped_column(default="")
    found_30: Mapped[str] = mapped_column(default="")
    found_60: Mapped[str] = mapped_column(default="")
    found_90: Mapped[str] = mapped_column(default="")
    agreed_on: Mapped[date | None] = mapped_column(default=None)
    next_review_on: Mapped[date | None] = mapped_column(default=None)
