from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.coaching import coaching_steps
from coachjournal.queries.conversation_page import conversation_page
from coachjournal.queries.signals import OpenSignal
from coachjournal.rules.coaching import ActionKind, SignalState
from coachjournal.rules.conversation import ConversationKind, ConversationStatus
from coachjournal.rules.signals.finding import Rule
from tests.ui.hands import click, named, opened, press, type_into
from tests.ui.signals import let_commitments_slip, reach_a_goal, told
from ui.context import Context
from ui.editors.coach_this import NO_REP, CoachThis
from ui.editors.editor import Editor
from ui.widgets.choices import Chip
from ui.widgets.date_field import DateField
from ui.widgets.growing_line import GrowingLine
from ui.widgets.name_choice import NameChoice
from ui.widgets.rep_picker import RepPicker
from ui.widgets.text import Text

TUESDAY = date(2026, 11, 24)


@pytest.fixture
def signal(journal: Journal, dana: int) -> OpenSignal:
    return let_commitments_slip(journal, dana)


def test_what_the_rule_proposes_is_planned_with_one_more_key(
    context: Context, journal: Journal, signal: OpenSignal, qtbot: QtBot
) -> None:
    editor = opened(CoachThis(context, signal=signal), qtbot)
    press(editor, "Ctrl+Return")
    (step,) = journal.ask(coaching_steps)
    assert (step.kind, step.planned_on, step.held_on) == (ActionKind.CONVERSATION, TUESDAY, None)
    assert step.text != ""
    assert step.look_again_on == date(2026, 12, 24)
    assert told(journal, Rule.COMMITMENTS_SLIP).state is SignalState.ACTED_ON


def test_a_figure_chooses_another_kind_and_keeps_what_was_written(
    context: Context, journal: Journal, signal: OpenSignal, qtbot: QtBot
) -> None:
    editor = opened(CoachThis(context, signal=signal), qtbot)
    press(focused(), "2")
    words = named(editor, "coachThis.text", GrowingLine)
    words.show_words("")
    type_into(words, "Say no to one thing")
    named(editor, "coachThis.kind.practice", Chip).setFocus()
    press(focused(), "3")
    press(editor, "Ctrl+Return")
    (step,) = journal.ask(coaching_steps)
    assert (step.kind, step.text) == (ActionKind.RIDE_ALONG, "Say no to one thing")


def test_start_now_makes_the_conversation_and_opens_its_page(
    context: Context, journal: Journal, signal: OpenSignal, qtbot: QtBot
) -> None:
    editor = opened(CoachThis(context, signal=signal), qtbot)
    context.window.attach(context)  # type: ignore[attr-defined] # the window itself is the parent of editors
    press(editor, "Ctrl+Shift+Return")
    (step,) = journal.ask(coaching_steps)
    assert step.planned_on == date(2026, 11, 23)
    assert step.conversation_id is not None
    page = journal.ask(conversation_page, conversation_id=step.conversation_id)
    assert page is not None
    assert page.head.kind is ConversationKind.ONE_ON_ONE


def test_a_free_hour_is_put_into_the_diary_by_a_click(
    context: Context, journal: Journal, signal: OpenSignal, qtbot: QtBot
) -> None:
    editor = opened(CoachThis(context, signal=signal), qtbot)
    chip = named(editor, "coachThis.slots.1", Chip)
    assert chip.text() == "tomorrow 08:00"
    click(chip)
    press(editor, "Ctrl+Return")
    (step,) = journal.ask(coaching_steps)
    assert step.conversation_id is not None
    page = journal.ask(conversation_page, conversation_id=step.conversation_id)
    assert page is not None
    assert page.head.starts_at == datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    assert page.head.status is ConversationStatus.PLANNED


def test_a_day_in_words_moves_the_day_to_look_again_along(
    context: Context, journal: Journal, signal: OpenSignal, qtbot: QtBot
) -> None:
    editor = opened(CoachThis(context, signal=signal), qtbot)
    type_into(named(editor, "coachThis.planned_on", DateField), "fri")
    press(editor, "Ctrl+Return")
    (step,) = journal.ask(coaching_steps)
    assert (step.planned_on, step.look_again_on) == (date(2026, 11, 27), date(2026, 12, 27))


def test_a_peer_who_is_strong_stands_first(
    context: Context, journal: Journal, signal: OpenSignal, qtbot: QtBot
) -> None:
    journal.do(add_rep, name="Amir Khan")
    julia = journal.do(add_rep, name="Julia Prieto")
    reach_a_goal(journal, julia)
    editor = opened(CoachThis(context, signal=signal), qtbot)
    press(focused(), "4")
    peers = named(editor, "coachThis.peer_id", NameChoice)
    assert peers.currentText().startswith("Julia Prieto: ")
    press(editor, "Ctrl+Return")
    (step,) = journal.ask(coaching_steps)
    assert (step.kind, step.peer) == (ActionKind.PEER, "Julia Prieto")


def test_coaching_without_a_signal_asks_with_whom(context: Context, journal: Journal, dana: int, qtbot: QtBot) -> None:
    editor = opened(CoachThis(context), qtbot)
    press(editor, "Ctrl+Return")
    assert named(editor, "coachThis.rep_id.problem", Text).text() == NO_REP
    type_into(named(editor, "coachThis.rep_id", RepPicker), "da")
    press(editor, "Ctrl+Return")
    (step,) = journal.ask(coaching_steps)
    assert (step.rep_id, step.signal_id, step.look_again_on) == (dana, None, None)


def test_the_kind_of_the_conversation_is_chosen_beside_it(
    context: Context, journal: Journal, dana: int, qtbot: QtBot
) -> None:
    editor = opened(CoachThis(context, rep_id=dana), qtbot)
    kinds = named(editor, "coachThis.conversation_kind", QComboBox)
    kinds.setCurrentIndex(kinds.findData(ConversationKind.DEAL_REVIEW))
    press(editor, "Ctrl+Return")
    (step,) = journal.ask(coaching_steps)
    assert step.conversation_kind is ConversationKind.DEAL_REVIEW


def test_esc_keeps_what_was_typed(context: Context, signal: OpenSignal, qtbot: QtBot) -> None:
    editor = opened(CoachThis(context, signal=signal), qtbot)
    type_into(named(editor, "coachThis.text", GrowingLine), " and the budget")
    press(editor, "Escape")
    again: Editor = opened(CoachThis(context, signal=signal), qtbot)
    assert named(again, "coachThis.text", GrowingLine).words.endswith(" and the budget")


def focused() -> Chip:
    widget = QApplication.focusWidget()
    assert isinstance(widget, Chip)
    return widget
