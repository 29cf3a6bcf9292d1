"""What is known about a deal: each question of a deal review with its last answer."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import aliased

from coachjournal.journal import Reading
from coachjournal.model import Answer, Commitment, Conversation, Question, QuestionSet
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.answer import Certainty, is_stale
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import ConversationKind


@dataclass(frozen=True, slots=True)
class FindingOut:
    """The commitment that an unknown has led to."""

    commitment_id: int
    status: CommitmentStatus
    due_on: date | None


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """What was answered, when and where; `stale` says that it is older than its question allows."""

    certainty: Certainty
    text: str
    answered_on: date
    stale: bool
    conversation_id: int | None
    kind: ConversationKind | None
    here: bool
    """It was given in the conversation in sight."""
    dismissed: bool
    finding_out: FindingOut | None

    @property
    def proposes(self) -> bool:
        """Whether a commitment to find it out is still to be proposed."""
        unknown = self.here and self.certainty is Certainty.UNKNOWN
        return unknown and not self.dismissed and self.finding_out is None


@dataclass(frozen=True, slots=True)
class DealQuestion:
    """One question about a deal, and its last answer if it was ever asked."""

    question_id: int
    question_set: str
    text: str
    answer: GivenAnswer | None


LAST = aliased(Answer)
LAST_ANSWER = (
    select(LAST.id)
    .where(
        LAST.deal_id == bindparam("deal_id"),
        LAST.question_id == Question.id,
        or_(LAST.answered_on <= bindparam("until"), LAST.conversation_id == bindparam("here")),
    )
    .order_by((LAST.conversation_id == bindparam("here")).is_(True).desc(), LAST.answered_on.desc(), LAST.id.desc())
    .limit(1)
    .correlate(Question)
    .scalar_subquery()
)
QUESTIONS = (
    select(
        *(Question.id, QuestionSet.name, Question.text.label("question"), Question.stale_days),
        *(Answer.certainty, Answer.text, Answer.answered_on, Answer.conversation_id, Answer.dismissed),
        *(Conversation.kind, Answer.commitment_id, Commitment.status, Commitment.due_on),
    )
    .join(QuestionSet, QuestionSet.id == Question.question_set_id)
    .outerjoin(Answer, Answer.id == LAST_ANSWER)
    .outerjoin(Conversation, Conversation.id == Answer.conversation_id)
    .outerjoin(Commitment, Commitment.id == Answer.commitment_id)
    .where(
        QuestionSet.used_for == ConversationKind.DEAL_REVIEW,
        or_(
            Question.archived_on.is_(None),
            Answer.conversation_id == bindparam("here"),
        ),
    )
    .order_by(QuestionSet.position, QuestionSet.id, Question.position, Question.id)
)


def deal_answers(
    tx: Reading, *, deal_id: int, conversation_id: int | None = None, until: date | None = None
) -> tuple[DealQuestion, ...]:
    """The questions of a deal review with what is known of this deal, as it stood on the day `until`.

    What was answered in the conversation comes before anything else. A question that was taken out is left out,
    except where it was answered in this conversation.
    """
    until = until or tx.today
    which = {"deal_id": deal_id, "here": conversation_id, "until": until}
    return tuple(_question(row, conversation_id, until) for row in tx.connection.execute(QUESTIONS, which))


def _question(row: AnyRow, conversation_id: int | None, until: date) -> DealQuestion:
    answer = None if row.answered_on is None else _answer(row, conversation_id, until)
    return DealQuestion(row.id, row.name, row.question, answer)


def _answer(row: AnyRow, conversation_id: int | None, until: date) -> GivenAnswer:
    found_out = None if row.commitment_id is None else FindingOut(row.commitment_id, row.status, row.due_on)
    return GivenAnswer(
        certainty=row.certainty,
        text=row.text,
        answered_on=row.answered_on,
        stale=is_stale(row.answered_on, row.stale_days, until),
        conversation_id=row.conversation_id,
        kind=row.kind,
        here=conversation_id is not None and row.conversation_id == conversation_id,
        dismissed=row.dismissed,
        finding_out=found_out,
    )
