"""A goal, as it is remembered."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, key_of, maybe_key_of, word
from coachjournal.rules.goal import ComputedFrom, GoalStatus, Measure


class Goal(Record, kw_only=True):
    """A skill or a number from baseline to target by a day. `rules.goal.Measure` says what the values are."""

    __tablename__ = "goal"

    rep_id: Mapped[int] = key_of("rep")
    skill_id: Mapped[int | None] = maybe_key_of("skill")
    title: Mapped[str]
    why: Mapped[str] = mapped_column(default="")
    how: Mapped[str] = mapped_column(default="")
    measure: Mapped[Measure] = mapped_column(word(Measure))
    unit: Mapped[str] = mapped_column(default="")
    computed_from: Mapped[ComputedFrom | None] = mapped_column(word(ComputedFrom), default=None)
    baseline: Mapped[float]
    target: Mapped[float]
    started_on: Mapped[date]
    due_on: Mapped[date]
    status: Mapped[GoalStatus] = mapped_column(word(GoalStatus), default=GoalStatus.ACTIVE)
    ended_on: Mapped[date | None] = mapped_column(default=None)
    reason: Mapped[str] = mapped_column(default="")
    extended_from_id: Mapped[int | None] = maybe_key_of("goal")
