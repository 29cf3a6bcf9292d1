from datetime import date

import pytest

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.draft import Promise, drop_draft, finish_log, finish_text, keep_draft
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.queries.conversation_page import conversation_page
from coachjournal.queries.drafts import kept_draft
from coachjournal.queries.rep_page import rep_commitments, rep_conversations
from coachjournal.rules.conversation import Side

FRIDAY = date(2026, 11, 27)


def kept_text(journal: Journal, slot: str) -> str | None:
    draft = journal.ask(kept_draft, slot=slot)
    return None if draft is None else draft.fields["text"]


def test_each_editor_keeps_one_draft(journal: Journal) -> None:
    for slot, text in (("quick_log", "Asked"), ("quick_log", "Asked for\nthe cost…"), ("conversation:7", "Other")):
        journal.do(keep_draft, slot=slot, fields={"text": text})
    assert kept_text(journal, "quick_log") == "Asked for\nthe cost…"
    assert kept_text(journal, "conversation:7") == "Other"
    journal.do(drop_draft, slot="quick_log")
    assert kept_text(journal, "quick_log") is None


def test_undo_passes_drafts_over(journal: Journal, dana: int) -> None:
    assert dana
    journal.do(keep_draft, slot="quick_log", fields={"text": "Asked"})
    assert journal.undoable() == "Added Dana Reyes."


def test_a_log_its_commitments_and_the_end_of_its_draft_are_one_step(journal: Journal, dana: int) -> None:
    journal.do(keep_draft, slot="quick_log", fields={"text": "Asked"})
    promises = (Promise("Map the committee", due_on=FRIDAY), Promise("Send the deck", Side.MANAGER))
    conversation_id = journal.do(finish_log, slot="quick_log", rep_id=dana, text="Asked.", promises=promises)
    page = journal.ask(conversation_page, conversation_id=conversation_id)
    assert page is not None
    assert [(row.text, row.owner, row.due_on) for row in page.commitments] == [
        ("Map the committee", Side.REP, FRIDAY),
        ("Send the deck", Side.MANAGER, None),
    ]
    assert kept_text(journal, "quick_log") is None
    assert journal.undoable() == "Logged a word in passing with Dana Reyes, 2 commitments."
    journal.undo()
    assert (journal.ask(rep_conversations, rep_id=dana), journal.ask(rep_commitments, rep_id=dana)) == ((), ())


def test_a_log_that_is_refused_leaves_its_draft(journal: Journal, dana: int) -> None:
    journal.do(keep_draft, slot="quick_log", fields={"text": "Asked"})
    with pytest.raises(Rejected):
        journal.do(finish_log, slot="quick_log", rep_id=dana, promises=[Promise(" ")])
    assert kept_text(journal, "quick_log") == "Asked"
    assert journal.ask(rep_conversations, rep_id=dana) == ()


def test_a_finished_text_replaces_the_old_one_in_one_step(journal: Journal, dana: int) -> None:
    talk = journal.do(log_conversation, rep_id=dana, text="Asked.")
    journal.do(keep_draft, slot=f"conversation:{talk}", fields={"text": "Asked twice."})
    journal.do(finish_text, slot=f"conversation:{talk}", conversation_id=talk, text="Asked twice.")
    assert kept_text(journal, f"conversation:{talk}") is None
    journal.undo()
    page = journal.ask(conversation_page, conversation_id=talk)
    assert page is not None
    assert page.head.text == "Asked."
