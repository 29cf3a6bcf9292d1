"""A template, as it is remembered."""

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, word
from coachjournal.rules.conversation import ConversationKind


class Template(Record, kw_only=True):
    """The purpose line of a kind of conversation, and the headings to write under."""

    __tablename__ = "template"

    kind: Mapped[ConversationKind] = mapped_column(word(ConversationKind))
    purpose: Mapped[str] = mapped_column(default="")
    headings: Mapped[str] = mapped_column(default="")
