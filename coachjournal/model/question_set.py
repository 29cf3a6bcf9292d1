"""A question set, as it is remembered."""

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record


class QuestionSet(Record, kw_only=True):
    """Questions that belong together."""

    __tablename__ = "question_set"

    name: Mapped[str]
    used_for: Mapped[str]
    position: Mapped[int]
    shipped: Mapped[str] = mapped_column(default="")
    """The key of what ships, however it is named by now; "" of one's own."""
