"""A draft, as it is remembered."""

from datetime import datetime

from sqlalchemy.orm import Mapped

from coachjournal.model.base import Record


class Draft(Record, kw_only=True):
    """What is being typed and not yet finished, kept within two seconds. `slot` names the editor it belongs to."""

    __tablename__ = "draft"

    slot: Mapped[str]
    fields: Mapped[str]
    kept_at: Mapped[datetime]
