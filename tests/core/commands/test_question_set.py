import pytest

from coachjournal.commands.answer import answer_question
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.deal import add_deal
from coachjournal.commands.question_set import (
    add_question,
    add_question_set,
    move_question,
    move_question_set,
    put_back_question_set,
    put_back_question_sets,
    take_out_question,
    take_out_question_set,
    write_question,
    write_question_set,
)
from coachjournal.commands.rep import add_rep
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.queries.deal_answers import deal_answers
from coachjournal.queries.questions import questions
from coachjournal.queries.settings_page import SetOfQuestions, question_sets
from coachjournal.rules.answer import Certainty
from coachjournal.rules.conversation import ConversationKind

KIND = ConversationKind.DEAL_REVIEW


def sets(journal: Journal) -> tuple[SetOfQuestions, ...]:
    return journal.ask(question_sets)


def deal_set(journal: Journal) -> SetOfQuestions:
    return next(each for each in sets(journal) if each.used_for == KIND)


def texts(journal: Journal) -> list[str]:
    return [each.text for each in deal_set(journal).questions]


def asked(journal: Journal, kind: ConversationKind) -> list[str]:
    return [each.name for each in journal.ask(questions, kind=kind, first_name="Dana")]


@pytest.fixture
def answered(journal: Journal) -> int:
    """The first question of a deal, answered in a review; the review's deal is 1."""
    rep_id = journal.do(add_rep, name="Dana Reyes")
    deal_id = journal.do(add_deal, rep_id=rep_id, name="Kestrel, fleet", stage_id=1)
    review = journal.do(log_conversation, rep_id=rep_id, kind=KIND, deal_ids=[deal_id])
    question_id = deal_set(journal).questions[0].question_id
    journal.do(
        answer_question,
        conversation_id=review,
        deal_id=deal_id,
        question_id=question_id,
        certainty=Certainty.KNOWN,
        text="Ingrid",
    )
    return question_id


def answers(journal: Journal) -> list[str]:
    return [each.answer.text for each in journal.ask(deal_answers, deal_id=1) if each.answer is not None]


def test_a_question_is_added_worded_moved_and_taken_out_each_in_one_step(journal: Journal) -> None:
    shipped = texts(journal)
    added = journal.do(add_question, question_set_id=deal_set(journal).question_set_id, text="  Who loses? ")
    journal.do(write_question, question_id=added, text="Who loses face?", stale_days=14)
    journal.do(move_question, question_id=added, by=-1)
    assert texts(journal) == [*shipped[:-1], "Who loses face?", shipped[-1]]
    assert deal_set(journal).questions[-2].stale_days == 14
    journal.do(take_out_question, question_id=added)
    assert texts(journal) == shipped
    for _ in range(4):
        journal.undo()
    assert texts(journal) == shipped
    journal.redo()
    assert texts(journal) == [*shipped, "Who loses?"]


def test_a_question_moved_past_an_end_stays_there(journal: Journal) -> None:
    first = deal_set(journal).questions[0]
    journal.do(move_question, question_id=first.question_id, by=99)
    assert deal_set(journal).questions[-1] == first
    journal.do(move_question, question_id=first.question_id, by=-99)
    assert deal_set(journal).questions[0] == first


def test_an_answered_question_that_is_taken_out_keeps_its_answer(journal: Journal, answered: int) -> None:
    wording = texts(journal)[0]
    journal.do(take_out_question, question_id=answered)
    assert wording not in texts(journal)
    assert answers(journal) == []
    journal.do(put_back_question_set, question_set_id=deal_set(journal).question_set_id)
    assert texts(journal)[0] == wording
    assert answers(journal) == ["Ingrid"]


def test_putting_a_set_back_words_and_orders_it_as_it_shipped_and_keeps_what_was_added(
    journal: Journal, answered: int
) -> None:
    before = deal_set(journal)
    own = journal.do(add_question, question_set_id=before.question_set_id, text="Who loses face?")
    journal.do(write_question, question_id=answered, text="Other words", stale_days=None)
    journal.do(move_question, question_id=answered, by=3)
    journal.do(take_out_question, question_id=before.questions[2].question_id)
    journal.do(write_question_set, question_set_id=before.question_set_id, name="Mine", used_for="any")
    journal.do(put_back_question_set, question_set_id=before.question_set_id)
    after = deal_set(journal)
    assert (after.name, after.used_for) == (before.name, before.used_for)
    assert [each.text for each in after.questions] == [*(each.text for each in before.questions), "Who loses face?"]
    assert after.questions[-1].question_id == own
    assert answers(journal) == ["Ingrid"]
    journal.undo()
    assert journal.ask(question_sets)[2].name == "Mine"


