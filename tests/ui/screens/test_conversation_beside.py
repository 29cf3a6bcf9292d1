"""The side of a note: it scrolls on its own beside it, and goes below it where there is no room."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.commands.agenda_item import raise_next_time
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.rules.conversation import ConversationKind
from tests.ui.hands import at_conversation, named, press
from ui.main_window import MainWindow
from ui.screens.beside import Beside
from ui.screens.conversation import ConversationScreen
from ui.widgets.note_edit import NoteEdit

BESIDE, BELOW = (1360, 640), (820, 640)


@pytest.fixture
def screen(journal: Journal, attached: MainWindow, qtbot: QtBot) -> ConversationScreen:
    dana = journal.do(add_rep, name="Dana Reyes")
    for number in range(12):
        journal.do(raise_next_time, rep_id=dana, text=f"The thing {number}")
    talk = journal.do(log_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE, text="Price came up.")
    attached.resize(*BESIDE)
    shown = at_conversation(attached, talk, qtbot)
    qtbot.waitUntil(lambda: note(shown).hasFocus())
    return shown


def note(screen: ConversationScreen) -> NoteEdit:
    return named(screen, "conversation.text", NoteEdit)


def column(screen: ConversationScreen) -> Beside:
    (found,) = screen.findChildren(Beside)
    return found


def raise_next(screen: ConversationScreen) -> QWidget:
    """A line far down in the side."""
    return named(screen, "conversation.agenda.add.text", QWidget)


def top(widget: QWidget, screen: ConversationScreen) -> int:
    return widget.mapTo(screen, QPoint()).y()


def in_sight(widget: QWidget, screen: ConversationScreen) -> bool:
    return 0 <= top(widget, screen) <= screen.height() - widget.height()


def test_the_note_stands_still_while_the_side_scrolls(screen: ConversationScreen) -> None:
    line = raise_next(screen)
    before, stood = top(line, screen), top(note(screen), screen)
    bar = column(screen).verticalScrollBar()
    bar.setValue(bar.maximum())
    assert top(line, screen) < before
    assert top(note(screen), screen) == stood


def test_keys_bring_the_rows_of_the_side_into_sight(screen: ConversationScreen) -> None:
    last = named(screen, "conversation.ideas", QWidget)
    assert not in_sight(last, screen)
    press(note(screen), "Shift+F6")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert last.isAncestorOf(focused)
    assert in_sight(focused, screen)


def test_in_a_narrow_window_the_side_is_below_the_note_and_who_is_in_it_stays_there(
    screen: ConversationScreen, attached: MainWindow, qtbot: QtBot
) -> None:
    line = raise_next(screen)
    line.setFocus()
    attached.resize(*BELOW)
    qtbot.waitUntil(lambda: not column(screen).isVisible())
    assert line.isVisible()
    assert line.hasFocus()
    assert top(line, screen) > top(note(screen), screen) + note(screen).height()
    attached.resize(*BESIDE)
    qtbot.waitUntil(lambda: column(screen).isVisible())
    assert line.hasFocus()


def test_a_page_made_narrow_in_focus_mode_is_so_afterwards(
    screen: ConversationScreen, attached: MainWindow, qtbot: QtBot
) -> None:
    press(note(screen), "F11")
    attached.resize(*BELOW)
    press(note(screen), "F11")
    qtbot.waitUntil(lambda: raise_next(screen).isVisible() and not column(screen).isVisible())
