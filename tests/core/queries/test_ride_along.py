"""What the page and the plan of a day in the field show."""

from datetime import date, timedelta

import pytest

from coachjournal.commands.check_in import check_in
from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.conversation import edit_conversation, log_conversation
from coachjournal.commands.deal import add_deal
from coachjournal.commands.field_call import Customer, edit_field_call, finish_call
from coachjournal.commands.rep import add_rep
from coachjournal.commands.ride_along import plan_ride_along
from coachjournal.journal import Journal
from coachjournal.queries.ride_along import RideAlongDay, ride_along_at_hand, ride_along_day
from coachjournal.queries.ride_along_plan import ride_along_form
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.observation import Seen
from tests.goals import DISCOVERY, set_discovery_goal

TODAY = date(2026, 11, 23)


@pytest.fixture
def dana(journal: Journal) -> int:
    rep_id = journal.do(add_rep, name="Dana Reyes")
    journal.do(add_deal, rep_id=rep_id, name="Renewal", stage_id=1, account="Halvorsen AS")
    journal.do(add_deal, rep_id=rep_id, name="Kestrel Foods", stage_id=1, account="Kestrel Foods")
    return rep_id


@pytest.fixture
def goal(journal: Journal, dana: int) -> int:
    due = TODAY + timedelta(days=60)
    return set_discovery_goal(journal, dana, due_on=due)


@pytest.fixture
def ride(journal: Journal, dana: int) -> int:
    customers = [Customer(deal_id=1), Customer(account_id=2), Customer()]
    return journal.do(plan_ride_along, rep_id=dana, held_on=TODAY, customers=customers, focus_skill_id=DISCOVERY)


def day_of(journal: Journal, ride: int) -> RideAlongDay:
    day = journal.ask(ride_along_day, conversation_id=ride)
    assert day is not None
    return day


def test_the_day_holds_its_calls_and_what_they_add_up_to(journal: Journal, ride: int) -> None:
    journal.do(edit_field_call, field_call_id=1, level=3, minutes=45, took_over=True)
    journal.do(finish_call, field_call_id=2, seen=Seen(behaviour="Asked twice."))
    day = day_of(journal, ride)
    assert [(call.account, call.deal) for call in day.calls] == [
        ("Halvorsen AS", "Renewal"),
        ("Kestrel Foods", ""),
        ("", ""),
    ]
    assert [call.is_told for call in day.calls] == [True, True, False]
    assert (day.figures.minutes, day.figures.levels, day.figures.took_over) == (45, (3,), (1, 2))
    assert day.calls[1].seen == Seen(behaviour="Asked twice.")


def test_the_day_knows_what_the_levels_of_its_skill_look_like(journal: Journal, ride: int) -> None:
    skill = day_of(journal, ride).skill
    assert skill is not None
    assert skill.name == "Discovery"
    assert skill.levels[0].startswith("Asks what the customer needs")
    assert len(skill.levels) == 5


def test_the_goal_is_the_one_of_the_focus_skill_with_what_was_noted_from_this_day(
    journal: Journal, ride: int, goal: int
) -> None:
    found = day_of(journal, ride).goal
    assert found is not None
    assert (found.goal_id, found.checked) == (goal, None)
    journal.do(check_in, goal_id=goal, value=3.3, conversation_id=ride)
    checked = day_of(journal, ride).goal
    assert checked is not None
    assert checked.checked == 3.3


def test_other_conversations_are_no_day_in_the_field(journal: Journal, dana: int) -> None:
    talk = journal.do(log_conversation, rep_id=dana)
    assert journal.ask(ride_along_day, conversation_id=talk) is None


def test_the_ride_along_at_hand_is_that_of_today_else_the_next(journal: Journal, dana: int) -> None:
    assert journal.ask(ride_along_at_hand) is None
    journal.do(log_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG, held_on=TODAY - timedelta(days=1))
    assert journal.ask(ride_along_at_hand) is None
    later = journal.do(plan_ride_along, rep_id=dana, held_on=TODAY + timedelta(days=9))
    assert journal.ask(ride_along_at_hand) == later
    tomorrow = journal.do(plan_ride_along, rep_id=dana, held_on=TODAY + timedelta(days=1))
    assert journal.ask(ride_along_at_hand) == tomorrow
    ride = journal.do(plan_ride_along, rep_id=dana, held_on=TODAY)
    assert journal.ask(ride_along_at_hand) == ride


def test_a_plan_offers_open_deals_and_accounts_and_the_skill_of_the_goal(
    journal: Journal, dana: int, goal: int
) -> None:
    assert goal
    form = journal.ask(ride_along_form, rep_id=dana)
    names = [choice.name for choice in form.customers]
    assert names == ["Halvorsen AS, Renewal", "Kestrel Foods", "Halvorsen AS"]
    assert (form.rep, form.skill_id, form.last) == ("Dana Reyes", DISCOVERY, None)


def test_a_plan_offers_customers_of_others_behind_those_of_the_rep(journal: Journal, dana: int) -> None:
    amir = journal.do(add_rep, name="Amir Khan")
    journal.do(add_deal, rep_id=amir, name="Pilot", stage_id=1, account="Aldabra")
    names = [choice.name for choice in journal.ask(ride_along_form, rep_id=dana).customers]
    assert names == ["Halvorsen AS, Renewal", "Kestrel Foods", "Halvorsen AS", "Aldabra"]


def test_a_plan_shows_what_the_last_day_came_to(journal: Journal, dana: int) -> None:
    before = TODAY - timedelta(days=14)
    text = "## What I saw\nThe agenda.\n\n## What Dana will try\nMap the\ncommittee."
    last = journal.do(log_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG, held_on=before, text=text)
    journal.do(edit_conversation, conversation_id=last, focus_skill_id=DISCOVERY)
    journal.do(make_commitment, rep_id=dana, text="Call the finance lead", conversation_id=last)
    shown = journal.ask(ride_along_form, rep_id=dana).last
    assert shown is not None
    assert (shown.on, shown.focus, shown.tries) == (before, "Discovery", "Map the committee.")
    assert shown.commitments == ("Call the finance lead",)


@pytest.mark.parametrize(("private", "tries"), [(False, "Map the committee."), (True, "")])
def test_a_plan_quotes_nothing_private_of_the_last_day(
    journal: Journal, dana: int, *, private: bool, tries: str
) -> None:
    text = "## What Dana will try\nMap the committee.%% She is afraid of it.%%"
    journal.do(log_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG, text=text, private=private)
    shown = journal.ask(ride_along_form, rep_id=dana).last
    assert shown is not None
    assert shown.tries == tries
