"""A mention, as it is remembered."""

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, key_of, maybe_key_of


class Mention(Record, kw_only=True):
    """Whom or what a token in a note stands for: one of the three, whatever it is called by now."""

    __tablename__ = "mention"

    conversation_id: Mapped[int] = key_of("conversation")
    token: Mapped[str]
    """As it was typed: "@dana"."""
    rep_id: Mapped[int | None] = maybe_key_of("rep")
    deal_id: Mapped[int | None] = maybe_key_of("deal")
    skill_id: Mapped[int | None] = maybe_key_of("skill")
    linked: Mapped[bool] = mapped_column(default=False)
    """Whether the token made the deal one that the conversation is about, and takes that along when it goes."""
