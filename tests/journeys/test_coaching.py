"""From what the numbers say to who is coached: a signal coached, held, looked at again and closed, four keys each."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from coachjournal.clock import FixedClock
from coachjournal.commands.commitment import keep_commitment, make_commitment
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal, open_journal
from coachjournal.queries.coaching import coaching_steps
from coachjournal.queries.coaching_timeline import coaching_timeline
from coachjournal.queries.signals import OpenSignal, open_signals, quiet_signals
from coachjournal.rules.coaching import SignalState
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.signals.finding import Rule
from tests.conftest import MONDAY
from tests.journeys.conftest import Start
from tests.journeys.day import Day

TUESDAY = MONDAY + timedelta(days=1)
IN_A_MONTH = MONDAY + timedelta(days=32)
SIGNAL = "signal.own_too_much.1"
MOST_KEYS = 4
"""Each time, from wherever the window was left, besides what is written."""


@pytest.fixture
def team(journal_file: Path, clock: FixedClock) -> Path:
    """Dana, with six open commitments of which the manager owns four, talked to this morning."""
    journal = open_journal(journal_file, clock=clock)
    dana = journal.do(add_rep, name="Dana Reyes")
    for number in range(6):
        owner = Side.REP if number < 2 else Side.MANAGER
        journal.do(make_commitment, rep_id=dana, text=f"Promise {number}", owner=owner)
    journal.do(log_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE, text="Took too much on.")
    journal.close()
    return journal_file


def coach_the_signal(day: Day) -> None:
    day.press("Ctrl+6")
    day.until(lambda: _focus() == SIGNAL)
    day.press("C")
    day.see("coachThis")
    day.press("Ctrl+Return")
    day.until_said("Planned a one-on-one with Dana Reyes")


def hold_the_one_on_one(day: Day) -> None:
    """From its brief: nobody says that the coaching was held."""
    day.press("Alt+Down")
    day.until_at("rep", 1)
    day.press("B")
    day.until_at("brief", 1)
    day.press("Ctrl+Return")
    day.until(lambda: day.place.page == "conversation")
    day.write("She takes two of mine back.")
    day.press("Ctrl+Return")
    day.until(lambda: day.place.page != "conversation")


def look_again_and_close(day: Day) -> None:
    day.press("Ctrl+6")
    day.until(lambda: _focus() == SIGNAL)
    day.press("L")
    day.see("lookAgain")
    day.press("1")
    day.write("Ask who does it, every time")
    day.press("Ctrl+Return")
    day.until_said("Closed a signal about Dana Reyes")


def _focus() -> str:
    focused = QApplication.focusWidget()
    return focused.objectName() if focused is not None else ""


def told(journal: Journal) -> OpenSignal:
    signals = (*journal.ask(open_signals), *journal.ask(quiet_signals))
    (signal,) = [signal for signal in signals if signal.rule is Rule.OWN_TOO_MUCH]
    return signal


def test_a_signal_is_coached_held_looked_at_again_and_closed(start: Start, team: Path) -> None:
    for at, does in ((MONDAY, coach_the_signal), (TUESDAY, hold_the_one_on_one), (IN_A_MONTH, look_again_and_close)):
        day = start(team, at=at)
        day.count_anew()
        does(day)
        assert len(day.keys) <= MOST_KEYS, day.keys
        day.end()
        journal = open_journal(team, clock=FixedClock(at))
        if at is TUESDAY:
            assert (told(journal).state, told(journal).is_still_so) == (SignalState.HELD, True)
            for commitment in (3, 4):
                journal.do(keep_commitment, commitment_id=commitment)
        journal.close()

    journal = open_journal(team, clock=FixedClock(IN_A_MONTH))
    closed = told(journal)
    assert (closed.state, closed.learnt) == (SignalState.CLOSED, "Ask who does it, every time")
    (step,) = journal.ask(coaching_steps)
    assert (step.held_on, step.looked_on) == (TUESDAY.date(), IN_A_MONTH.date())
    assert (step.then and step.then.part, step.now and step.now.part) == (4, 2)
    timeline = journal.ask(coaching_timeline, rep_id=1)
    assert [(mark.on.day, mark.kind, bool(mark.coached)) for mark in timeline.conversations] == [
        (23, ConversationKind.ONE_ON_ONE, False),
        (24, ConversationKind.ONE_ON_ONE, True),
    ]
    assert timeline.actions == (), "one day, one mark"
    journal.close()
