"""Questions to ask in a kind of conversation."""

from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import Question, QuestionSet
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.question_set import FOR_ALL_KINDS


@dataclass(frozen=True, slots=True)
class Questions:
    """A set of questions to ask; `{rep}` is already the rep's name."""

    name: str
    questions: tuple[str, ...]


QUESTIONS = (
    select(QuestionSet.id, QuestionSet.name, Question.text)
    .join(Question, Question.question_set_id == QuestionSet.id)
    .where(QuestionSet.used_for.in_((bindparam("kind"), FOR_ALL_KINDS)), Question.archived_on.is_(None))
    .order_by(QuestionSet.used_for == FOR_ALL_KINDS, QuestionSet.position, QuestionSet.id, Question.position)
)


def questions(tx: Reading, *, kind: ConversationKind, first_name: str) -> tuple[Questions, ...]:
    """The sets of this kind first, then those for all; what was taken out of a set is not asked any more.

    Those of a deal review are left out: its own sheet asks them, deal by deal.
    """
    of_kind = FOR_ALL_KINDS if kind is ConversationKind.DEAL_REVIEW else kind
    rows = tx.connection.execute(QUESTIONS, {"kind": of_kind}).all()
    return tuple(
        Questions(name, tuple(row.text.replace("{rep}", first_name) for row in group))
        for (_, name), group in groupby(rows, key=lambda row: (row.id, row.name))
    )
