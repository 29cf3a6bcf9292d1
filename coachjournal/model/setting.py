"""A setting, as it is remembered."""

from sqlalchemy.orm import Mapped

from coachjournal.model.base import Record


class Setting(Record, kw_only=True):
    """A choice that belongs to the journal; `value` is JSON."""

    __tablename__ = "setting"

    name: Mapped[str]
    value: Mapped[str]
