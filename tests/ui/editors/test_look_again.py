from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachjournal.clock import FixedClock
from coachjournal.commands.coaching_action import hold_action
from coachjournal.commands.commitment import keep_commitment, make_commitment
from coachjournal.commands.signal import coach_signal
from coachjournal.journal import Journal
from coachjournal.queries.coaching import coaching_steps
from coachjournal.queries.signals import OpenSignal, quiet_signals
from coachjournal.rules.coaching import ActionKind
from coachjournal.rules.conversation import Side
from coachjournal.rules.signals.finding import Rule
from tests.conftest import MONDAY
from tests.ui.hands import click, named, opened, press, type_into, words_of
from tests.ui.signals import let_commitments_slip, told
from tests.ui.went import Went
from ui.context import Context
from ui.editors.look_again import LookAgain
from ui.widgets.buttons import QuietButton
from ui.widgets.choices import Chip
from ui.widgets.date_field import DateField
from ui.widgets.growing_line import GrowingLine
from ui.widgets.text import Text

DECEMBER = date(2026, 12, 24)


@pytest.fixture
def coached(journal: Journal, dana: int) -> OpenSignal:
    """Coached on the day it was seen; a month later its number is to be looked at again."""
    signal = let_commitments_slip(journal, dana)
    action = journal.do(coach_signal, finding=signal.last, kind=ActionKind.PRACTICE, planned_on=date(2026, 11, 23))
    journal.do(hold_action, action_id=action)
    journal.clock = FixedClock(MONDAY + timedelta(days=31))
    return told(journal, Rule.COMMITMENTS_SLIP)


def test_the_number_then_and_now_stand_in_two_sentences(context: Context, coached: OpenSignal, qtbot: QtBot) -> None:
    editor = opened(LookAgain(context, coached), qtbot)
    words = words_of(editor)
    assert "On 23 Nov: commitments kept 1 of 5." in words
    assert "Too early to tell" in words


def test_it_leads_to_the_rows_of_the_number_of_now_and_keeps_what_was_typed(
    context: Context, journal: Journal, coached: OpenSignal, dana: int, qtbot: QtBot
) -> None:
    made = journal.do(make_commitment, rep_id=dana, text="Send the map", due_on=DECEMBER, owner=Side.REP)
    journal.do(keep_commitment, commitment_id=made)
    signal, went = told(journal, coached.rule), Went()
    editor = opened(LookAgain(replace(context, navigator=went), signal), qtbot)
    press(_focused(), "1")
    type_into(named(editor, "lookAgain.learnt", GrowingLine), "Agree on fewer")
    click(named(editor, "lookAgain.rows", QuietButton))
    assert went.to == [(f"signal {signal.rule}", dana)]
    again = opened(LookAgain(context, signal), qtbot)
    assert named(again, "lookAgain.learnt", GrowingLine).words == "Agree on fewer"


def test_what_was_learnt_closes_it(context: Context, journal: Journal, coached: OpenSignal, qtbot: QtBot) -> None:
    editor = opened(LookAgain(context, coached), qtbot)
    press(_focused(), "1")
    type_into(named(editor, "lookAgain.learnt", GrowingLine), "She says no now")
    press(editor, "Ctrl+Return")
    (closed,) = journal.ask(quiet_signals)
    assert closed.learnt == "She says no now"


def test_closing_asks_what_was_learnt(context: Context, journal: Journal, coached: OpenSignal, qtbot: QtBot) -> None:
    editor = opened(LookAgain(context, coached), qtbot)
    press(_focused(), "1")
    press(editor, "Ctrl+Return")
    assert named(editor, "lookAgain.learnt.problem", Text).text() != ""
    assert journal.ask(quiet_signals) == ()


def test_too_early_proposes_another_day(context: Context, journal: Journal, coached: OpenSignal, qtbot: QtBot) -> None:
    editor = opened(LookAgain(context, coached), qtbot)
    named(editor, "lookAgain.look_again_on", DateField).set_day(date(2027, 1, 15))
    press(editor, "Ctrl+Return")
    (step,) = journal.ask(coaching_steps)
    assert (step.look_again_on, step.looked_on) == (date(2027, 1, 15), None)


def test_coaching_again_notes_that_the_number_was_looked_at(
    context: Context, journal: Journal, coached: OpenSignal, qtbot: QtBot
) -> None:
    context.window.attach(context)  # type: ignore[attr-defined] # the window itself is the parent of editors
    editor = opened(LookAgain(context, coached), qtbot)
    press(_focused(), "2")
    press(editor, "Ctrl+Return")
    (step,) = journal.ask(coaching_steps)
    assert step.looked_on == DECEMBER
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.objectName() == "coachThis"
    dialog.close()


def _focused() -> Chip:
    chip = QApplication.focusWidget()
    assert isinstance(chip, Chip)
    return chip


def test_what_was_learnt_and_left_is_there_when_it_is_opened_again(
    context: Context, coached: OpenSignal, qtbot: QtBot
) -> None:
    editor = opened(LookAgain(context, coached), qtbot)
    press(_focused(), "1")
    type_into(named(editor, "lookAgain.learnt", GrowingLine), "Agree on fewer")
    press(editor, "Esc")
    again = opened(LookAgain(context, coached), qtbot)
    line = named(again, "lookAgain.learnt", GrowingLine)
    assert (line.words, line.isVisible()) == ("Agree on fewer", True)
