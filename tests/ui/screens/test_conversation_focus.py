"""F11: nothing in sight but the note, and everything again when one has written."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.rules.conversation import ConversationKind
from tests.ui.hands import at_conversation, named, press, type_into
from ui.main_window import MainWindow
from ui.screens.conversation import ConversationScreen
from ui.screens.conversation_note import NoteSheet
from ui.screens.conversation_side import ConversationSide
from ui.widgets.note_edit import NoteEdit


@pytest.fixture
def screen(journal: Journal, attached: MainWindow, qtbot: QtBot) -> ConversationScreen:
    dana = journal.do(add_rep, name="Dana Reyes")
    talk = journal.do(log_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE, text="Price came up.")
    attached.resize(1360, 860)
    shown = at_conversation(attached, talk, qtbot)
    qtbot.waitUntil(lambda: note(shown).hasFocus())
    return shown


def note(screen: ConversationScreen) -> NoteEdit:
    return named(screen, "conversation.text", NoteEdit)


def side(screen: ConversationScreen) -> ConversationSide:
    found = screen.findChildren(ConversationSide)
    return found[0]


def test_only_the_note_stays_in_a_column_and_all_comes_back(screen: ConversationScreen, attached: MainWindow) -> None:
    sheet = named(screen, "conversation.note", NoteSheet)
    wide = sheet.mapTo(screen, QPoint()).x()
    press(note(screen), "F11")
    assert note(screen).isVisible()
    assert note(screen).hasFocus()
    for gone in (attached.sidebar, screen.header, side(screen), *sheet.around):
        assert not gone.isVisible()
    letters = note(screen).fontMetrics().averageCharWidth() * 72
    assert 0.7 * letters < note(screen).width() < 1.1 * letters
    press(note(screen), "F11")
    for back in (attached.sidebar, screen.header, side(screen)):
        assert back.isVisible()
    assert sheet.mapTo(screen, QPoint()).x() == wide


@pytest.mark.parametrize("width", [1360, 900])
def test_the_column_stands_in_the_middle(screen: ConversationScreen, attached: MainWindow, width: int) -> None:
    press(note(screen), "F11")
    attached.resize(width, 640)
    sheet = named(screen, "conversation.note", NoteSheet)
    left = sheet.mapTo(screen, QPoint()).x()
    assert abs(left - (screen.width() - left - sheet.width())) < 30  # what scrolls may take the rest


def test_esc_leaves_it_first_and_the_page_then(screen: ConversationScreen, attached: MainWindow, qtbot: QtBot) -> None:
    press(note(screen), "F11")
    press(note(screen), "Esc")
    assert screen.isVisible()
    assert attached.sidebar.isVisible()
    press(note(screen), "Esc")
    qtbot.waitUntil(lambda: not screen.isVisible())


def test_it_ends_when_one_goes_elsewhere(screen: ConversationScreen, attached: MainWindow, qtbot: QtBot) -> None:
    press(note(screen), "F11")
    press(note(screen), "Ctrl+1")
    qtbot.waitUntil(lambda: not screen.isVisible())
    assert attached.sidebar.isVisible()


def test_what_changes_meanwhile_stays_out_of_sight(screen: ConversationScreen, journal: Journal, qtbot: QtBot) -> None:
    press(note(screen), "F11")
    type_into(note(screen), " more")
    journal.do(add_rep, name="Tom Moyo")
    qtbot.wait(50)
    assert not side(screen).isVisible()
    assert not screen.header.isVisible()
    assert note(screen).source == "Price came up. more"


def test_find_and_reading_work_in_it(screen: ConversationScreen) -> None:
    press(note(screen), "F11")
    press(note(screen), "Ctrl+F")
    assert named(screen, "conversation.text.find.field", QLineEdit).hasFocus()
    press(named(screen, "conversation.text.find.field", QLineEdit), "Esc")
    assert screen.header.isHidden()
    press(note(screen), "Ctrl+E")
    assert not note(screen).isVisible()
