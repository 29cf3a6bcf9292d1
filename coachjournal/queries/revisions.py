"""The earlier states of a conversation's text."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import Conversation, Revision
from coachjournal.rules.conversation import first_line
from coachjournal.rules.word_count import word_count

EARLIER = (
    select(Revision.id, Revision.text, Revision.written_at)
    .join(Conversation, Conversation.id == Revision.conversation_id)
    .where(Revision.conversation_id == bindparam("conversation_id"), Revision.text != Conversation.text)
    .order_by(Revision.written_at.desc(), Revision.id.desc())
)


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """A state of a note that was replaced, and when it had been written."""

    revision_id: int
    text: str
    written_at: datetime

    @property
    def words(self) -> int:
        return word_count(self.text)

    @property
    def first_line(self) -> str:
        return first_line(self.text)


def earlier_versions(tx: Reading, *, conversation_id: int) -> tuple[EarlierVersion, ...]:
    """The latest first; one that reads as the note does now is left out."""
    rows = tx.connection.execute(EARLIER, {"conversation_id": conversation_id})
    return tuple(EarlierVersion(*row) for row in rows)
