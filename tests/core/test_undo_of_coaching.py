"""Whatever is decided about signals and done about them is taken back, and done again, to the last row."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachjournal.clock import FixedClock
from coachjournal.commands.begun import begin_planned, leave_begun
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
)
from coachjournal.commands.deal import add_deal, delete_deal
from coachjournal.commands.rep import add_rep
from coachjournal.commands.sighting import note_sightings
from coachjournal.commands.signal import close_signal, coach_signal, put_off_signal, recognise, reopen_signal
from coachjournal.journal import Journal
from coachjournal.queries.coaching import coaching_steps
from coachjournal.queries.signals import open_signals, quiet_signals
from coachjournal.rules.coaching import ActionKind
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.signals.finding import Finding, Rule
from tests.core.found import WON_3_OF_14, found
from tests.core.test_undo_of_writing import copy_of, undoable
from tests.core.undoing import Actions, leads_back_and_forth

MONDAY, DAY = date(2026, 11, 23), timedelta(days=1)
NINE = datetime(2026, 11, 24, 9, tzinfo=UTC)
TALK, REVIEW = ActionKind.CONVERSATION, ConversationKind.DEAL_REVIEW


def of(n: int) -> Finding:
    """A signal about the first rep, or about the deal of the second."""
    return found(1) if n == 1 else found(2, Rule.STALLED_DEAL, deal_id=1)


ACTIONS: Actions = {
    "coach": lambda tx, n: coach_signal(tx, finding=of(n), kind=TALK, planned_on=MONDAY + DAY * n),
    "coach in a slot": lambda tx, n: coach_signal(
        tx, finding=of(n), kind=TALK, planned_on=MONDAY + DAY, starts_at=NINE
    ),
    "review": lambda tx, n: coach_signal(tx, finding=of(n), kind=TALK, conversation_kind=REVIEW, planned_on=MONDAY),
    "peer": lambda tx, n: coach_signal(tx, finding=of(n), kind=ActionKind.PEER, planned_on=MONDAY, peer_id=3 - n),
    "put off": lambda tx, n: put_off_signal(tx, finding=of(n), reason="Busy", returns_on=MONDAY + DAY * n),
    "close": lambda tx, n: close_signal(tx, finding=of(n), learnt="Ask", looked_at=n, now=WON_3_OF_14),
    "close untouched": lambda tx, n: close_signal(tx, finding=of(n), learnt="Ask"),
    "reopen": lambda tx, n: reopen_signal(tx, signal_id=n),
    "recognise": lambda tx, n: recognise(tx, finding=found(n, Rule.ABOVE_TEAM)),
    "plan": lambda tx, n: plan_action(tx, rep_id=n, kind=ActionKind.PRACTICE, planned_on=MONDAY),
    "move": lambda tx, n: move_action(tx, action_id=n, planned_on=MONDAY + 3 * DAY),
    "drop": lambda tx, n: drop_action(tx, action_id=n),
    "hold": lambda tx, n: hold_action(tx, action_id=n),
    "hold in": lambda tx, n: hold_action(tx, action_id=n, conversation_id=n),
    "begin": lambda tx, n: begin_action(tx, action_id=n),
    "look again": lambda tx, n: look_again(tx, action_id=n, now=WON_3_OF_14),
    "look later": lambda tx, n: look_later(tx, action_id=n, look_again_on=MONDAY + 40 * DAY),
    "log": lambda tx, n: log_conversation(tx, rep_id=n, kind=ConversationKind.ONE_ON_ONE),
    "write": lambda tx, n: edit_conversation(tx, conversation_id=n, text="She asked."),
    "begin planned": lambda tx, n: begin_planned(tx, conversation_id=n),
    "leave": lambda tx, n: leave_begun(tx, conversation_id=n),
    "other rep": lambda tx, n: move_conversation(tx, conversation_id=n, rep_id=3 - n),
    "delete": lambda tx, n: delete_conversation(tx, conversation_id=n),
    "delete deal": lambda tx, n: delete_deal(tx, deal_id=n),
    "note": lambda tx, n: note_sightings(tx, findings=[of(n)]),
}
DOING = st.lists(st.tuples(st.sampled_from(sorted(ACTIONS)), st.integers(1, 2)), min_size=1, max_size=14)


@pytest.fixture
def two_reps(journal: Journal, dana: int) -> Path:
    """A journal to copy, with two reps and a deal of the second."""
    tom = journal.do(add_rep, name="Tom Moyo")
    assert (dana, tom) == (1, 2)
    journal.do(add_deal, rep_id=tom, name="Renewal", stage_id=1)
    journal.close()
    return journal.path


@given(doing=DOING)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_order_of_coaching_is_undone_and_done_again(
    two_reps: Path, clock: FixedClock, doing: list[tuple[str, int]]
) -> None:
    with copy_of(two_reps, clock) as journal:
        leads_back_and_forth(journal, ACTIONS, doing, without_sightings)
        listed = [*journal.ask(open_signals), *journal.ask(quiet_signals)]
        told = [step.action_id for signal in listed for step in signal.steps]
        assert len(set(told)) == len(told), "no step belongs to two signals"
        assert set(told) <= {step.action_id for step in journal.ask(coaching_steps)}


def without_sightings(journal: Journal) -> object:
    """Nobody decided them, so they stay."""
    rows = undoable(journal)
    del rows["sighting"]
    return rows
