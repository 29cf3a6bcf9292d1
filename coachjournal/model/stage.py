"""A stage, as it is remembered."""

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, word
from coachjournal.rules.deal import Outcome


class Stage(Record, kw_only=True):
    """A step that deals go through; its outcome says whether a deal there is open, won or lost."""

    __tablename__ = "stage"

    name: Mapped[str]
    position: Mapped[int]
    outcome: Mapped[Outcome] = mapped_column(word(Outcome))
