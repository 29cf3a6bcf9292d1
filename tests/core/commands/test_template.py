import pytest

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.rep import add_rep
from coachjournal.commands.template import (
    put_back_kind,
    put_back_kinds,
    set_usual_minutes,
    write_headings,
    write_purpose,
)
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.queries.conversation_page import conversation_page
from coachjournal.queries.settings_page import SetKind, kinds
from coachjournal.queries.template import template_headings
from coachjournal.rules.conversation import ConversationKind

PRACTICE = ConversationKind.PRACTICE


def practice(journal: Journal) -> SetKind:
    return next(each for each in journal.ask(kinds) if each.kind is PRACTICE)


def test_a_kind_is_described_each_part_in_one_step(journal: Journal) -> None:
    before = practice(journal)
    journal.do(write_purpose, kind=PRACTICE, purpose=" Try it here first. ")
    journal.do(write_headings, kind=PRACTICE, headings="What {rep} tries\n\n  What   came of it \n")
    journal.do(set_usual_minutes, kind=PRACTICE, minutes=20)
    after = practice(journal)
    assert (after.purpose, after.minutes) == ("Try it here first.", 20)
    assert after.headings == "What {rep} tries\nWhat came of it"
    headings = journal.ask(template_headings, kind=PRACTICE, first_name="Dana")
    assert headings == ("## What Dana tries", "## What came of it")
    for _ in range(3):
        journal.undo()
    assert practice(journal) == before


def test_a_conversation_takes_what_was_chosen_where_nobody_says_otherwise(journal: Journal) -> None:
    journal.do(set_usual_minutes, kind=PRACTICE, minutes=20)
    talk = journal.do(log_conversation, rep_id=journal.do(add_rep, name="Dana Reyes"), kind=PRACTICE)
    page = journal.ask(conversation_page, conversation_id=talk)
    assert page is not None
    assert page.head.minutes == 20


def test_a_kind_and_all_kinds_are_put_back(journal: Journal) -> None:
    before = journal.ask(kinds)
    for kind in ConversationKind:
        journal.do(write_purpose, kind=kind, purpose="Mine")
        journal.do(write_headings, kind=kind, headings="")
        journal.do(set_usual_minutes, kind=kind, minutes=1)
    journal.do(put_back_kind, kind=PRACTICE)
    assert practice(journal) in before
    assert [each.purpose for each in journal.ask(kinds)].count("Mine") == 6
    journal.do(put_back_kinds)
    assert journal.ask(kinds) == before
    journal.undo()
    assert [each.minutes for each in journal.ask(kinds)].count(1) == 6


def test_no_purpose_and_no_length_are_refused_beside_the_field(journal: Journal) -> None:
    with pytest.raises(Rejected) as refusal:
        journal.do(write_purpose, kind=PRACTICE, purpose=" ")
    assert refusal.value.field == "purpose"
    for minutes in (0, 24 * 60 + 1):
        with pytest.raises(Rejected) as refusal:
            journal.do(set_usual_minutes, kind=PRACTICE, minutes=minutes)
        assert refusal.value.field == "minutes"
