from datetime import date

import pytest

from coachjournal.commands.begun import begin_conversation, leave_begun, page_slot
from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.conversation import edit_conversation, plan_conversation
from coachjournal.commands.deal import add_deal
from coachjournal.commands.pipeline_review import talk_about_deal
from coachjournal.journal import Journal
from coachjournal.queries.conversation_page import ConversationPage, conversation_page
from coachjournal.queries.drafts import kept_draft
from coachjournal.rules.conversation import ConversationKind, ConversationStatus, Idea

TODAY = date(2026, 11, 23)


@pytest.fixture
def begun(journal: Journal, dana: int) -> int:
    return journal.do(begin_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG)


def page_of(journal: Journal, conversation_id: int) -> ConversationPage | None:
    return journal.ask(conversation_page, conversation_id=conversation_id)


def test_what_is_begun_is_in_the_journal_today_with_its_usual_length(journal: Journal, begun: int) -> None:
    page = page_of(journal, begun)
    assert page is not None
    assert (page.head.kind, page.head.held_on, page.head.minutes) == (ConversationKind.RIDE_ALONG, TODAY, 240)
    assert journal.undoable() == "Began a ride-along with Dana Reyes."


def test_a_crash_leaves_a_draft_that_tells_of_what_was_begun(journal: Journal, begun: int) -> None:
    draft = journal.ask(kept_draft, slot=page_slot(begun))
    assert draft is not None
    assert draft.fields["begun"]


def test_left_with_nothing_it_is_taken_away_and_undo_brings_it_back(journal: Journal, begun: int) -> None:
    assert journal.do(leave_begun, conversation_id=begun)
    assert page_of(journal, begun) is None
    assert journal.ask(kept_draft, slot=page_slot(begun)) is None
    journal.undo()
    assert page_of(journal, begun) is not None


def test_whatever_was_written_or_agreed_keeps_it(journal: Journal, dana: int) -> None:
    written, agreed, said = (
        journal.do(begin_conversation, rep_id=dana, kind=ConversationKind.PRACTICE) for _ in range(3)
    )
    journal.do(edit_conversation, conversation_id=written, reps_words="I rushed it.")
    journal.do(make_commitment, rep_id=dana, text="Ask twice", conversation_id=agreed)
    journal.do(edit_conversation, conversation_id=said, idea=Idea.REP)
    for kept in (written, agreed, said):
        assert not journal.do(leave_begun, conversation_id=kept)
        assert page_of(journal, kept) is not None


def test_a_deal_ticked_in_a_pipeline_review_keeps_it_even_after_a_crash(journal: Journal, dana: int) -> None:
    deal = journal.do(add_deal, rep_id=dana, name="Renewal", stage_id=1)
    review = journal.do(begin_conversation, rep_id=dana, kind=ConversationKind.PIPELINE_REVIEW)
    journal.do(talk_about_deal, conversation_id=review, deal_id=deal)
    assert not journal.do(leave_begun, conversation_id=review)
    only_begun = journal.do(begin_conversation, rep_id=dana, kind=ConversationKind.DEAL_REVIEW, deal_ids=[deal])
    assert journal.do(leave_begun, conversation_id=only_begun)


def test_something_done_beside_it_keeps_it_too(journal: Journal, begun: int) -> None:
    assert not journal.do(leave_begun, conversation_id=begun, happened=True)
    assert page_of(journal, begun) is not None


def test_one_planned_for_today_is_taken_up_and_stays_planned_if_nothing_came_of_it(journal: Journal, dana: int) -> None:
    kind = ConversationKind.ONE_ON_ONE
    planned = journal.do(plan_conversation, rep_id=dana, held_on=TODAY, kind=kind)
    assert journal.do(begin_conversation, rep_id=dana, kind=kind) == planned
    assert not journal.do(leave_begun, conversation_id=planned)
    assert status(journal, planned) is ConversationStatus.PLANNED
    assert journal.do(begin_conversation, rep_id=dana, kind=kind) == planned
    journal.do(leave_begun, conversation_id=planned, happened=True)
    assert status(journal, planned) is ConversationStatus.HELD


def test_what_was_written_to_prepare_a_planned_one_does_not_say_that_it_took_place(journal: Journal, dana: int) -> None:
    kind = ConversationKind.ONE_ON_ONE
    planned = journal.do(plan_conversation, rep_id=dana, held_on=TODAY, kind=kind)
    journal.do(make_commitment, rep_id=dana, text="Bring the numbers", conversation_id=planned)
    journal.do(begin_conversation, rep_id=dana, kind=kind)
    journal.do(leave_begun, conversation_id=planned)
    assert status(journal, planned) is ConversationStatus.PLANNED


def status(journal: Journal, conversation_id: int) -> ConversationStatus:
    page = page_of(journal, conversation_id)
    assert page is not None
    return page.head.status


def test_one_that_is_gone_by_then_is_no_trouble(journal: Journal, begun: int) -> None:
    journal.undo()
    assert not journal.do(leave_begun, conversation_id=begun)
    assert journal.ask(kept_draft, slot=page_slot(begun)) is None
