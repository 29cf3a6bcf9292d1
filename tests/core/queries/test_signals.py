"""The life of a signal from the day a rule holds: seen, acted on, held, looked at again, put off and closed."""

from datetime import date, timedelta

import pytest

from coachjournal.clock import FixedClock
from coachjournal.commands.coaching_action import drop_action, hold_action, look_again
from coachjournal.commands.commitment import keep_commitment, make_commitment
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.deal import add_deal, edit_deal
from coachjournal.commands.rep import archive_rep
from coachjournal.commands.sighting import note_sightings
from coachjournal.commands.signal import close_signal, coach_signal, put_off_signal, reopen_signal
from coachjournal.journal import Journal
from coachjournal.queries.signals import OpenSignal, open_signals, quiet_signals, to_note, waiting_signals
from coachjournal.rules.coaching import ActionKind, SignalState
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.signals.finding import Rule, Subject
from tests.conftest import MONDAY

TODAY = MONDAY.date()


def after(journal: Journal, days: int) -> None:
    """Let time pass."""
    journal.clock = FixedClock(journal.clock.now() + timedelta(days=days))


def day(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.fixture
def mine(journal: Journal, dana: int) -> list[int]:
    """Six commitments, four of them the manager's: a rule holds. The keys of the manager's."""
    for number in range(2):
        journal.do(make_commitment, rep_id=dana, text=f"Rep {number}")
    return [journal.do(make_commitment, rep_id=dana, text=f"Mine {n}", owner=Side.MANAGER) for n in range(4)]


def look(journal: Journal) -> None:
    """Somebody looks at the morning page."""
    findings = to_note(journal.ask(open_signals), journal.clock.today())
    if findings:
        journal.do(note_sightings, findings=findings)


def signal(journal: Journal, rule: Rule = Rule.OWN_TOO_MUCH) -> OpenSignal:
    (only,) = [each for each in journal.ask(open_signals) if each.rule is rule]
    return only


def rules(signals: tuple[OpenSignal, ...]) -> list[Rule]:
    return [each.rule for each in signals]


def hand_back(journal: Journal, mine: list[int]) -> None:
    """The rule no longer holds."""
    for commitment in mine[:2]:
        journal.do(keep_commitment, commitment_id=commitment)


def coach(journal: Journal, days: int = 0) -> int:
    kind = ActionKind.CONVERSATION
    return journal.do(
        coach_signal, finding=signal(journal).last, kind=kind, planned_on=journal.clock.today() + timedelta(days)
    )


@pytest.mark.usefixtures("mine")
def test_a_signal_is_seen_since_the_day_it_was_first_shown(journal: Journal, dana: int) -> None:
    look(journal)
    after(journal, 3)
    seen = signal(journal)
    assert (seen.state, seen.seen_on, seen.signal_id) == (SignalState.SEEN, TODAY, None)
    assert (seen.subject, seen.rep) == (Subject(dana), "Dana Reyes")


@pytest.mark.usefixtures("mine")
def test_what_was_shown_is_noted_once_a_day(journal: Journal) -> None:
    assert len(to_note(journal.ask(open_signals), TODAY)) == 1
    look(journal)
    assert to_note(journal.ask(open_signals), TODAY) == ()
    assert len(to_note(journal.ask(open_signals), day(1))) == 1


@pytest.mark.usefixtures("mine")
def test_it_goes_from_seen_to_acted_on_to_held_to_looked_at_again(journal: Journal, dana: int) -> None:
    action = coach(journal, days=1)
    assert signal(journal).state is SignalState.ACTED_ON
    after(journal, 1)
    journal.do(log_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE)
    held = signal(journal)
    assert (held.state, held.is_still_so, held.look_again) == (SignalState.HELD, True, None)
    after(journal, 30)
    asked = signal(journal)
    assert asked.look_again is not None
    assert asked.effect is not None
    journal.do(look_again, action_id=action, now=asked.effect.now)
    looked = signal(journal)
    assert (looked.state, looked.look_again) == (SignalState.LOOKED_AGAIN, None)
    assert [(step.then and step.then.part, step.now and step.now.part) for step in looked.steps] == [(4, 4)]


@pytest.mark.usefixtures("mine")
def test_dropped_coaching_leaves_a_signal_as_if_nothing_had_been_planned(journal: Journal) -> None:
    journal.do(drop_action, action_id=coach(journal, days=1))
    assert (signal(journal).state, signal(journal).steps) == (SignalState.SEEN, ())


def test_before_and_after_stand_with_their_days(journal: Journal, mine: list[int]) -> None:
    action = coach(journal)
    assert signal(journal).effect is None, "nothing was held yet"
    journal.do(hold_action, action_id=action)
    hand_back(journal, mine)
    effect = signal(journal).effect
    assert effect is not None
    assert (effect.then.part, effect.then_on, effect.held_on) == (4, TODAY, TODAY)
    assert effect.now is not None
    assert (effect.now.part, effect.now.n, effect.is_too_early) == (2, 4, False)


@pytest.mark.usefixtures("mine")
def test_what_is_put_off_is_out_of_the_way_and_returns_with_its_reason(journal: Journal) -> None:
    journal.do(put_off_signal, finding=signal(journal).last, reason="Quarter end", returns_on=day(7))
    assert rules(journal.ask(open_signals)) == []
    (quiet,) = journal.ask(quiet_signals)
    assert (quiet.state, quiet.reason, quiet.returns_on) == (SignalState.NOT_NOW, "Quarter end", day(7))
    after(journal, 7)
    back = signal(journal)
    assert (back.state, back.reason, back.returns_on) == (SignalState.SEEN, "Quarter end", day(7))


@pytest.mark.usefixtures("mine")
def test_a_closed_signal_comes_back_when_it_is_still_so_and_begins_anew(journal: Journal) -> None:
    journal.do(hold_action, action_id=coach(journal))
    journal.do(close_signal, finding=signal(journal).last, learnt="Ask who does it")
    assert rules(journal.ask(open_signals)) == []
    (quiet,) = journal.ask(quiet_signals)
    assert (quiet.state, quiet.learnt, len(quiet.steps)) == (SignalState.CLOSED, "Ask who does it", 1)
    after(journal, 30)
    back = signal(journal)
    assert (back.state, back.learnt, back.signal_id, back.steps) == (SignalState.SEEN, "Ask who does it", None, ())
    coach(journal)
    assert (signal(journal).state, len(signal(journal).steps)) == (SignalState.ACTED_ON, 1)
    assert rules(journal.ask(quiet_signals)) == [Rule.OWN_TOO_MUCH], "what was learnt then stays told"


def test_a_closed_signal_that_is_no_longer_so_rests(journal: Journal, mine: list[int]) -> None:
    journal.do(close_signal, finding=signal(journal).last, learnt="Ask who does it")
    hand_back(journal, mine)
    after(journal, 40)
    assert Rule.OWN_TOO_MUCH not in rules(journal.ask(open_signals))
    assert rules(journal.ask(quiet_signals)) == [Rule.OWN_TOO_MUCH]


def test_what_was_never_coached_stays_listed_for_sixty_days_once_it_is_no_longer_so(
    journal: Journal, mine: list[int]
) -> None:
    look(journal)
    hand_back(journal, mine)
    gone = signal(journal)
    assert (gone.is_no_longer_so, gone.last.number.part, gone.state) == (True, 4, SignalState.SEEN)
    after(journal, 60)
    assert signal(journal).is_no_longer_so
    after(journal, 1)
    assert Rule.OWN_TOO_MUCH not in rules(journal.ask(open_signals))


def test_what_was_coached_stays_listed_until_it_is_closed(journal: Journal, mine: list[int]) -> None:
    look(journal)
    journal.do(hold_action, action_id=coach(journal))
    hand_back(journal, mine)
    after(journal, 100)
    gone = signal(journal)
    assert (gone.is_no_longer_so, gone.is_still_so) == (True, False)
    journal.do(close_signal, finding=gone.last, learnt="It held")
    assert Rule.OWN_TOO_MUCH not in rules(journal.ask(open_signals))


@pytest.mark.usefixtures("mine")
def test_what_was_put_away_can_be_had_back_at_once(journal: Journal) -> None:
    key = journal.do(put_off_signal, finding=signal(journal).last, reason="Busy", returns_on=day(7))
    journal.do(reopen_signal, signal_id=key)
    assert (signal(journal).state, signal(journal).reason) == (SignalState.SEEN, "")


def test_missing_coaching_is_answered_by_coaching_and_each_time_is_a_new_signal(journal: Journal, dana: int) -> None:
    journal.do(log_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE)
    after(journal, 20)
    look(journal)
    missing = signal(journal, Rule.NOT_COACHED)
    journal.do(coach_signal, finding=missing.last, kind=ActionKind.CONVERSATION, planned_on=journal.clock.today())
    journal.do(log_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE)
    assert Rule.NOT_COACHED not in rules(journal.ask(open_signals))
    after(journal, 20)
    again = signal(journal, Rule.NOT_COACHED)
    assert (again.state, again.steps, again.is_still_so) == (SignalState.SEEN, (), False)


@pytest.mark.usefixtures("mine")
def test_signals_are_told_of_one_rep_and_of_nobody_who_is_gone(journal: Journal, dana: int) -> None:
    look(journal)
    coach(journal)
    assert rules(journal.ask(open_signals, rep_id=dana)) == [Rule.OWN_TOO_MUCH]
    assert journal.ask(open_signals, rep_id=dana + 1) == ()
    journal.do(archive_rep, rep_id=dana)
    assert journal.ask(open_signals) == journal.ask(quiet_signals) == ()


@pytest.mark.usefixtures("mine")
def test_undo_leads_back_through_every_state(journal: Journal) -> None:
    look(journal)
    states = [signal(journal)]
    action = coach(journal)
    states.append(signal(journal))
    journal.do(hold_action, action_id=action)
    states.append(signal(journal))
    journal.do(close_signal, finding=signal(journal).last, learnt="Ask who does it")
    for state in reversed(states):
        journal.undo()
        assert signal(journal) == state


def test_a_stalled_deal_that_moved_on_is_told_no_more(journal: Journal, dana: int) -> None:
    old = journal.do(add_deal, rep_id=dana, name="Halvorsen", stage_id=4, created_on=day(-100))
    for number in range(4):
        journal.do(add_deal, rep_id=dana, name=f"New {number}", stage_id=4, created_on=day(-10))
    look(journal)
    assert signal(journal, Rule.STALLED_DEAL).subject.deal_id == old
    journal.do(edit_deal, deal_id=old, next_step="Call the sponsor")
    assert Rule.STALLED_DEAL not in rules(journal.ask(open_signals))


def test_what_is_no_longer_so_is_listed_and_not_counted_as_open(journal: Journal, mine: list[int]) -> None:
    look(journal)
    assert journal.ask(waiting_signals) == 1
    journal.do(hold_action, action_id=coach(journal))
    hand_back(journal, mine)
    assert (signal(journal).is_no_longer_so, journal.ask(waiting_signals)) == (True, 0)
    after(journal, 30)
    assert signal(journal).look_again is not None
    assert signal(journal).is_waiting, "its number is to be looked at again"
