"""A long note on a page that is longer than the window: one sees what one types."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.rules.conversation import ConversationKind
from tests.ui.hands import at_conversation, named, press
from ui.main_window import MainWindow
from ui.screens.conversation import ConversationScreen
from ui.widgets.note_edit import NoteEdit

LONG = "\n".join(f"Line {number}" for number in range(300))


@pytest.fixture
def screen(journal: Journal, attached: MainWindow, qtbot: QtBot) -> ConversationScreen:
    """A ride-along, whose calls stand over the note."""
    dana = journal.do(add_rep, name="Dana Reyes")
    talk = journal.do(log_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG, text=LONG)
    attached.resize(1024, 640)
    shown = at_conversation(attached, talk, qtbot)
    qtbot.waitUntil(lambda: shown.isVisible() and note(shown).source == LONG)
    return shown


def note(screen: ConversationScreen) -> NoteEdit:
    return named(screen, "conversation.text", NoteEdit)


def cursor_is_in_sight(screen: ConversationScreen) -> bool:
    text = note(screen)
    line = text.cursorRect()
    ends = (text.viewport().mapTo(screen, place).y() for place in (line.topLeft(), line.bottomLeft()))
    return all(0 <= end <= screen.height() for end in ends)


def test_the_page_opens_at_its_top(screen: ConversationScreen) -> None:
    assert note(screen).mapTo(screen, QPoint()).y() > screen.height() // 4  # the calls are over it
    assert note(screen).verticalScrollBar().value() == 0


def test_another_page_opens_at_its_top_though_one_has_written_on_this_one(
    screen: ConversationScreen, journal: Journal, attached: MainWindow, qtbot: QtBot
) -> None:
    other = journal.do(log_conversation, rep_id=1, kind=ConversationKind.RIDE_ALONG, text=f"Other\n{LONG}")
    note(screen).setFocus()
    press(note(screen), "Ctrl+End")
    QTest.keyClicks(note(screen), "The end.")
    attached.ways.open_conversation(other)
    qtbot.waitUntil(lambda: note(screen).source.startswith("Other"))
    qtbot.wait(50)
    assert note(screen).mapTo(screen, QPoint()).y() > screen.height() // 4


def test_what_is_typed_at_the_end_is_seen(screen: ConversationScreen, qtbot: QtBot) -> None:
    note(screen).setFocus()
    for word in ("One", "two", "three"):
        QTest.keyClicks(note(screen), word)
        press(note(screen), "Return")
    qtbot.waitUntil(lambda: cursor_is_in_sight(screen))


def test_what_was_searched_for_is_seen(screen: ConversationScreen, qtbot: QtBot) -> None:
    screen.show_first("Line 250")
    qtbot.waitUntil(lambda: cursor_is_in_sight(screen))
    assert note(screen).textCursor().selectedText() == "Line 250"


def test_the_way_to_the_first_line_leads_up_the_page(screen: ConversationScreen, qtbot: QtBot) -> None:
    note(screen).setFocus()
    press(note(screen), "Ctrl+End")
    press(note(screen), "Ctrl+Home")
    qtbot.waitUntil(lambda: cursor_is_in_sight(screen))
