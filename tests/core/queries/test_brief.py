"""What a one-on-one is prepared with."""

from datetime import UTC, date, datetime, timedelta

import pytest

from coachjournal.clock import FixedClock
from coachjournal.commands.agenda_item import raise_next_time
from coachjournal.commands.check_in import check_in
from coachjournal.commands.commitment import keep_commitment, make_commitment, miss_commitment, move_commitment
from coachjournal.commands.conversation import log_conversation, plan_conversation
from coachjournal.commands.deal import add_deal, edit_deal
from coachjournal.commands.field_call import add_field_call
from coachjournal.commands.goal import achieve_goal
from coachjournal.commands.rep import add_rep
from coachjournal.commands.sighting import note_sightings
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.queries.brief import NOBODY_TODAY, Brief, brief, briefs_to_print, reps_today
from coachjournal.queries.findings import findings
from coachjournal.queries.signals import open_signals
from coachjournal.queries.today import today_page
from coachjournal.rules.brief import Why
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.money import Money
from coachjournal.rules.signals.finding import Rule
from coachjournal.rules.tally import OutOf
from tests.conftest import MONDAY
from tests.goals import set_discovery_goal

TODAY = date(2026, 11, 23)
A_WEEK = timedelta(days=7)
PROPOSE, WON = 4, 6


def of(journal: Journal, rep_id: int) -> Brief:
    told = journal.ask(brief, rep_id=rep_id)
    assert told is not None
    return told


def planned(journal: Journal, rep_id: int, hour: int, on: date = TODAY) -> int:
    starts_at = datetime(on.year, on.month, on.day, hour, tzinfo=UTC)
    return journal.do(
        plan_conversation, rep_id=rep_id, kind=ConversationKind.ONE_ON_ONE, held_on=on, starts_at=starts_at
    )


def test_of_a_newcomer_there_is_what_to_ask(journal: Journal, dana: int) -> None:
    told = of(journal, dana)
    assert told.is_first
    assert "What is on your mind?" in told.questions
    assert (told.commitments, told.goals, told.deals, told.notes, told.bright_spot) == ((), (), (), (), None)


def test_of_a_rep_who_is_gone_there_is_none(journal: Journal) -> None:
    assert journal.ask(brief, rep_id=7) is None


def test_the_reps_own_items_stand_first(journal: Journal, dana: int) -> None:
    journal.do(raise_next_time, rep_id=dana, text="Mine")
    journal.do(raise_next_time, rep_id=dana, text="Hers", side=Side.REP)
    assert [item.text for item in of(journal, dana).to_raise] == ["Hers", "Mine"]


def test_commitments_are_the_reps_then_mine_with_how_many_were_kept(journal: Journal, dana: int) -> None:
    journal.do(make_commitment, rep_id=dana, text="Mine", owner=Side.MANAGER, due_on=TODAY)
    journal.do(make_commitment, rep_id=dana, text="Hers, later", due_on=TODAY + A_WEEK)
    journal.do(make_commitment, rep_id=dana, text="Hers", due_on=TODAY)
    journal.do(keep_commitment, commitment_id=journal.do(make_commitment, rep_id=dana, text="Done"))
    journal.do(miss_commitment, commitment_id=journal.do(make_commitment, rep_id=dana, text="Not done"))
    told = of(journal, dana)
    assert [each.text for each in told.commitments] == ["Hers", "Hers, later", "Mine"]
    assert told.kept == OutOf(1, 2)


def test_the_last_one_on_one_and_what_was_coached_since(journal: Journal, dana: int) -> None:
    one = journal.do(log_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE, held_on=TODAY - 2 * A_WEEK)
    ride = journal.do(log_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG, held_on=TODAY - A_WEEK)
    told = of(journal, dana)
    assert told.last_one_on_one is not None
    assert told.last_coaching is not None
    assert (told.last_one_on_one.conversation_id, told.last_coaching.conversation_id) == (one, ride)
    journal.do(log_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE)
    assert of(journal, dana).last_coaching is None


