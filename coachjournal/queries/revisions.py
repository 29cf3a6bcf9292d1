"""The earlier states of a conversation's text."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import Conversation, Revision
from coachjournal.rules.conversation import first_line
from coachjournal.rules.word_count import word_count

SAVED = select(Conversation.text, Conversation.changed_at).where(Conversation.id == bindparam("conversation_id"))
EARLIER = (
    select(Revision.id, Revision.text, Revision.written_at)
    .where(Revision.conversation_id == bindparam("conversation_id"))
    .order_by(Revision.written_at.desc(), Revision.id.desc())
)


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """A state of a note that was replaced, and when it had been written.

    `revision_id` is None for what the journal has, where something else is being written over it.
    """

    revision_id: int | None
    text: str
    written_at: datetime

    @property
    def words(self) -> int:
        return word_count(self.text)

    @property
    def first_line(self) -> str:
        return first_line(self.text)


def earlier_versions(tx: Reading, *, conversation_id: int, now: str | None = None) -> tuple[EarlierVersion, ...]:
    """The latest first; one that reads as the note does now is left out. `now` is what is being written over it."""
    this = {"conversation_id": conversation_id}
    saved = tx.connection.execute(SAVED, this).one_or_none()
    if saved is None:
        return ()
    versions = [EarlierVersion(None, saved.text, saved.changed_at)] if saved.text.strip() else []
    versions += (EarlierVersion(*row) for row in tx.connection.execute(EARLIER, this) if row.text != saved.text)
    shown = saved.text if now is None else now
    return tuple(version for version in versions if version.text != shown)
