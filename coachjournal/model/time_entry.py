"""A time entry, as it is remembered."""

from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, maybe_key_of, word
from coachjournal.rules.time_entry import TimeCategory


class TimeEntry(Record, kw_only=True):
    """Minutes of the manager's time that no conversation accounts for. `day` is the manager's calendar day."""

    __tablename__ = "time_entry"

    starts_at: Mapped[datetime]
    zone: Mapped[str] = mapped_column(default="")
    day: Mapped[date]
    minutes: Mapped[int]
    category: Mapped[TimeCategory] = mapped_column(word(TimeCategory))
    rep_id: Mapped[int | None] = maybe_key_of("rep")
    title: Mapped[str] = mapped_column(default="")
    conversation_id: Mapped[int | None] = maybe_key_of("conversation")
    calendar_uid: Mapped[str] = mapped_column(default="")
    occurrence: Mapped[str] = mapped_column(default="")
    import_run_id: Mapped[int | None] = maybe_key_of("import_run")