def test_the_last_three_notes_are_those_in_which_something_was_written(journal: Journal, dana: int) -> None:
    for number in range(5):
        journal.do(log_conversation, rep_id=dana, text=f"Note {number}", held_on=TODAY - timedelta(days=number))
    journal.do(log_conversation, rep_id=dana)
    assert [note.first_line for note in of(journal, dana).notes] == ["Note 0", "Note 1", "Note 2"]


def test_a_goal_comes_with_its_line(journal: Journal, dana: int) -> None:
    goal = set_discovery_goal(journal, dana, due_on=TODAY + A_WEEK)
    for level, days in ((3, 10), (3.5, 2)):
        journal.do(check_in, goal_id=goal, value=level, checked_on=TODAY - timedelta(days=days))
    assert [value for _, value in of(journal, dana).goals[0].values] == [3, 3.5]


def test_deals_are_listed_for_a_reason_and_the_others_counted(journal: Journal, dana: int) -> None:
    slipped = journal.do(add_deal, rep_id=dana, name="Halvorsen", stage_id=PROPOSE, close_on=TODAY + A_WEEK)
    journal.do(edit_deal, deal_id=slipped, close_on=TODAY + 4 * A_WEEK)
    talk = journal.do(log_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE, deal_ids=[slipped])
    for number in range(6):
        journal.do(add_deal, rep_id=dana, name=f"Deal {number}", stage_id=PROPOSE, amount=Money(number * 100, "EUR"))
    told = of(journal, dana)
    assert told.last_one_on_one is not None
    assert told.last_one_on_one.conversation_id == talk
    assert (len(told.deals), told.open_deals) == (5, 7)
    assert told.deals[0].line.deal_id == slipped
    assert told.deals[0].why == (Why.SLIPPED, Why.NO_STEP, Why.TALKED_ABOUT)


def test_a_strength_among_the_signals_comes_before_what_was_won(journal: Journal, dana: int) -> None:
    journal.do(add_deal, rep_id=dana, name="Kestrel", stage_id=WON, closed_on=TODAY)
    goal = set_discovery_goal(journal, dana, due_on=TODAY + A_WEEK)
    journal.do(achieve_goal, goal_id=goal)
    told = of(journal, dana)
    assert told.bright_spot is not None
    assert told.bright_spot.signal is not None
    assert told.bright_spot.signal.rule is Rule.GOAL_ACHIEVED
    assert not any(signal.rule.is_strength for signal in told.signals)


def test_a_number_that_is_no_longer_so_asks_for_nothing(journal: Journal, dana: int) -> None:
    mine = [journal.do(make_commitment, rep_id=dana, text="Mine", owner=Side.MANAGER) for _ in range(5)]
    journal.do(note_sightings, findings=journal.ask(findings))
    assert Rule.OWN_TOO_MUCH in {signal.rule for signal in of(journal, dana).signals}
    journal.do(keep_commitment, commitment_id=mine[0])
    assert Rule.OWN_TOO_MUCH in {signal.rule for signal in journal.ask(open_signals)}
    assert Rule.OWN_TOO_MUCH not in {signal.rule for signal in of(journal, dana).signals}


def test_a_strength_that_is_no_longer_so_is_no_bright_spot(journal: Journal, dana: int) -> None:
    journal.do(achieve_goal, goal_id=set_discovery_goal(journal, dana, due_on=TODAY + A_WEEK))
    journal.do(note_sightings, findings=journal.ask(findings))
    journal.clock = FixedClock(MONDAY + timedelta(days=40))
    assert [signal.is_no_longer_so for signal in journal.ask(open_signals) if signal.rule.is_strength] == [True]
    assert of(journal, dana).bright_spot is None
    assert journal.ask(today_page).bright_spot is None


