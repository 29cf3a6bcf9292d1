"""An observation, as it is remembered."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, key_of, maybe_key_of


class Observation(Record, kw_only=True):
    """What was seen: situation, behaviour, impact, and no adjectives."""

    __tablename__ = "observation"

    rep_id: Mapped[int] = key_of("rep")
    conversation_id: Mapped[int | None] = maybe_key_of("conversation")
    field_call_id: Mapped[int | None] = maybe_key_of("field_call")
    skill_id: Mapped[int | None] = maybe_key_of("skill")
    seen_on: Mapped[date]
    situation: Mapped[str] = mapped_column(default="")
    behaviour: Mapped[str] = mapped_column(default="")
    impact: Mapped[str] = mapped_column(default="")
    private: Mapped[bool] = mapped_column(default=False)
