"""The template of a kind of conversation."""

from sqlalchemy import bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import Template
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.template import headings_of

HEADINGS = select(Template.headings).where(Template.kind == bindparam("kind"))


def template_headings(tx: Reading, *, kind: ConversationKind, first_name: str) -> tuple[str, ...]:
    """The headings to write under, as they stand in a note about this rep."""
    written = tx.connection.execute(HEADINGS, {"kind": kind}).scalar_one_or_none()
    return headings_of(written or "", first_name)
