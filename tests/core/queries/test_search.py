import json
from datetime import date
from pathlib import Path

import pytest

from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.conversation import edit_conversation, log_conversation
from coachjournal.commands.observation import write_observation
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.search import search

NAUGHTY = Path(__file__).resolve().parents[4] / "shared/data/torture/blns/blns.base64.json"


@pytest.fixture
def dana(journal: Journal) -> int:
    dana = journal.do(add_rep, name="Dana Reyes")
    journal.do(log_conversation, rep_id=dana, text="Opened Halvorsen with the agénda.", held_on=date(2026, 11, 12))
    journal.do(make_commitment, rep_id=dana, text="Map the buying committee at Halvorsen")
    return dana


@pytest.mark.parametrize("words", ["halvorsen", "HALV", "agenda opened", "halv committee"])
def test_beginnings_of_words_are_found_whatever_case_and_accent(journal: Journal, dana: int, words: str) -> None:
    assert dana
    assert journal.ask(search, words=words)


def test_a_hit_tells_what_it_is_and_where(journal: Journal, dana: int) -> None:
    assert dana
    (hit,) = journal.ask(search, words="agenda")
    assert (hit.kind, hit.rep, hit.on, hit.title) == (
        "conversation",
        "Dana Reyes",
        date(2026, 11, 12),
        "Opened Halvorsen with the agénda.",
    )


def test_what_was_rewritten_is_found_by_its_new_words_only(journal: Journal, dana: int) -> None:
    talk = journal.do(log_conversation, rep_id=dana, text="Kestrel asked for a discount")
    journal.do(edit_conversation, conversation_id=talk, text="Kestrel signed")
    assert journal.ask(search, words="discount") == ()
    assert [hit.id for hit in journal.ask(search, words="signed")] == [talk]
    journal.undo()
    assert [hit.id for hit in journal.ask(search, words="discount")] == [talk]


def test_a_private_note_is_found_and_keeps_its_words(journal: Journal, dana: int) -> None:
    journal.do(log_conversation, rep_id=dana, text="Thinks of leaving in spring", private=True)
    journal.do(write_observation, rep_id=dana, behaviour="Wept in the car in spring", private=True)
    hits = journal.ask(search, words="spring")
    assert {(hit.kind, hit.title, hit.snippet, hit.private) for hit in hits} == {
        ("conversation", "Dana Reyes", "", True),
        ("observation", "Dana Reyes", "", True),
    }


def test_the_number_of_hits_is_limited(journal: Journal, dana: int) -> None:
    assert dana
    assert len(journal.ask(search, words="halvorsen", limit=1)) == 1
    assert journal.ask(search, words="halvorsen", limit=0) == ()


@pytest.mark.parametrize("words", ["", " ", '"', "*", "AND", "NOT NEAR(", "title:", "^", "-x", "a" * 5000, "'; --"])
def test_nothing_that_is_typed_can_be_wrong(journal: Journal, dana: int, words: str) -> None:
    assert dana
    assert isinstance(journal.ask(search, words=words), tuple)


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the shared trial data is not on this machine")
def test_no_naughty_string_is_an_error(journal: Journal, dana: int) -> None:
    from base64 import b64decode

    assert dana
    for each in json.loads(NAUGHTY.read_text(encoding="utf-8")):
        assert isinstance(journal.ask(search, words=b64decode(each).decode("utf-8", "replace")), tuple)