@pytest.mark.usefixtures("answered")
def test_a_set_taken_out_is_asked_no_more_and_comes_back_with_its_answers(journal: Journal) -> None:
    before = sets(journal)
    journal.do(take_out_question_set, question_set_id=deal_set(journal).question_set_id)
    assert "Deal" not in asked(journal, KIND)
    assert "Deal" not in [each.name for each in sets(journal)]
    journal.do(put_back_question_sets)
    assert [(each.name, [one.text for one in each.questions]) for each in sets(journal)] == [
        (each.name, [one.text for one in each.questions]) for each in before
    ]
    assert answers(journal) == ["Ingrid"]


def test_putting_all_back_twice_changes_nothing_more(journal: Journal) -> None:
    before = sets(journal)
    journal.do(put_back_question_sets)
    journal.do(put_back_question_sets)
    assert sets(journal) == before


def test_an_own_set_is_asked_in_its_kind_alone_and_stands_behind_what_ships(journal: Journal) -> None:
    own = journal.do(add_question_set, name="Before practice", used_for="practice")
    journal.do(add_question, question_set_id=own, text="What do you want to try, {rep}?")
    journal.do(move_question_set, question_set_id=own, by=-99)
    assert sets(journal)[0].name == "Before practice"
    assert asked(journal, ConversationKind.PRACTICE)[0] == "Before practice"
    assert "Before practice" not in asked(journal, ConversationKind.ONE_ON_ONE)
    journal.do(put_back_question_sets)
    assert sets(journal)[-1].name == "Before practice"
    with pytest.raises(Rejected):
        journal.do(put_back_question_set, question_set_id=own)


def test_no_words_and_no_days_are_refused_beside_the_field(journal: Journal) -> None:
    question = deal_set(journal).questions[0]
    with pytest.raises(Rejected) as refusal:
        journal.do(add_question_set, name=" ")
    assert refusal.value.field == "name"
    with pytest.raises(Rejected) as refusal:
        journal.do(write_question, question_id=question.question_id, text=" ", stale_days=None)
    assert refusal.value.field == "text"
    with pytest.raises(Rejected) as refusal:
        journal.do(write_question, question_id=question.question_id, text="x", stale_days=0)
    assert refusal.value.field == "stale_days"
    assert deal_set(journal).questions[0] == question


def test_an_empty_set_stays_in_sight_until_it_is_taken_out(journal: Journal) -> None:
    own = journal.do(add_question_set, name="Mine")
    assert sets(journal)[-1].questions == ()
    journal.do(take_out_question_set, question_set_id=own)
    assert "Mine" not in [each.name for each in sets(journal)]


def test_no_two_sets_are_called_the_same(journal: Journal) -> None:
    taken = deal_set(journal)
    with pytest.raises(Rejected, match="There is a question set called Deal already") as refusal:
        journal.do(add_question_set, name="deal")
    assert refusal.value.field == "name"
    own = journal.do(add_question_set, name="Mine")
    with pytest.raises(Rejected, match="Deal already"):
        journal.do(write_question_set, question_set_id=own, name="Deal", used_for="any")
    journal.do(write_question_set, question_set_id=taken.question_set_id, name="DEAL", used_for="any")


@pytest.mark.usefixtures("answered")
def test_a_set_out_of_sight_keeps_its_name_for_the_answers(journal: Journal) -> None:
    journal.do(take_out_question_set, question_set_id=deal_set(journal).question_set_id)
    with pytest.raises(Rejected, match="Deal already, with nothing in it that is asked"):
        journal.do(add_question_set, name="Deal")


def test_sets_that_swapped_names_are_put_back_each_to_its_own(journal: Journal) -> None:
    before = sets(journal)
    first, second = before[:2]
    for one, name in ((first, "x"), (second, first.name), (first, second.name)):
        journal.do(write_question_set, question_set_id=one.question_set_id, name=name, used_for="any")
    journal.do(put_back_question_sets)
    assert sets(journal) == before


def test_a_set_of_ones_own_that_took_a_name_of_one_that_shipped_is_named(journal: Journal) -> None:
    shipped = deal_set(journal)
    journal.do(take_out_question_set, question_set_id=shipped.question_set_id)
    journal.do(add_question_set, name="Deal")
    with pytest.raises(Rejected, match="There is a question set called Deal already"):
        journal.do(put_back_question_sets)
