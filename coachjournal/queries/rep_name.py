"""The name of one rep."""

from sqlalchemy import bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import Rep

NAME = select(Rep.name).where(Rep.id == bindparam("rep_id"))


def rep_name(tx: Reading, rep_id: int) -> str:
    """Raises NoResultFound when there is no such rep."""
    name: str = tx.connection.execute(NAME, {"rep_id": rep_id}).scalar_one()
    return name
