from datetime import date, timedelta

import pytest

from coachjournal.commands.answer import answer_question, commit_to_find_out, dismiss_find_out
from coachjournal.commands.conversation import edit_conversation, log_conversation, plan_conversation
from coachjournal.commands.deal import add_deal, edit_deal
from coachjournal.journal import Journal
from coachjournal.queries.deal_answers import DealQuestion, GivenAnswer, deal_answers
from coachjournal.queries.deal_review import DealReview, deal_review
from coachjournal.rules.answer import Certainty
from coachjournal.rules.conversation import ConversationKind

TODAY = date(2026, 11, 23)
KIND = ConversationKind.DEAL_REVIEW


@pytest.fixture
def deal(journal: Journal, dana: int) -> int:
    return journal.do(add_deal, rep_id=dana, name="Kestrel, fleet", stage_id=1, next_step="Wait")


def held(journal: Journal, deal: int, *, days_ago: int = 0) -> int:
    rep = journal.ask(lambda tx: tx.connection.exec_driver_sql("SELECT id FROM rep").scalar_one())
    day = TODAY - timedelta(days=days_ago)
    return journal.do(log_conversation, rep_id=rep, kind=KIND, deal_ids=[deal], held_on=day)


def asked(journal: Journal, deal: int, conversation: int | None = None) -> tuple[DealQuestion, ...]:
    return journal.ask(deal_answers, deal_id=deal, conversation_id=conversation)


def first_answer(journal: Journal, deal: int, conversation: int | None = None) -> GivenAnswer:
    answer = asked(journal, deal, conversation)[0].answer
    assert answer is not None
    return answer


def say(journal: Journal, deal: int, conversation: int, certainty: Certainty, text: str = "") -> int:
    """Answers the first question."""
    question_id = asked(journal, deal)[0].question_id
    journal.do(
        answer_question,
        conversation_id=conversation,
        deal_id=deal,
        question_id=question_id,
        certainty=certainty,
        text=text,
    )
    return question_id


def review_of(journal: Journal, conversation: int) -> DealReview:
    return journal.ask(deal_review, conversation_id=conversation)


def test_a_deal_never_reviewed_has_nine_questions_and_no_answer(journal: Journal, deal: int) -> None:
    questions = asked(journal, deal)
    assert len(questions) == 9
    assert all(question.answer is None for question in questions)


@pytest.mark.parametrize(("days", "stale"), [(12, False), (30, False), (31, True)])
def test_the_last_answer_is_told_with_its_age(journal: Journal, deal: int, days: int, stale: bool) -> None:
    say(journal, deal, held(journal, deal, days_ago=90), Certainty.UNKNOWN)
    talk = held(journal, deal, days_ago=days)
    say(journal, deal, talk, Certainty.KNOWN, "Ingrid")
    answer = first_answer(journal, deal)
    assert (answer.certainty, answer.text, answer.answered_on) == (
        Certainty.KNOWN,
        "Ingrid",
        TODAY - timedelta(days=days),
    )
    assert (answer.stale, answer.conversation_id, answer.kind, answer.here) == (stale, talk, KIND, False)


def test_a_review_of_the_past_shows_what_was_known_then(journal: Journal, deal: int) -> None:
    then = held(journal, deal, days_ago=60)
    say(journal, deal, held(journal, deal, days_ago=70), Certainty.GUESS)
    say(journal, deal, held(journal, deal), Certainty.KNOWN)
    answer = review_of(journal, then).questions[0].answer
    assert answer is not None
    assert (answer.certainty, answer.stale) == (Certainty.GUESS, False)


def test_a_review_that_was_a_day_earlier_after_all_keeps_its_answers(journal: Journal, deal: int) -> None:
    talk = held(journal, deal)
    say(journal, deal, talk, Certainty.KNOWN)
    journal.do(edit_conversation, conversation_id=talk, held_on=TODAY - timedelta(days=1))
    answer = review_of(journal, talk).questions[0].answer
    assert answer is not None
    assert answer.here


def test_a_review_that_is_planned_shows_what_is_known_now(journal: Journal, dana: int, deal: int) -> None:
    ahead = journal.do(plan_conversation, rep_id=dana, kind=KIND, held_on=TODAY + timedelta(days=7), deal_ids=[deal])
    say(journal, deal, held(journal, deal), Certainty.KNOWN)
    answer = review_of(journal, ahead).questions[0].answer
    assert answer is not None
    assert (answer.certainty, answer.here) == (Certainty.KNOWN, False)


def test_only_an_unknown_of_this_conversation_proposes_and_only_once(journal: Journal, deal: int) -> None:
    before, now = held(journal, deal, days_ago=7), held(journal, deal)
    say(journal, deal, before, Certainty.UNKNOWN)
    assert not first_answer(journal, deal, now).proposes
    question = say(journal, deal, now, Certainty.UNKNOWN)
    assert first_answer(journal, deal, now).proposes
    journal.do(commit_to_find_out, conversation_id=now, deal_id=deal, question_id=question)
    assert not first_answer(journal, deal, now).proposes
    journal.undo()
    journal.do(dismiss_find_out, conversation_id=now, deal_id=deal, question_id=question)
    assert not first_answer(journal, deal, now).proposes


def test_a_question_taken_out_is_asked_no_more_and_stays_where_it_was_answered(journal: Journal, deal: int) -> None:
    talk = held(journal, deal, days_ago=7)
    question = say(journal, deal, talk, Certainty.KNOWN)
    journal.do(
        lambda tx: tx.connection.exec_driver_sql(f"UPDATE question SET archived_on = '{TODAY}' WHERE id = {question}")
    )
    assert len(asked(journal, deal)) == len(asked(journal, deal, held(journal, deal))) == 8
    assert len(asked(journal, deal, talk)) == 9


def test_a_review_without_a_deal_is_about_none(journal: Journal, dana: int) -> None:
    talk = journal.do(log_conversation, rep_id=dana, kind=KIND)
    assert review_of(journal, talk) == DealReview((), None, ())


def test_the_deal_asked_for_is_in_sight_while_the_review_is_about_it(journal: Journal, dana: int, deal: int) -> None:
    other = journal.do(add_deal, rep_id=dana, name="Harbour Mills", stage_id=1)
    talk = journal.do(log_conversation, rep_id=dana, kind=KIND, deal_ids=[deal, other])
    for wanted, shown in ((None, deal), (other, other), (99, deal)):
        review = journal.ask(deal_review, conversation_id=talk, deal_id=wanted)
        assert review.deal is not None
        assert review.deal.deal_id == shown


def test_the_next_step_says_what_it_was_before_this_review(journal: Journal, deal: int) -> None:
    talk = held(journal, deal)
    for step in ("Send the paper", "Send the paper to Ingrid"):
        journal.do(edit_deal, deal_id=deal, conversation_id=talk, next_step=step)
    shown = review_of(journal, talk).deal
    assert shown is not None
    assert (shown.next_step, shown.step_before) == ("Send the paper to Ingrid", "Wait")
