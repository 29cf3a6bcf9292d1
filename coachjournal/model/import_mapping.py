"""An import mapping, as it is remembered."""

from datetime import datetime

from sqlalchemy.orm import Mapped

from coachjournal.model.base import Record


class ImportMapping(Record, kw_only=True):
    """The choices made for files that look alike, remembered."""

    __tablename__ = "import_mapping"

    kind: Mapped[str]
    signature: Mapped[str]
    choices: Mapped[str]
    used_at: Mapped[datetime]
