"""An answer, as it is remembered."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, key_of, maybe_key_of, word
from coachjournal.rules.answer import Certainty


class Answer(Record, kw_only=True):
    """What was answered, and how sure it is; one for each question, deal and conversation.

    What is unknown proposes a commitment: `commitment_id` names the one that was made of it, `dismissed` says that
    none is wanted.
    """

    __tablename__ = "answer"

    question_id: Mapped[int] = key_of("question")
    deal_id: Mapped[int | None] = maybe_key_of("deal")
    conversation_id: Mapped[int | None] = maybe_key_of("conversation")
    text: Mapped[str] = mapped_column(default="")
    certainty: Mapped[Certainty] = mapped_column(word(Certainty), default=Certainty.UNKNOWN)
    answered_on: Mapped[date]
    commitment_id: Mapped[int | None] = maybe_key_of("commitment")
    dismissed: Mapped[bool] = mapped_column(default=False)
