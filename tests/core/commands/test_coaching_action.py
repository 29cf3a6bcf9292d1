"""Coaching that is planned: moved, begun, held in a conversation or without one, and looked at again."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from coachjournal.clock import FixedClock
from coachjournal.commands.begun import begin_conversation, leave_begun
from coachjournal.commands.coaching_action import (
    begin_action,
    drop_action,
    hold_action,
    look_again,
    look_later,
    move_action,
    plan_action,
)
from coachjournal.commands.conversation import (
    delete_conversation,
    edit_conversation,
    log_conversation,
    move_conversation,
    plan_conversation,
)
from coachjournal.commands.deal import add_deal
from coachjournal.commands.meeting import move_meeting
from coachjournal.commands.rep import add_rep
from coachjournal.commands.series import set_series
from coachjournal.commands.signal import close_signal, coach_signal, put_off_signal
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.queries.coaching import coaching_ahead, coaching_steps, to_look_at_again
from coachjournal.queries.conversation_page import ConversationPage, conversation_page
from coachjournal.queries.meetings import meetings
from coachjournal.rules.coaching import ActionKind, CoachingStep
from coachjournal.rules.conversation import ConversationKind, ConversationStatus
from coachjournal.rules.period import Period
from coachjournal.rules.signals.finding import Number, Rule, Unit
from tests.conftest import MONDAY
from tests.core.found import found

TODAY = date(2026, 11, 23)
TOMORROW = TODAY + timedelta(days=1)
ONE, RIDE, REVIEW = ConversationKind.ONE_ON_ONE, ConversationKind.RIDE_ALONG, ConversationKind.DEAL_REVIEW
NINE = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def planned(journal: Journal, dana: int) -> int:
    """A one-on-one about a signal, tomorrow."""
    return journal.do(coach_signal, finding=found(dana), kind=ActionKind.CONVERSATION, planned_on=TOMORROW)


def step(journal: Journal) -> CoachingStep:
    (only,) = journal.ask(coaching_steps)
    return only


def page_of(journal: Journal, conversation_id: int) -> ConversationPage:
    page = journal.ask(conversation_page, conversation_id=conversation_id)
    assert page is not None
    return page


def test_it_is_held_when_its_conversation_took_place_and_not_when_that_is_only_begun(
    journal: Journal, planned: int
) -> None:
    talk = journal.do(begin_action, action_id=planned)
    assert journal.undoable() == "Began a one-on-one with Dana Reyes."
    assert (step(journal).conversation_id, step(journal).held_on) == (talk, None)
    journal.do(edit_conversation, conversation_id=talk, text="She asked why.")
    journal.do(leave_begun, conversation_id=talk)
    assert step(journal).held_on == TODAY
    journal.do(delete_conversation, conversation_id=talk)
    assert (step(journal).conversation_id, step(journal).held_on) == (None, None)
    journal.undo()
    assert step(journal).held_on == TODAY


def test_a_page_left_empty_leaves_it_planned(journal: Journal, dana: int) -> None:
    flat = found(dana, Rule.SKILL_FLAT, skill_id=2)
    action = journal.do(coach_signal, finding=flat, kind=ActionKind.PRACTICE, planned_on=TODAY)
    talk = journal.do(begin_action, action_id=action)
    focus = "SELECT focus_skill_id FROM conversation WHERE id = :talk"
    assert journal.ask(lambda tx: tx.connection.exec_driver_sql(focus, {"talk": talk}).scalar()) == 2
    assert journal.do(leave_begun, conversation_id=talk), "the skill came with the signal; nobody wrote anything"
    assert (step(journal).conversation_id, step(journal).held_on) == (None, None)


def test_a_time_puts_it_into_the_diary_and_moving_it_moves_its_meeting(journal: Journal, dana: int) -> None:
    fields = {"kind": ActionKind.RIDE_ALONG, "planned_on": TOMORROW, "starts_at": NINE, "zone": "UTC"}
    action = journal.do(plan_action, rep_id=dana, **fields)  # type: ignore[arg-type]
    talk = step(journal).conversation_id
    assert talk is not None
    head = page_of(journal, talk).head
    assert (head.status, head.held_on, head.starts_at, head.minutes) == (
        ConversationStatus.PLANNED,
        TOMORROW,
        NINE,
        240,
    )
    journal.do(move_action, action_id=action, planned_on=date(2026, 11, 26))
    head = page_of(journal, talk).head
    assert (head.held_on, head.starts_at) == (date(2026, 11, 26), None)
    journal.do(drop_action, action_id=action)
    assert journal.ask(conversation_page, conversation_id=talk) is None
    journal.undo()
    assert step(journal).conversation_id == talk


def test_a_meeting_for_something_else_too_stays_when_the_coaching_is_dropped(
    journal: Journal, dana: int, planned: int
) -> None:
    other = journal.do(
        coach_signal,
        finding=found(dana, Rule.SHRINKING),
        kind=ActionKind.CONVERSATION,
        planned_on=TOMORROW,
        starts_at=NINE,
        zone="UTC",
    )
    journal.do(drop_action, action_id=planned)
    third = journal.do(plan_action, rep_id=dana, kind=ActionKind.CONVERSATION, planned_on=TOMORROW)
    journal.do(drop_action, action_id=other)
    talk = step(journal).conversation_id
    assert talk is not None, "the third is to be held in it"
    journal.do(drop_action, action_id=third)
    assert journal.ask(conversation_page, conversation_id=talk) is None


@pytest.mark.parametrize("day", [TODAY, TOMORROW + timedelta(days=2)])
def test_the_meeting_of_a_series_goes_along_and_is_not_told_twice(journal: Journal, dana: int, day: date) -> None:
    series = journal.do(set_series, rep_id=dana, starts_on=TOMORROW, at=time(9), minutes=45)
    journal.do(move_meeting, series_id=series, original_on=TOMORROW, on=TOMORROW, starts_at=NINE + timedelta(hours=5))
    action = journal.do(coach_signal, finding=found(dana), kind=ActionKind.CONVERSATION, planned_on=TOMORROW)
    if day == TODAY:
        journal.do(hold_action, action_id=action)
    else:
        journal.do(move_action, action_id=action, planned_on=day)
    this_week = Period(TODAY, TODAY + timedelta(days=7))
    assert [(each.on, each.held) for each in journal.ask(meetings, this_week)] == [(day, day == TODAY)]
    if day != TODAY:
        journal.do(drop_action, action_id=action)
        assert [each.on for each in journal.ask(meetings, this_week)] == [day], "one still meets"


@pytest.mark.parametrize(("held_on", "starts_at"), [(TOMORROW, NINE), (TODAY, None)])
def test_held_on_another_day_its_meeting_has_no_hour(
    journal: Journal, dana: int, held_on: date, starts_at: datetime | None
) -> None:
    fields = {"kind": ActionKind.RIDE_ALONG, "planned_on": TOMORROW, "starts_at": NINE, "zone": "UTC"}
    action = journal.do(plan_action, rep_id=dana, **fields)  # type: ignore[arg-type]
    talk = step(journal).conversation_id
    assert talk is not None
    journal.clock = FixedClock(MONDAY + timedelta(days=1))
    journal.do(hold_action, action_id=action, held_on=held_on)
    head = page_of(journal, talk).head
    assert (head.status, head.held_on, head.starts_at) == (ConversationStatus.HELD, held_on, starts_at)


def test_moving_it_looks_again_as_much_later(journal: Journal, planned: int) -> None:
    before = step(journal).look_again_on
    journal.do(move_action, action_id=planned, planned_on=TOMORROW + timedelta(days=3))
    assert before is not None
    assert step(journal).look_again_on == before + timedelta(days=3)


def test_it_is_held_in_what_is_planned_of_its_kind_that_day(journal: Journal, dana: int) -> None:
    talk = journal.do(plan_conversation, rep_id=dana, held_on=TOMORROW, kind=ONE, starts_at=NINE)
    action = journal.do(coach_signal, finding=found(dana), kind=ActionKind.CONVERSATION, planned_on=TOMORROW)
    assert step(journal).conversation_id == talk
    assert journal.do(begin_action, action_id=action) == talk
    assert page_of(journal, talk).head.held_on == TODAY


def test_the_first_conversation_of_its_kind_from_its_day_on_takes_it_up(journal: Journal, dana: int) -> None:
    journal.do(coach_signal, finding=found(dana), kind=ActionKind.CONVERSATION, planned_on=TODAY)
    journal.do(log_conversation, rep_id=dana, kind=RIDE)
    assert step(journal).held_on is None
    talk = journal.do(begin_conversation, rep_id=dana, kind=ONE)
    journal.do(edit_conversation, conversation_id=talk, text="We looked at lost deals.")
    journal.do(leave_begun, conversation_id=talk)
    assert (step(journal).conversation_id, step(journal).held_on) == (talk, TODAY)


def test_what_is_planned_for_later_waits(journal: Journal, dana: int, planned: int) -> None:
    journal.do(log_conversation, rep_id=dana, kind=ONE)
    assert step(journal).held_on is None
    assert [each.action_id for each in journal.ask(coaching_ahead)] == [planned]


def test_a_review_planned_about_one_deal_is_not_held_in_the_review_of_another(journal: Journal, dana: int) -> None:
    first, second = (journal.do(add_deal, rep_id=dana, name=name, stage_id=1) for name in ("Renewal", "Kestrel"))
    stalled = found(dana, Rule.STALLED_DEAL, deal_id=first)
    fields = {"kind": ActionKind.CONVERSATION, "conversation_kind": REVIEW, "planned_on": TODAY}
    action = journal.do(coach_signal, finding=stalled, **fields)  # type: ignore[arg-type]
    journal.do(log_conversation, rep_id=dana, kind=REVIEW, deal_ids=[second])
    assert step(journal).held_on is None
    talk = journal.do(begin_action, action_id=action)
    assert [deal.deal_id for deal in page_of(journal, talk).deals] == [first]


def test_begun_twice_it_is_one_conversation(journal: Journal, planned: int) -> None:
    talk = journal.do(begin_action, action_id=planned)
    assert journal.do(begin_action, action_id=planned) == talk


def test_two_signals_are_talked_about_in_one_one_on_one(journal: Journal, dana: int, planned: int) -> None:
    other = journal.do(
        coach_signal, finding=found(dana, Rule.SHRINKING), kind=ActionKind.CONVERSATION, planned_on=TOMORROW
    )
    talk = journal.do(begin_action, action_id=planned)
    assert journal.do(begin_action, action_id=other) == talk


def test_said_to_be_held_it_is_held_once(journal: Journal, dana: int) -> None:
    amir = journal.do(add_rep, name="Amir Khan")
    fields = {"kind": ActionKind.PEER, "planned_on": TODAY, "peer_id": amir}
    action = journal.do(coach_signal, finding=found(dana), **fields)  # type: ignore[arg-type]
    with pytest.raises(Rejected, match="without a conversation"):
        journal.do(begin_action, action_id=action)
    with pytest.raises(Rejected) as ahead:
        journal.do(hold_action, action_id=action, held_on=TOMORROW)
    assert ahead.value.field == "held_on"
    journal.do(hold_action, action_id=action)
    assert (step(journal).held_on, step(journal).title) == (TODAY, "Amir Khan shows how")
    for again in (hold_action, drop_action):
        with pytest.raises(Rejected, match="took place"):
            journal.do(again, action_id=action)


def test_it_can_be_said_in_which_conversation_it_was_held(journal: Journal, dana: int, planned: int) -> None:
    talk = journal.do(log_conversation, rep_id=dana, kind=RIDE, held_on=date(2026, 11, 20))
    strange = journal.do(log_conversation, rep_id=journal.do(add_rep, name="Amir Khan"))
    with pytest.raises(Rejected, match="with this rep"):
        journal.do(hold_action, action_id=planned, conversation_id=strange)
    journal.do(hold_action, action_id=planned, conversation_id=talk)
    assert step(journal).held_on == date(2026, 11, 20)


def test_a_conversation_that_was_with_another_rep_held_nothing(journal: Journal, dana: int, planned: int) -> None:
    talk = journal.do(log_conversation, rep_id=dana, kind=ONE)
    journal.do(hold_action, action_id=planned, conversation_id=talk)
    journal.do(move_conversation, conversation_id=talk, rep_id=journal.do(add_rep, name="Amir Khan"))
    assert (step(journal).rep_id, step(journal).held_on) == (dana, None)


def test_looking_again_keeps_both_numbers_and_is_asked_for_until_then(journal: Journal, dana: int) -> None:
    in_a_month = TODAY + timedelta(days=1)
    fields = {"kind": ActionKind.CONVERSATION, "planned_on": TODAY, "look_again_on": in_a_month}
    action = journal.do(coach_signal, finding=found(dana), **fields)  # type: ignore[arg-type]
    with pytest.raises(Rejected, match="not held yet"):
        journal.do(look_again, action_id=action)
    journal.do(log_conversation, rep_id=dana, kind=ONE)
    assert not step(journal).is_to_look_at(TODAY)
    assert step(journal).is_to_look_at(in_a_month)
    journal.do(look_again, action_id=action, now=Number(4 / 11, Unit.SHARE, 11, 4))
    assert step(journal).looked_on == TODAY
    kept = "SELECT value_then ->> 'part', value_now ->> 'part' FROM coaching_action"
    assert journal.ask(lambda tx: tx.connection.exec_driver_sql(kept).all()) == [(3, 4)]
    journal.do(look_later, action_id=action, look_again_on=TODAY + timedelta(days=30))
    assert (step(journal).looked_on, step(journal).look_again_on) == (None, TODAY + timedelta(days=30))


def test_steps_are_told_of_a_period_and_of_a_rep(journal: Journal, dana: int, planned: int) -> None:
    amir = journal.do(add_rep, name="Amir Khan")
    journal.do(plan_action, rep_id=amir, kind=ActionKind.RECOGNISE, planned_on=TODAY)
    assert [each.rep_id for each in journal.ask(coaching_steps)] == [amir, dana]
    assert [each.rep_id for each in journal.ask(coaching_steps, period=Period(TODAY, TOMORROW))] == [amir]
    assert [each.action_id for each in journal.ask(coaching_steps, rep_id=dana)] == [planned]
    assert journal.ask(to_look_at_again) == ()


def test_what_is_to_be_looked_at_again_rests_with_its_signal(journal: Journal, dana: int) -> None:
    finding = found(dana)
    action = journal.do(coach_signal, finding=finding, kind=ActionKind.CONVERSATION, planned_on=TODAY)
    journal.do(hold_action, action_id=action)
    journal.clock = FixedClock(MONDAY + timedelta(days=30))
    assert [each.action_id for each in journal.ask(to_look_at_again)] == [action]
    journal.do(put_off_signal, finding=finding, reason="Busy", returns_on=date(2027, 1, 15))
    assert journal.ask(to_look_at_again) == ()
    journal.undo()
    journal.do(close_signal, finding=finding, learnt="Ask earlier")
    assert journal.ask(to_look_at_again) == ()
