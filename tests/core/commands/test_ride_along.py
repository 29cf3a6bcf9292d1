"""A day in the field, from the evening before to the evening after."""

from datetime import timedelta

import pytest

from coachjournal.commands.conversation import edit_conversation, log_conversation
from coachjournal.commands.deal import add_deal
from coachjournal.commands.draft import keep_draft
from coachjournal.commands.field_call import (
    Customer,
    add_field_call,
    call_slot,
    delete_field_call,
    edit_field_call,
    finish_call,
    move_field_call,
)
from coachjournal.commands.observation import delete_observation, edit_observation
from coachjournal.commands.rep import add_rep
from coachjournal.commands.ride_along import plan_ride_along
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.queries.conversation_page import ConversationPage, conversation_page
from coachjournal.queries.drafts import kept_draft
from coachjournal.rules.conversation import CallRole, ConversationKind, ConversationStatus
from coachjournal.rules.observation import Seen

SEEN = Seen("Minute 14, he names a figure.", "Asked for the next one.", "We left without the cost.")


@pytest.fixture
def deal(journal: Journal) -> int:
    rep_id = journal.do(add_rep, name="Dana Reyes")
    return journal.do(add_deal, rep_id=rep_id, name="Renewal", stage_id=1, account="Halvorsen AS")


@pytest.fixture
def ride(journal: Journal, deal: int) -> int:
    """A ride-along of two calls, planned for today."""
    customers = (Customer(deal_id=deal), Customer())
    return journal.do(plan_ride_along, rep_id=1, held_on=journal.clock.today(), customers=customers, focus_skill_id=2)


def page_of(journal: Journal, ride: int) -> ConversationPage:
    page = journal.ask(conversation_page, conversation_id=ride)
    assert page is not None
    return page


def test_a_plan_is_a_planned_conversation_with_a_call_for_each_customer(journal: Journal, ride: int, deal: int) -> None:
    page = page_of(journal, ride)
    assert (page.head.status, page.head.focus_skill) == (ConversationStatus.PLANNED, "Discovery")
    assert [call.account for call in page.calls] == ["Halvorsen AS", ""]
    assert [named.deal_id for named in page.deals] == [deal]
    assert journal.undoable() == "Planned a ride-along with Dana Reyes, 2 calls."


def test_a_plan_is_one_step_of_undo(journal: Journal, ride: int) -> None:
    journal.undo()
    assert journal.ask(conversation_page, conversation_id=ride) is None


def test_nothing_is_planned_for_yesterday(journal: Journal, deal: int) -> None:
    assert deal
    with pytest.raises(Rejected, match="a later day"):
        journal.do(plan_ride_along, rep_id=1, held_on=journal.clock.today() - timedelta(days=1))


def test_preparing_a_call_does_not_say_that_it_took_place(journal: Journal, ride: int) -> None:
    journal.do(edit_field_call, field_call_id=1, objective="A date for finance", role=CallRole.JOINT)
    assert page_of(journal, ride).head.status is ConversationStatus.PLANNED


def test_what_is_told_of_a_call_says_that_the_day_took_place(journal: Journal, ride: int) -> None:
    journal.do(edit_field_call, field_call_id=1, level=3)
    assert page_of(journal, ride).head.status is ConversationStatus.HELD


def test_what_is_told_before_the_day_leaves_it_planned(journal: Journal, deal: int) -> None:
    tomorrow = journal.clock.today() + timedelta(days=1)
    ride = journal.do(plan_ride_along, rep_id=1, held_on=tomorrow, customers=[Customer(deal_id=deal)])
    journal.do(edit_field_call, field_call_id=1, outcome="They moved it.")
    assert page_of(journal, ride).head.status is ConversationStatus.PLANNED


def test_the_words_about_a_call_are_one_step_and_end_its_draft(journal: Journal, ride: int) -> None:
    slot = call_slot(ride, 1)
    journal.do(keep_draft, slot=slot, fields={"outcome": "They se"})
    journal.do(finish_call, field_call_id=1, outcome="They send the figures.", seen=SEEN)
    (call, _) = page_of(journal, ride).calls
    assert (call.outcome, call.observed[0].behaviour) == ("They send the figures.", "Asked for the next one.")
    assert call.observed[0].skill == "Discovery"
    assert journal.ask(kept_draft, slot=slot) is None
    journal.undo()
    assert page_of(journal, ride).calls[0].outcome == ""
    assert page_of(journal, ride).calls[0].observed == ()


def test_half_an_observation_is_kept_and_none_goes_with_its_last_word(journal: Journal, ride: int) -> None:
    journal.do(finish_call, field_call_id=1, seen=Seen(situation="Minute 14"))
    assert page_of(journal, ride).calls[0].observed[0].situation == "Minute 14"
    journal.do(finish_call, field_call_id=1, seen=Seen(private=True))
    assert page_of(journal, ride).calls[0].observed == ()


def test_the_day_is_as_long_as_its_calls(journal: Journal, ride: int) -> None:
    journal.do(edit_field_call, field_call_id=1, minutes=45)
    journal.do(edit_field_call, field_call_id=2, minutes=60)
    assert page_of(journal, ride).head.minutes == 105
    journal.do(delete_field_call, field_call_id=2)
    assert page_of(journal, ride).head.minutes == 45


def test_a_length_that_was_told_stays(journal: Journal, ride: int) -> None:
    journal.do(edit_conversation, conversation_id=ride, minutes=300)
    journal.do(edit_field_call, field_call_id=1, minutes=45)
    assert page_of(journal, ride).head.minutes == 300


def test_calls_written_down_afterwards_change_no_hours(journal: Journal, deal: int) -> None:
    assert deal
    ride = journal.do(log_conversation, rep_id=1, kind=ConversationKind.RIDE_ALONG)
    journal.do(add_field_call, conversation_id=ride, minutes=45)
    assert page_of(journal, ride).head.minutes == 240


def test_a_call_lasts_no_longer_than_a_day(journal: Journal, ride: int) -> None:
    with pytest.raises(Rejected, match="a day"):
        journal.do(edit_field_call, field_call_id=1, minutes=1441)
    assert page_of(journal, ride).calls[0].minutes is None


def test_the_calls_of_a_day_change_places(journal: Journal, ride: int) -> None:
    journal.do(move_field_call, field_call_id=1, steps=1)
    assert [call.account for call in page_of(journal, ride).calls] == ["", "Halvorsen AS"]
    journal.do(move_field_call, field_call_id=1, steps=7)
    assert [call.account for call in page_of(journal, ride).calls] == ["", "Halvorsen AS"]


def test_a_deleted_call_takes_what_was_seen_in_it_and_undo_brings_both_back(journal: Journal, ride: int) -> None:
    journal.do(finish_call, field_call_id=1, seen=SEEN)
    journal.do(delete_field_call, field_call_id=1)
    assert len(page_of(journal, ride).calls) == 1
    journal.undo()
    assert page_of(journal, ride).calls[0].observed[0].impact == "We left without the cost."


def test_an_observation_is_reworded_kept_private_and_deleted(journal: Journal, ride: int) -> None:
    journal.do(finish_call, field_call_id=1, seen=SEEN)
    journal.do(edit_observation, observation_id=1, behaviour="Asked for a third.", private=True)
    (seen,) = page_of(journal, ride).calls[0].observed
    assert (seen.behaviour, seen.private) == ("Asked for a third.", True)
    with pytest.raises(Rejected, match="what the rep did"):
        journal.do(edit_observation, observation_id=1, behaviour=" ")
    journal.do(delete_observation, observation_id=1)
    assert page_of(journal, ride).calls[0].observed == ()
