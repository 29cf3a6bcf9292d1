"""A signal, as it is remembered."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, key_of, maybe_key_of


class Signal(Record, kw_only=True):
    """What a rule found about a rep, until it is closed."""

    __tablename__ = "signal"

    rep_id: Mapped[int] = key_of("rep")
    rule: Mapped[str]
    deal_id: Mapped[int | None] = maybe_key_of("deal")
    skill_id: Mapped[int | None] = maybe_key_of("skill")
    stage_id: Mapped[int | None] = maybe_key_of("stage")
    goal_id: Mapped[int | None] = maybe_key_of("goal")
    state: Mapped[str] = mapped_column(default="seen")
    seen_on: Mapped[date]
    evidence: Mapped[str] = mapped_column(default="{}")
    returns_on: Mapped[date | None] = mapped_column(default=None)
    reason: Mapped[str] = mapped_column(default="")
    closed_on: Mapped[date | None] = mapped_column(default=None)
    learnt: Mapped[str] = mapped_column(default="")
