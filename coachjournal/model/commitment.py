"""A commitment, as it is remembered."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, key_of, maybe_key_of, word
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import Side


class Commitment(Record, kw_only=True):
    """Who does what by when. One that moved ends, and a new one with the later day names it."""

    __tablename__ = "commitment"

    rep_id: Mapped[int] = key_of("rep")
    owner: Mapped[Side] = mapped_column(word(Side), default=Side.REP)
    text: Mapped[str]
    made_on: Mapped[date]
    due_on: Mapped[date | None] = mapped_column(default=None)
    status: Mapped[CommitmentStatus] = mapped_column(word(CommitmentStatus), default=CommitmentStatus.OPEN)
    ended_on: Mapped[date | None] = mapped_column(default=None)
    conversation_id: Mapped[int | None] = maybe_key_of("conversation")
    deal_id: Mapped[int | None] = maybe_key_of("deal")
    moved_from_id: Mapped[int | None] = maybe_key_of("commitment")
