"""An absence, as it is remembered."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, maybe_key_of


class Absence(Record, kw_only=True):
    """Days a rep, or with no rep the manager, is away; half-open."""

    __tablename__ = "absence"

    rep_id: Mapped[int | None] = maybe_key_of("rep")
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    reason: Mapped[str] = mapped_column(default="")
