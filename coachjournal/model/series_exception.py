"""A series exception, as it is remembered."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, key_of


class SeriesException(Record, kw_only=True):
    """One meeting of a series that was moved or, with no new day, skipped."""

    __tablename__ = "series_exception"

    series_id: Mapped[int] = key_of("meeting_series")
    original_on: Mapped[date]
    moved_to: Mapped[date | None] = mapped_column(default=None)
