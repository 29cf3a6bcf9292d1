"""A rep, as it is remembered."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, maybe_key_of


class Rep(Record, kw_only=True):
    """A salesperson reporting to the user."""

    __tablename__ = "rep"

    name: Mapped[str]
    role: Mapped[str] = mapped_column(default="")
    territory: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    started_on: Mapped[date | None] = mapped_column(default=None)
    archived_on: Mapped[date | None] = mapped_column(default=None)
    import_run_id: Mapped[int | None] = maybe_key_of("import_run")