@pytest.mark.parametrize("days", [0, 30, 31])
def test_what_was_won_in_a_month_is_a_bright_spot(journal: Journal, dana: int, days: int) -> None:
    on = TODAY - timedelta(days=days)
    journal.do(add_deal, rep_id=dana, name="Kestrel", stage_id=WON, closed_on=on, created_on=on)
    spot = of(journal, dana).bright_spot
    assert (spot.words if spot else "") == ("Won Kestrel" if days <= 30 else "")


def test_else_it_is_what_went_well_and_else_what_was_kept(journal: Journal, dana: int) -> None:
    journal.do(keep_commitment, commitment_id=journal.do(make_commitment, rep_id=dana, text="Draw the map"))
    spot = of(journal, dana).bright_spot
    assert spot is not None
    assert spot.words == "Kept: Draw the map"
    ride = journal.do(log_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG)
    journal.do(add_field_call, conversation_id=ride, went_well="Let Ingrid talk first.")
    spot = of(journal, dana).bright_spot
    assert spot is not None
    assert (spot.words, spot.conversation_id) == ("Went well: Let Ingrid talk first.", ride)


def test_nothing_private_gets_into_it(journal: Journal, dana: int) -> None:
    one_on_one, ride_along = ConversationKind.ONE_ON_ONE, ConversationKind.RIDE_ALONG
    talk = journal.do(log_conversation, rep_id=dana, kind=one_on_one, text="secret", private=True)
    ride = journal.do(log_conversation, rep_id=dana, kind=ride_along, text="secret", private=True)
    journal.do(add_field_call, conversation_id=ride, went_well="secret")
    agreed = journal.do(make_commitment, rep_id=dana, text="secret", conversation_id=talk, due_on=TODAY)
    journal.do(move_commitment, commitment_id=agreed, due_on=TODAY + A_WEEK)
    kept = journal.do(make_commitment, rep_id=dana, text="secret", conversation_id=talk)
    journal.do(keep_commitment, commitment_id=kept)
    journal.do(raise_next_time, rep_id=dana, text="secret", private=True)
    journal.do(raise_next_time, rep_id=dana, text="Say %%secret%% this")
    told = of(journal, dana)
    assert "secret" not in repr(told)
    assert told.is_first
    assert told.kept == OutOf(0, 0)
    assert [item.text for item in told.to_raise] == ["Say  this"]


def test_what_was_agreed_in_private_is_in_no_number_of_it(journal: Journal, dana: int) -> None:
    talk = journal.do(log_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE, text="secret", private=True)
    for agreed_in in (talk, None, None, None, None):
        promise = journal.do(make_commitment, rep_id=dana, text="Call Ingrid", conversation_id=agreed_in)
        journal.do(miss_commitment, commitment_id=promise)
    assert [each.rule for each in journal.ask(open_signals)] == [Rule.COMMITMENTS_SLIP]
    told = of(journal, dana)
    assert (told.kept, told.signals) == (OutOf(0, 4), ())


def test_todays_one_on_ones_stand_in_the_order_of_the_day(journal: Journal, dana: int) -> None:
    amir, lena = journal.do(add_rep, name="Amir Khan"), journal.do(add_rep, name="Lena Sato")
    planned(journal, dana, 14)
    planned(journal, amir, 11)
    planned(journal, amir, 16)
    planned(journal, lena, 9, on=TODAY + timedelta(days=1))
    assert journal.ask(reps_today) == (amir, dana)
    assert [each.rep.rep_id for each in journal.ask(briefs_to_print)] == [amir, dana]
    meeting = of(journal, lena).meeting
    assert meeting is not None
    assert meeting.on == TODAY + timedelta(days=1)


def test_where_nobody_is_due_today_that_is_said(journal: Journal, dana: int) -> None:
    with pytest.raises(Rejected, match=NOBODY_TODAY):
        journal.ask(briefs_to_print)
    assert len(journal.ask(briefs_to_print, rep_id=dana)) == 1
