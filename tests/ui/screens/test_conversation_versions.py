"""The earlier versions of a note, seen against what it says now, and brought back."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QTextEdit
from pytestqt.qtbot import QtBot

from coachjournal.commands.conversation import edit_conversation, log_conversation
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.conversation_page import conversation_page
from tests.ui.hands import at_conversation, named, press, type_into, words_of
from ui.main_window import MainWindow
from ui.screens.conversation import ConversationScreen
from ui.screens.conversation_versions import NONE_YET, Versions
from ui.widgets.note_edit import NoteEdit


@pytest.fixture
def screen(journal: Journal, attached: MainWindow, qtbot: QtBot) -> ConversationScreen:
    dana = journal.do(add_rep, name="Dana Reyes")
    talk = journal.do(log_conversation, rep_id=dana, text="She asked once.")
    return at_conversation(attached, talk, qtbot)


def versions(screen: ConversationScreen, qtbot: QtBot) -> Versions:
    press(named(screen, "conversation.text", NoteEdit), "Ctrl+Shift+H")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), Versions))
    found = QApplication.activeWindow()
    assert isinstance(found, Versions)
    return found


def text_of(journal: Journal) -> str:
    page = journal.ask(conversation_page, conversation_id=1)
    assert page is not None
    return page.head.text


def test_a_note_that_never_changed_says_so(screen: ConversationScreen, qtbot: QtBot) -> None:
    found = versions(screen, qtbot)
    assert NONE_YET in words_of(found)
    press(found, "Esc")


def test_what_was_added_and_taken_out_since_is_told_in_words_and_shown(
    screen: ConversationScreen, journal: Journal, qtbot: QtBot
) -> None:
    journal.do(edit_conversation, conversation_id=1, text="She asked twice. Then left.")
    found = versions(screen, qtbot)
    assert named(found, "versions.list", QListWidget).item(0).text().endswith("3 words\nShe asked once.")
    assert "+3 words, underlined; −1 word, struck out" in named(found, "versions.since", QLabel).text()
    shown = named(found, "versions.text", QTextEdit)
    assert shown.toPlainText() == "She asked once twice. Then left."
    assert "−1 word" in shown.accessibleDescription()
    press(found, "Esc")


def test_enter_brings_one_back_and_undo_takes_that_back(
    screen: ConversationScreen, journal: Journal, qtbot: QtBot
) -> None:
    note = named(screen, "conversation.text", NoteEdit)
    type_into(note, " And again.")
    found = versions(screen, qtbot)
    press(named(found, "versions.list", QListWidget), "Return")
    assert note.source == text_of(journal) == "She asked once."
    journal.undo()
    assert text_of(journal) == "She asked once. And again."


def test_looking_at_earlier_versions_finishes_nothing(
    screen: ConversationScreen, journal: Journal, qtbot: QtBot
) -> None:
    note = named(screen, "conversation.text", NoteEdit)
    type_into(note, " Dana to call Ingrid by Friday")
    found = versions(screen, qtbot)
    assert "+6 words" in named(found, "versions.since", QLabel).text()
    press(found, "Esc")
    assert note.source == "She asked once. Dana to call Ingrid by Friday"
    page = journal.ask(conversation_page, conversation_id=1)
    assert page is not None
    assert (page.head.text, page.commitments) == ("She asked once.", ())
