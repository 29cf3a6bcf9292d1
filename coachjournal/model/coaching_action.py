"""A coaching action, as it is remembered."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, key_of, maybe_key_of


class CoachingAction(Record, kw_only=True):
    """What is done about a signal: planned, held, and the number looked at again."""

    __tablename__ = "coaching_action"

    signal_id: Mapped[int | None] = maybe_key_of("signal")
    rep_id: Mapped[int] = key_of("rep")
    kind: Mapped[str]
    conversation_kind: Mapped[str] = mapped_column(default="")
    peer_id: Mapped[int | None] = maybe_key_of("rep")
    text: Mapped[str] = mapped_column(default="")
    planned_on: Mapped[date]
    held_on: Mapped[date | None] = mapped_column(default=None)
    conversation_id: Mapped[int | None] = maybe_key_of("conversation")
    look_again_on: Mapped[date | None] = mapped_column(default=None)
    looked_on: Mapped[date | None] = mapped_column(default=None)
    value_then: Mapped[str] = mapped_column(default="{}")
    value_now: Mapped[str] = mapped_column(default="{}")
