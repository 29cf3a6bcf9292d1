"""A day in the field, planned the evening before."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListView, QPushButton
from pytestqt.qtbot import QtBot

from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.conversation import edit_conversation, log_conversation
from coachjournal.commands.deal import add_deal
from coachjournal.commands.rep import add_rep
from coachjournal.commands.ride_along import plan_ride_along
from coachjournal.journal import Journal
from coachjournal.queries.conversation_page import conversation_page
from coachjournal.queries.ride_along import RideAlongDay, ride_along_day
from coachjournal.rules.conversation import ConversationKind, ConversationStatus
from tests.goals import set_discovery_goal
from tests.ui.hands import click, named, opened, press, type_into, words_of
from ui.context import Context
from ui.editors.quick_log import QuickLog
from ui.editors.ride_along_plan import NO_DAY, RideAlongPlan
from ui.main_window import MainWindow
from ui.widgets.choices import Chip
from ui.widgets.customer_picker import CustomerPicker
from ui.widgets.note_edit import NoteEdit
from ui.widgets.text import Passage

TODAY = date(2026, 11, 23)
TOMORROW = TODAY + timedelta(days=1)
Open = Callable[..., RideAlongPlan]


@pytest.fixture
def dana(journal: Journal) -> int:
    rep_id = journal.do(add_rep, name="Dana Reyes")
    for account in ("Halvorsen AS", "Kestrel Foods"):
        journal.do(add_deal, rep_id=rep_id, name="renewal", account=account, stage_id=1)
    due = TODAY + timedelta(days=60)
    set_discovery_goal(journal, rep_id, due_on=due)
    return rep_id


@pytest.fixture
def plan(context: Context, dana: int, qtbot: QtBot) -> Open:
    """Opens the editor, for Dana unless told otherwise."""
    return lambda rep_id=dana: opened(RideAlongPlan(context, rep_id), qtbot)


def see(editor: RideAlongPlan, *typed: str) -> None:
    picker = named(editor, "rideAlongPlan.customers", CustomerPicker)
    for words in typed:
        type_into(picker, words)
        press(QApplication.activePopupWidget() or picker, "Return")


def to_see(editor: RideAlongPlan) -> list[str]:
    return [chip.text() for chip in editor.findChildren(Chip) if chip.isVisible()]


def planned(journal: Journal, ride: int = 1) -> RideAlongDay:
    day = journal.ask(ride_along_day, conversation_id=ride)
    assert day is not None
    return day


def test_two_letters_a_customer_and_a_key_plan_tomorrow(plan: Open, journal: Journal) -> None:
    editor = plan()
    see(editor, "ha", "ke")
    press(editor, "Ctrl+Return")
    day = planned(journal)
    assert [call.account for call in day.calls] == ["Halvorsen AS", "Kestrel Foods"]
    assert (day.held_on, day.status) == (TOMORROW, ConversationStatus.PLANNED)
    assert day.skill is not None
    assert day.skill.name == "Discovery"


def test_a_day_is_said_in_words(plan: Open, journal: Journal) -> None:
    editor = plan()
    type_into(named(editor, "rideAlongPlan.day", QLineEdit), "Friday")
    press(editor, "Ctrl+Return")
    assert planned(journal).held_on == date(2026, 11, 27)


def test_words_that_are_no_day_are_pointed_out(plan: Open, journal: Journal) -> None:
    editor = plan()
    type_into(named(editor, "rideAlongPlan.day", QLineEdit), "whenever")
    press(editor, "Ctrl+Return")
    assert NO_DAY in words_of(editor)
    assert journal.ask(ride_along_day, conversation_id=1) is None
    press(editor, "Esc")


def test_a_customer_nobody_knows_becomes_an_account(plan: Open, journal: Journal) -> None:
    editor = plan()
    see(editor, "Harbour Mills")
    assert named(editor, "rideAlongPlan.call0", QPushButton).text() == "Harbour Mills, new account"
    press(editor, "Ctrl+Return")
    assert [call.account for call in planned(journal).calls] == ["Harbour Mills"]


def test_a_name_that_is_nobodys_is_offered_as_a_new_account(plan: Open) -> None:
    editor = plan()
    type_into(named(editor, "rideAlongPlan.customers", CustomerPicker), "Kest, new")
    offered = QApplication.activePopupWidget()
    assert isinstance(offered, QListView)
    assert offered.model().index(0, 0).data() == "New account “Kest, new”"
    press(offered, "Esc")
    press(editor, "Esc")


def test_a_new_account_can_be_named_like_another(plan: Open, journal: Journal) -> None:
    editor = plan()
    type_into(named(editor, "rideAlongPlan.customers", CustomerPicker), "Kestrel")
    for keys in ("Down", "Down", "Down", "Return"):
        press(QApplication.activePopupWidget() or editor, keys)
    press(editor, "Ctrl+Return")
    assert [call.account for call in planned(journal).calls] == ["Kestrel"]


def test_finishing_makes_no_account_of_what_is_being_typed(plan: Open, journal: Journal) -> None:
    editor = plan()
    type_into(named(editor, "rideAlongPlan.customers", CustomerPicker), "Kest, new")
    press(QApplication.activePopupWidget() or editor, "Esc")
    press(editor, "Ctrl+Return")
    assert "No customer is called “Kest, new” yet." in words_of(editor)
    assert journal.ask(ride_along_day, conversation_id=1) is None
    press(named(editor, "rideAlongPlan.customers", CustomerPicker), "Return")
    assert "No customer is called" not in words_of(editor)
    press(editor, "Esc")


def test_a_customer_still_being_typed_is_seen_as_well(plan: Open, journal: Journal) -> None:
    editor = plan()
    type_into(named(editor, "rideAlongPlan.customers", CustomerPicker), "ke")
    press(editor, "Ctrl+Return")
    assert [call.account for call in planned(journal).calls] == ["Kestrel Foods"]


def test_a_customer_is_taken_off_with_a_key(plan: Open, journal: Journal) -> None:
    editor = plan()
    see(editor, "ha", "ke")
    press(named(editor, "rideAlongPlan.call0", QPushButton), "Del")
    press(editor, "Ctrl+Return")
    assert [call.account for call in planned(journal).calls] == ["Kestrel Foods"]


def test_the_last_field_note_is_in_sight(plan: Open, journal: Journal, dana: int) -> None:
    text = "## What Dana will try\nMap the committee."
    day = TODAY - timedelta(days=14)
    last = journal.do(log_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG, held_on=day, text=text)
    journal.do(edit_conversation, conversation_id=last, focus_skill_id=2)
    journal.do(make_commitment, rep_id=dana, text="Call the finance lead", conversation_id=last)
    words = " ".join(words_of(plan()).split())
    for part in ("Discovery", "Map the committee.", "Call the finance lead"):
        assert part in words


def test_whom_to_see_outlives_esc(plan: Open, journal: Journal) -> None:
    editor = plan()
    see(editor, "ha")
    press(editor, "Esc")
    again = plan()
    assert named(again, "rideAlongPlan.call0", QPushButton).text() == "Halvorsen AS, renewal"
    press(again, "Ctrl+Return")
    assert [call.account for call in planned(journal).calls] == ["Halvorsen AS"]
    fresh = plan()
    assert fresh.findChild(QPushButton, "rideAlongPlan.call0") is None
    press(fresh, "Esc")


def test_without_a_rep_the_name_comes_first(plan: Open, journal: Journal, dana: int) -> None:
    editor = plan(None)
    type_into(named(editor, "rideAlongPlan.rep_id", QLineEdit), "da")
    press(QApplication.activePopupWidget() or named(editor, "rideAlongPlan.rep_id", QLineEdit), "Return")
    assert named(editor, "rideAlongPlan.focus_skill_id", QComboBox).currentText() == "Discovery"
    press(editor, "Ctrl+Return")
    page = journal.ask(conversation_page, conversation_id=1)
    assert page is not None
    assert page.head.rep_id == dana


def test_nobody_named_is_pointed_out(plan: Open) -> None:
    editor = plan(None)
    click(named(editor, "rideAlongPlan.finish", QPushButton))
    assert "Say whom you go with" in words_of(editor)
    press(editor, "Esc")


def test_one_that_is_planned_already_is_opened_instead(
    context: Context, journal: Journal, dana: int, qtbot: QtBot
) -> None:
    ride = journal.do(plan_ride_along, rep_id=dana, held_on=TOMORROW)
    gone_to: list[int] = []
    editor = opened(RideAlongPlan(context, dana, gone_to.append), qtbot)
    click(named(editor, f"rideAlongPlan.open{ride}", QPushButton))
    assert gone_to == [ride]


def test_the_quick_log_leads_here_and_keeps_its_words(attached: MainWindow, dana: int, qtbot: QtBot) -> None:
    assert dana
    attached.ways.log_conversation(dana)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QuickLog))
    log = QApplication.activeWindow()
    assert log is not None
    type_into(named(log, "quickLog.text", NoteEdit), "Half a word")
    press(log, "Alt+3")
    press(log, "Alt+P")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), RideAlongPlan))
    editor = QApplication.activeWindow()
    assert editor is not None
    assert named(editor, "rideAlongPlan.rep_id", QLineEdit).text() == "Dana Reyes"
    press(editor, "Esc")
    attached.ways.log_conversation()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QuickLog))
    again = QApplication.activeWindow()
    assert again is not None
    assert named(again, "quickLog.text", NoteEdit).source == "Half a word"
    press(again, "Esc")


def test_what_came_of_the_last_one_is_told_in_full(plan: Open, journal: Journal, dana: int, qtbot: QtBot) -> None:
    ride = journal.do(log_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG)
    for words in ("Map the committee before the next call", "Call the finance lead and ask one question about cost"):
        journal.do(make_commitment, rep_id=dana, text=" ".join([words] * 4), conversation_id=ride)
    editor = plan(None)
    type_into(named(editor, "rideAlongPlan.rep_id", QLineEdit), "da")
    press(named(editor, "rideAlongPlan.rep_id", QLineEdit), "Return")
    told = next(each for each in editor.findChildren(Passage) if "finance" in each.plain())
    qtbot.waitUntil(told.isVisible)
    qtbot.waitUntil(lambda: told.height() >= told.heightForWidth(told.width()))
    see(editor, "halv", "kes")
    qtbot.waitUntil(lambda: told.height() >= told.heightForWidth(told.width()))


def test_day_time_and_focus_outlive_esc_and_are_said_to_be_picked_up(plan: Open) -> None:
    editor = plan()
    see(editor, "ha")
    type_into(named(editor, "rideAlongPlan.day", QLineEdit), "Friday")
    named(editor, "rideAlongPlan.starts_at", QLineEdit).setText("10:30")
    named(editor, "rideAlongPlan.focus_skill_id", QComboBox).setCurrentIndex(0)
    press(editor, "Esc")
    again = plan()
    assert "Picked up where you left off" in words_of(again)
    assert "27" in words_of(again)
    assert named(again, "rideAlongPlan.starts_at", QLineEdit).text() == "10:30"
    skill = named(again, "rideAlongPlan.focus_skill_id", QComboBox)
    assert skill.currentText() == "No focus"
    press(again, "Ctrl+D")
    assert (skill.currentText(), to_see(again)) == ("Discovery", [])
    press(again, "Ctrl+D")
    assert (skill.currentText(), to_see(again)) == ("No focus", ["Halvorsen AS, renewal"])
    press(again, "Esc")


def test_a_draft_emptied_again_is_gone(plan: Open) -> None:
    editor = plan()
    see(editor, "ha")
    press(editor, "Esc")
    again = plan()
    press(named(again, "rideAlongPlan.call0", QPushButton), "Del")
    press(again, "Esc")
    fresh = plan()
    assert "Picked up" not in words_of(fresh)
    press(fresh, "Esc")
