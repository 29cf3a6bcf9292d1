"""An import run, as it is remembered."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record


class ImportRun(Record, kw_only=True):
    """A foreign file that was brought in, or the sample team."""

    __tablename__ = "import_run"

    kind: Mapped[str]
    file_name: Mapped[str] = mapped_column(default="")
    sha256: Mapped[str] = mapped_column(default="")
    made_at: Mapped[datetime]
    rows: Mapped[int] = mapped_column(default=0)
    added: Mapped[int] = mapped_column(default=0)
    changed: Mapped[int] = mapped_column(default=0)
    refused: Mapped[int] = mapped_column(default=0)
