"""What could not be written is tried again from the banner, and then happens once."""

from datetime import date

import pytest
import shiboken6
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.plan import start_plan
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.rules.period import quarter_of
from tests.core.importers.files import count
from tests.ui.another_program import another_program_writing
from tests.ui.hands import click, named, press, type_into
from ui.context import Context
from ui.editors.plan import PlanEditor
from ui.main_window import MainWindow
from ui.pages import Place

DANA = TALK = 1


@pytest.fixture(autouse=True)
def begun(journal: Journal) -> None:
    """A rep with a conversation and a plan."""
    assert journal.do(add_rep, name="Dana Reyes") == DANA
    assert journal.do(log_conversation, rep_id=DANA, text="The agenda.") == TALK
    journal.do(start_plan, rep_id=DANA, period=quarter_of(date(2026, 11, 23)))


@pytest.fixture
def editor(attached: MainWindow, context: Context, qtbot: QtBot) -> PlanEditor:
    assert attached.isVisible()
    shown = PlanEditor(context, DANA)
    shown.open()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def add_in_vain(journal: Journal, line: QLineEdit) -> None:
    type_into(line, "2h forecast")
    with another_program_writing(journal):
        press(line, "Return")
    assert line.text() == "2h forecast"


def try_again(window: MainWindow) -> None:
    named(window, "banner.step", QPushButton).click()
    assert not window.messages.banner.isVisible()


def arrive(window: MainWindow, place: Place, qtbot: QtBot) -> QWidget:
    window.pages.go(place)
    qtbot.waitUntil(lambda: window.pages.place == place, timeout=20_000)
    screen = window.pages.made(place.page)
    assert screen is not None
    return screen


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("commitment.add", Place("rep", DANA)),
        ("conversation.addCommitment.text", Place("conversation", TALK)),
        ("time.add", Place("time")),
    ],
)
def test_a_line_of_a_page_adds_once_and_is_empty_then(
    name: str, place: Place, attached: MainWindow, qtbot: QtBot, journal: Journal
) -> None:
    line = named(arrive(attached, place, qtbot), name, QLineEdit)
    add_in_vain(journal, line)
    try_again(attached)
    assert line.text() == ""
    press(line, "Return")
    assert count(journal, "commitment") + count(journal, "time_entry") == 1


@pytest.mark.parametrize(("name", "table"), [("action", "plan_action"), ("strength", "strength")])
def test_a_line_of_the_plan_adds_once_and_is_empty_then(
    name: str, table: str, editor: PlanEditor, attached: MainWindow, journal: Journal
) -> None:
    line = named(editor, f"planEditor.{name}", QLineEdit)
    add_in_vain(journal, line)
    try_again(attached)
    assert line.text() == ""
    press(line, "Return")
    assert count(journal, table) == 1
    editor.close()


def test_the_editor_may_be_closed_before_it_is_tried_again(
    editor: PlanEditor, attached: MainWindow, journal: Journal, qtbot: QtBot
) -> None:
    add_in_vain(journal, named(editor, "planEditor.action", QLineEdit))
    editor.close()
    qtbot.waitUntil(lambda: not shiboken6.isValid(editor))
    try_again(attached)
    assert count(journal, "plan_action") == 1


def test_what_was_added_by_enter_meanwhile_is_not_offered_again(
    attached: MainWindow, qtbot: QtBot, journal: Journal
) -> None:
    line = named(arrive(attached, Place("rep", DANA), qtbot), "commitment.add", QLineEdit)
    add_in_vain(journal, line)
    press(line, "Return")
    assert count(journal, "commitment") == 1
    assert not attached.messages.banner.isVisible()


def test_words_typed_since_stay_in_the_line(attached: MainWindow, qtbot: QtBot, journal: Journal) -> None:
    line = named(arrive(attached, Place("rep", DANA), qtbot), "commitment.add", QLineEdit)
    add_in_vain(journal, line)
    type_into(line, " with Amir")
    click(named(attached, "banner.step", QPushButton))
    assert line.text() == "2h forecast with Amir"
