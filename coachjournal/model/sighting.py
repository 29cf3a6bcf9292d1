"""A sighting, as it is remembered."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, key_of, maybe_key_of


class Sighting(Record, kw_only=True):
    """Since when a rule has been finding something about a rep, and when it last did."""

    __tablename__ = "sighting"

    rep_id: Mapped[int] = key_of("rep")
    rule: Mapped[str]
    deal_id: Mapped[int | None] = maybe_key_of("deal")
    skill_id: Mapped[int | None] = maybe_key_of("skill")
    stage_id: Mapped[int | None] = maybe_key_of("stage")
    goal_id: Mapped[int | None] = maybe_key_of("goal")
    seen_on: Mapped[date]
    last_on: Mapped[date]
    evidence: Mapped[str] = mapped_column(default="{}")
