from collections.abc import Callable
from datetime import date, timedelta
from typing import Protocol, Unpack

import pytest

from coachjournal.commands.answer import (
    AnswerFields,
    answer_question,
    commit_to_find_out,
    dismiss_find_out,
    withdraw_answer,
)
from coachjournal.commands.commitment import keep_commitment, move_commitment
from coachjournal.commands.conversation import log_conversation, plan_conversation
from coachjournal.commands.deal import add_deal
from coachjournal.journal import Journal
from coachjournal.rules.answer import Certainty
from coachjournal.rules.conversation import ConversationKind

TODAY = date(2026, 11, 23)
KIND = ConversationKind.DEAL_REVIEW


@pytest.fixture
def deal(journal: Journal, dana: int) -> int:
    return journal.do(add_deal, rep_id=dana, name="Kestrel, fleet", stage_id=1)


@pytest.fixture
def question(journal: Journal) -> int:
    sql = "SELECT id FROM question WHERE text LIKE 'Who can say yes%'"
    return int(journal.ask(lambda tx: tx.connection.exec_driver_sql(sql).scalar_one()))


@pytest.fixture
def before(journal: Journal, dana: int, deal: int) -> int:
    return journal.do(log_conversation, rep_id=dana, kind=KIND, deal_ids=[deal], held_on=TODAY - timedelta(days=12))


@pytest.fixture
def review(journal: Journal, dana: int, deal: int) -> int:
    return journal.do(log_conversation, rep_id=dana, kind=KIND, deal_ids=[deal])


class Say(Protocol):
    """Answers the question about the deal in a conversation."""

    def __call__(self, conversation_id: int, **fields: Unpack[AnswerFields]) -> int: ...


@pytest.fixture
def say(journal: Journal, deal: int, question: int) -> Say:
    def answer(conversation_id: int, **fields: Unpack[AnswerFields]) -> int:
        return journal.do(
            answer_question, conversation_id=conversation_id, deal_id=deal, question_id=question, **fields
        )

    return answer


@pytest.fixture
def find_out(journal: Journal, deal: int, question: int) -> Callable[[int], int]:
    return lambda talk: journal.do(commit_to_find_out, conversation_id=talk, deal_id=deal, question_id=question)


def stored(journal: Journal, columns: str, table: str = "answer") -> list[tuple[object, ...]]:
    rows = journal.ask(lambda tx: tx.connection.exec_driver_sql(f"SELECT {columns} FROM {table} ORDER BY id").all())
    return [tuple(row) for row in rows]


def test_a_second_answer_in_the_same_review_changes_the_first(journal: Journal, review: int, say: Say) -> None:
    assert say(review, certainty=Certainty.GUESS) == say(review, certainty=Certainty.KNOWN, text="Ingrid")
    assert stored(journal, "certainty, text, answered_on") == [("known", "Ingrid", "2026-11-23")]
    journal.undo()
    assert stored(journal, "certainty, text") == [("guess", "")]


def test_what_is_not_said_again_stays_as_it_was_last_time(journal: Journal, before: int, review: int, say: Say) -> None:
    say(before, certainty=Certainty.GUESS, text="Ingrid, perhaps")
    say(review, certainty=Certainty.KNOWN)
    assert stored(journal, "certainty, text, answered_on") == [
        ("guess", "Ingrid, perhaps", "2026-11-11"),
        ("known", "Ingrid, perhaps", "2026-11-23"),
    ]


def test_words_nobody_vouched_for_are_a_guess(journal: Journal, review: int, say: Say) -> None:
    say(review, text="Ingrid")
    assert stored(journal, "certainty, text") == [("guess", "Ingrid")]


def test_an_answer_taken_back_leaves_that_of_last_time(
    journal: Journal, review: int, deal: int, question: int, say: Say
) -> None:
    say(review, certainty=Certainty.UNKNOWN)
    journal.do(withdraw_answer, conversation_id=review, deal_id=deal, question_id=question)
    assert stored(journal, "id") == []
    assert (journal.undoable() or "").startswith("Not answered here: Who can say yes")


def test_an_answer_says_that_a_review_planned_for_today_takes_place(journal: Journal, dana: int, say: Say) -> None:
    for days in (0, 7):
        say(journal.do(plan_conversation, rep_id=dana, kind=KIND, held_on=TODAY + timedelta(days=days)), text="Ingrid")
    assert stored(journal, "status", "conversation") == [("held",), ("planned",)]
    assert stored(journal, "answered_on") == [("2026-11-23",), ("2026-11-23",)]


def test_an_unknown_becomes_the_reps_commitment_once(
    journal: Journal, review: int, deal: int, find_out: Callable[[int], int]
) -> None:
    made = find_out(review)
    assert find_out(review) == made
    assert stored(journal, "owner, text, due_on, deal_id, conversation_id", "commitment") == [
        (
            "rep",
            "Find out: who can say yes when all others say no, and when did you last speak?",
            "2026-11-30",
            deal,
            review,
        )
    ]
    assert stored(journal, "certainty, commitment_id") == [("unknown", made)]


def test_what_is_still_being_found_out_is_no_second_commitment_in_the_next_review(
    journal: Journal, before: int, review: int, find_out: Callable[[int], int]
) -> None:
    first = find_out(before)
    later = journal.do(move_commitment, commitment_id=first, due_on=TODAY + timedelta(days=14))
    assert find_out(review) == later
    journal.do(keep_commitment, commitment_id=later)
    assert find_out(review) not in {first, later}


def test_a_dismissed_proposal_comes_back_when_the_answer_changes(
    journal: Journal, review: int, deal: int, question: int, say: Say
) -> None:
    say(review, certainty=Certainty.UNKNOWN)
    journal.do(dismiss_find_out, conversation_id=review, deal_id=deal, question_id=question)
    say(review, certainty=Certainty.UNKNOWN)
    assert stored(journal, "dismissed") == [(1,)]
    say(review, certainty=Certainty.GUESS)
    assert stored(journal, "dismissed") == [(0,)]
