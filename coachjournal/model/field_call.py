"""A field call, as it is remembered."""

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, key_of, maybe_key_of, word
from coachjournal.rules.conversation import CallRole


class FieldCall(Record, kw_only=True):
    """One customer call inside a ride-along."""

    __tablename__ = "field_call"

    conversation_id: Mapped[int] = key_of("conversation")
    position: Mapped[int]
    account_id: Mapped[int | None] = maybe_key_of("account")
    deal_id: Mapped[int | None] = maybe_key_of("deal")
    role: Mapped[CallRole] = mapped_column(word(CallRole), default=CallRole.OBSERVE)
    minutes: Mapped[int | None] = mapped_column(default=None)
    objective: Mapped[str] = mapped_column(default="")
    stretch: Mapped[str] = mapped_column(default="")
    outcome: Mapped[str] = mapped_column(default="")
    went_well: Mapped[str] = mapped_column(default="")
    differently: Mapped[str] = mapped_column(default="")
    level: Mapped[float | None] = mapped_column(default=None)
    took_over: Mapped[bool] = mapped_column(default=False)
