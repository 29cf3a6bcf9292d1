"""Answers in a deal review: one for each question, deal and conversation, and what an unknown leads to."""

from datetime import date
from typing import TypedDict, Unpack

from sqlalchemy import bindparam, select

from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.records import found, rep_name, shortened, write_over
from coachjournal.commands.taking_place import takes_place
from coachjournal.journal import Writing
from coachjournal.model import Answer, Commitment, Conversation, Question
from coachjournal.rules.answer import FIND_OUT_WITHIN, Certainty, to_find_out
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.names import first_name

OF_QUESTION = select(Answer).where(
    Answer.deal_id == bindparam("deal_id"), Answer.question_id == bindparam("question_id")
)
HERE = OF_QUESTION.where(Answer.conversation_id == bindparam("conversation_id"))
BEFORE = (
    OF_QUESTION.where(Answer.answered_on <= bindparam("on"))
    .order_by(Answer.answered_on.desc(), Answer.id.desc())
    .limit(1)
)
MOVED_TO = select(Commitment).where(Commitment.moved_from_id == bindparam("commitment_id")).limit(1)


class AnswerFields(TypedDict, total=False):
    """What can be said in answer to a question; what is not said stays as it was last time."""

    certainty: Certainty
    text: str


def answer_question(
    tx: Writing, *, conversation_id: int, deal_id: int, question_id: int, **fields: Unpack[AnswerFields]
) -> int:
    """Answer a question about a deal; a second time in the same conversation changes that answer. Returns its key.

    An answer is as old as the conversation. Words nobody vouched for are a guess.
    """
    answer = _answer(tx, conversation_id, deal_id, question_id)
    if fields.get("certainty", answer.certainty) is not answer.certainty:
        answer.dismissed = False
    write_over(answer, fields)
    tx.session.flush()
    tx.say(f"{answer.certainty.label}: {shortened(found(tx, Question, question_id).text)}")
    return answer.id


def withdraw_answer(tx: Writing, *, conversation_id: int, deal_id: int, question_id: int) -> None:
    """Take back what was answered in this conversation: the answer of last time holds again."""
    answer = _here(tx, conversation_id, deal_id, question_id)
    if answer is not None:
        tx.session.delete(answer)
        tx.say(f"Not answered here: {shortened(found(tx, Question, question_id).text)}")


def commit_to_find_out(tx: Writing, *, conversation_id: int, deal_id: int, question_id: int) -> int:
    """Say that an answer is unknown and have the rep find it out within a week. Returns the commitment's key.

    Where an open commitment is already about it, that one is answered and none is made.
    """
    answer = _answer(tx, conversation_id, deal_id, question_id)
    answer.certainty, answer.dismissed = Certainty.UNKNOWN, False
    answer.commitment_id = _still_open(tx, answer.commitment_id)
    question = shortened(found(tx, Question, question_id).text)
    if answer.commitment_id is not None:
        tx.say(f"{Certainty.UNKNOWN.label}: {question}")
        return answer.commitment_id
    answer.commitment_id = _find_out(tx, conversation_id, deal_id, question_id)
    return answer.commitment_id


def dismiss_find_out(tx: Writing, *, conversation_id: int, deal_id: int, question_id: int) -> None:
    """Leave an unknown unknown: no commitment is proposed until it is answered anew."""
    answer = _here(tx, conversation_id, deal_id, question_id)
    if answer is not None:
        answer.dismissed = True
        tx.say(f"Left open: {shortened(found(tx, Question, question_id).text)}")


def _find_out(tx: Writing, conversation_id: int, deal_id: int, question_id: int) -> int:
    conversation = found(tx, Conversation, conversation_id)
    name = first_name(rep_name(tx, conversation.rep_id))
    return make_commitment(
        tx,
        rep_id=conversation.rep_id,
        text=to_find_out(found(tx, Question, question_id).text.replace("{rep}", name)),
        due_on=tx.today + FIND_OUT_WITHIN,
        made_on=conversation.held_on,
        conversation_id=conversation_id,
        deal_id=deal_id,
    )


def _answer(tx: Writing, conversation_id: int, deal_id: int, question_id: int) -> Answer:
    """The answer given in this conversation; else a new one that says what was said last."""
    here = _here(tx, conversation_id, deal_id, question_id)
    if here is not None:
        return here
    on = _day_of(tx, conversation_id)
    which = {"deal_id": deal_id, "question_id": question_id, "on": on}
    last = tx.session.scalars(BEFORE, which).one_or_none()
    answer = Answer(
        question_id=question_id,
        deal_id=deal_id,
        conversation_id=conversation_id,
        text=last.text if last else "",
        certainty=last.certainty if last else Certainty.GUESS,
        answered_on=on,
        commitment_id=_still_open(tx, last.commitment_id) if last else None,
    )
    tx.session.add(answer)
    return answer


def _here(tx: Writing, conversation_id: int, deal_id: int, question_id: int) -> Answer | None:
    which = {"conversation_id": conversation_id, "deal_id": deal_id, "question_id": question_id}
    return tx.session.scalars(HERE, which).one_or_none()


def _day_of(tx: Writing, conversation_id: int) -> date:
    """The day of the conversation, today while it lies ahead; a planned one whose day has come takes place now."""
    takes_place(tx, conversation_id)
    return min(found(tx, Conversation, conversation_id).held_on, tx.today)


def _still_open(tx: Writing, commitment_id: int | None) -> int | None:
    """The commitment, or what it has become by moving to a later day, while it is open."""
    commitment = None if commitment_id is None else tx.session.get(Commitment, commitment_id)
    while commitment is not None and commitment.status is CommitmentStatus.MOVED:
        commitment = tx.session.scalars(MOVED_TO, {"commitment_id": commitment.id}).one_or_none()
    return commitment.id if commitment is not None and commitment.status is CommitmentStatus.OPEN else None
