from datetime import timedelta

import pytest

from coachjournal.clock import FixedClock
from coachjournal.commands.conversation import delete_conversation, edit_conversation, log_conversation
from coachjournal.commands.draft import finish_text
from coachjournal.commands.rep import add_rep
from coachjournal.commands.revision import bring_back
from coachjournal.journal import Journal, open_journal
from coachjournal.queries.conversation_page import conversation_page
from coachjournal.queries.revisions import earlier_versions
from tests.conftest import MONDAY


@pytest.fixture
def talk(journal: Journal) -> int:
    dana = journal.do(add_rep, name="Dana Reyes")
    return journal.do(log_conversation, rep_id=dana, text="One.")


def texts(journal: Journal, talk: int) -> list[str]:
    return [version.text for version in journal.ask(earlier_versions, conversation_id=talk)]


def text(journal: Journal, talk: int) -> str:
    page = journal.ask(conversation_page, conversation_id=talk)
    assert page is not None
    return page.head.text


def write(journal: Journal, talk: int, *words: str) -> None:
    for each in words:
        journal.do(finish_text, slot=f"conversation:{talk}", conversation_id=talk, text=each)


def test_each_finished_writing_remembers_what_stood_there_before(journal: Journal, talk: int) -> None:
    write(journal, talk, "Two.", "Three.")
    assert texts(journal, talk) == ["Two.", "One."]


def test_changing_anything_but_the_text_remembers_nothing(journal: Journal, talk: int) -> None:
    journal.do(edit_conversation, conversation_id=talk, private=True)
    write(journal, talk, "One.")
    assert texts(journal, talk) == []


def test_an_empty_note_is_no_version(journal: Journal, talk: int) -> None:
    write(journal, talk, "", "Two.")
    assert texts(journal, talk) == ["One."]


def test_the_words_of_a_version_are_counted_as_those_of_the_note(journal: Journal, talk: int) -> None:
    write(journal, talk, "## What happened\n- [ ] She asked twice.", "Two.")
    assert journal.ask(earlier_versions, conversation_id=talk)[0].words == 3


def test_a_text_that_comes_again_is_told_once(journal: Journal, talk: int) -> None:
    write(journal, talk, "Two.", "One.", "Two.", "Three.")
    assert texts(journal, talk) == ["Two.", "One."]


def test_a_version_knows_when_it_was_written(journal: Journal, talk: int) -> None:
    later = open_journal(journal.path, clock=FixedClock(MONDAY + timedelta(hours=2)))
    write(later, talk, "Two.")
    later.close()
    assert journal.ask(earlier_versions, conversation_id=talk)[0].written_at == MONDAY


def test_what_is_brought_back_is_one_step_and_the_text_it_replaced_is_remembered(journal: Journal, talk: int) -> None:
    write(journal, talk, "Two.")
    (one,) = journal.ask(earlier_versions, conversation_id=talk)
    assert one.revision_id is not None
    journal.do(bring_back, revision_id=one.revision_id)
    assert (text(journal, talk), texts(journal, talk)) == ("One.", ["Two."])
    assert journal.undoable() == "Brought back an earlier version of a word in passing with Dana Reyes."
    journal.undo()
    assert (text(journal, talk), texts(journal, talk)) == ("Two.", ["One."])


def test_versions_go_with_their_conversation_and_come_back_with_it(journal: Journal, talk: int) -> None:
    write(journal, talk, "Two.")
    journal.do(delete_conversation, conversation_id=talk)
    assert journal.ask(lambda tx: tx.connection.exec_driver_sql("SELECT count(*) FROM revision").scalar_one()) == 0
    journal.undo()
    assert texts(journal, talk) == ["One."]
