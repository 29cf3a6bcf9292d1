"""A plan action, as it is remembered."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, key_of, maybe_key_of, word
from coachjournal.rules.plan import ActionKind


class PlanAction(Record, kw_only=True):
    """What the rep does for a plan, and what the manager gives to it."""

    __tablename__ = "plan_action"

    plan_id: Mapped[int] = key_of("plan")
    goal_id: Mapped[int | None] = maybe_key_of("goal")
    position: Mapped[int]
    what: Mapped[str]
    kind: Mapped[ActionKind] = mapped_column(word(ActionKind), default=ActionKind.ON_THE_JOB)
    reps_part: Mapped[str] = mapped_column(default="")
    support: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date | None] = mapped_column(default=None)
    done_on: Mapped[date | None] = mapped_column(default=None)
