"""The quick log understands what is typed in it: who, how long, which deal, what was promised."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QLineEdit, QListView, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.commands.deal import add_deal
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.conversation_page import ConversationPage, conversation_page
from coachjournal.rules.conversation import Side
from tests.ui.hands import named, opened, press, type_into
from ui.context import Context
from ui.editors.quick_log import QuickLog
from ui.widgets.note_edit import NoteEdit

FRIDAY = date(2026, 11, 27)


@pytest.fixture
def renewal(journal: Journal, dana: int) -> int:
    return journal.do(add_deal, rep_id=dana, name="Renewal", account="Halvorsen AS", stage_id=1)


@pytest.fixture
def open_log(context: Context, renewal: int, qtbot: QtBot) -> Iterator[Callable[[], QuickLog]]:
    """What is still open at the end is left with Esc, while the journal can keep its draft."""
    assert renewal
    yield lambda: opened(QuickLog(context), qtbot)
    for log in context.window.findChildren(QuickLog):
        log.reject()


@pytest.fixture
def log(open_log: Callable[[], QuickLog]) -> QuickLog:
    return open_log()


def words(log: QuickLog) -> NoteEdit:
    return named(log, "quickLog.text", NoteEdit)


def logged(journal: Journal) -> ConversationPage:
    page = journal.ask(conversation_page, conversation_id=1)
    assert page is not None
    return page


def day(log: QuickLog) -> QPushButton:
    return named(log, "quickLog.understood.0.day", QPushButton)


def test_a_rep_in_the_words_fills_an_empty_with(log: QuickLog, journal: Journal, renewal: int) -> None:
    type_into(words(log), "@dana asked about #halvorsen-renewal, 15m")
    press(log, "Ctrl+Return")
    page = logged(journal)
    assert (page.head.rep, page.head.minutes) == ("Dana Reyes", 15)
    assert [deal.deal_id for deal in page.deals] == [renewal]


def test_who_was_said_already_stays(log: QuickLog, journal: Journal) -> None:
    journal.do(add_rep, name="Amir Khan")
    type_into(named(log, "quickLog.rep_id", QLineEdit), "da")
    press(log, "Tab")
    type_into(words(log), "@amir-khan was there")
    press(log, "Ctrl+Return")
    assert logged(journal).head.rep == "Dana Reyes"


def test_the_length_is_seen_at_once_unless_it_was_said_otherwise(log: QuickLog, qtbot: QtBot) -> None:
    minutes = named(log, "quickLog.minutes", QSpinBox)
    type_into(words(log), "25m")
    qtbot.waitUntil(lambda: minutes.value() == 25)
    words(log).undo()
    qtbot.waitUntil(lambda: minutes.value() == 5)
    minutes.setValue(10)
    type_into(words(log), "25m")
    qtbot.wait(300)
    assert minutes.value() == 10


def test_promises_are_shown_and_logged_with_it(log: QuickLog, journal: Journal, qtbot: QtBot) -> None:
    type_into(words(log), "@dana\rDana to send the agenda by Friday\rme: call procurement by Friday")
    qtbot.waitUntil(lambda: named(log, "quickLog.understood", QWidget).isVisible())
    press(day(log), "Right")
    press(log, "Ctrl+Return")
    made = [(each.text, each.owner, each.due_on) for each in logged(journal).commitments]
    assert made == [
        ("Send the agenda", Side.REP, date(2026, 11, 28)),
        ("Call procurement", Side.MANAGER, FRIDAY),
    ]
    journal.undo()
    assert journal.ask(conversation_page, conversation_id=1) is None


def test_what_was_turned_down_stays_so_in_the_draft(
    log: QuickLog, open_log: Callable[[], QuickLog], journal: Journal, qtbot: QtBot
) -> None:
    type_into(words(log), "@dana\rDana to be fair")
    qtbot.waitUntil(lambda: named(log, "quickLog.understood", QWidget).isVisible())
    press(day(log), "Esc")
    assert log.isVisible()
    press(words(log), "Esc")
    again = open_log()
    assert not named(again, "quickLog.understood", QWidget).isVisible()
    press(again, "Ctrl+Return")
    assert logged(journal).commitments == ()


def test_a_key_makes_a_line_of_the_words_a_commitment(log: QuickLog, journal: Journal) -> None:
    type_into(words(log), "@dana\r- ask for the cost by Friday")
    press(words(log), "Ctrl+Shift+C")
    press(words(log), "Ctrl+Shift+C")
    assert named(log, "quickLog.commitment0.text", QLineEdit).text() == "Ask for the cost"
    press(log, "Ctrl+Return")
    assert [(each.text, each.due_on) for each in logged(journal).commitments] == [("Ask for the cost", FRIDAY)]


def test_names_are_completed_here_too_and_escape_closes_the_list_alone(log: QuickLog) -> None:
    type_into(words(log), "@da")
    names = named(log, "quickLog.text.names.list", QListView)
    assert names.isVisible()
    press(words(log), "Esc")
    assert not names.isVisible()
    assert log.isVisible()
    type_into(words(log), " #ha")
    press(words(log), "Tab")
    assert words(log).source == "@da #Halvorsen-AS-Renewal"
