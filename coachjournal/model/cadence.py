"""A cadence, as it is remembered."""

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, maybe_key_of, word
from coachjournal.rules.cadence import CadenceKind


class Cadence(Record, kw_only=True):
    """How often a kind of coaching is due: for one rep, or with no rep for the team."""

    __tablename__ = "cadence"

    kind: Mapped[CadenceKind] = mapped_column(word(CadenceKind))
    rep_id: Mapped[int | None] = maybe_key_of("rep")
    target_days: Mapped[int]
    limit_days: Mapped[int]
