"""Whether the sample team is in the journal, for the banner that offers to remove it."""

from sqlalchemy import exists, select

from coachjournal.journal import Reading
from coachjournal.model import ImportRun

SAMPLE_IS_HERE = select(exists().where(ImportRun.kind == "sample"))


def has_sample(tx: Reading) -> bool:
    """Whether there is a sample team to remove."""
    return bool(tx.connection.execute(SAMPLE_IS_HERE).scalar())
