from datetime import date

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from coachjournal.commands.begun import begin_planned
from coachjournal.commands.conversation import plan_conversation
from coachjournal.journal import Journal
from coachjournal.queries.conversation_page import conversation_page
from coachjournal.queries.rep_page import rep_conversations
from coachjournal.rules.conversation import ConversationStatus
from tests.ui.hands import at_conversation, named
from ui.main_window import MainWindow
from ui.screens.conversation import ConversationScreen
from ui.screens.conversation_steps import CALL_OFF, PLAN_AGAIN, TOOK_PLACE


@pytest.fixture
def planned(attached: MainWindow, journal: Journal, dana: int, qtbot: QtBot) -> ConversationScreen:
    """The page of a one-on-one that is planned for today."""
    talk = journal.do(plan_conversation, rep_id=dana, held_on=date(2026, 11, 23))
    return at_conversation(attached, talk, qtbot)


def offered(screen: ConversationScreen) -> dict[str, QAction]:
    """What stands behind the dots."""
    assert named(screen, "conversation.more", QPushButton).isEnabled()
    return {action.text(): action for action in screen.actions() if action.isVisible()}


def status(journal: Journal) -> ConversationStatus:
    page = journal.ask(conversation_page, conversation_id=1)
    assert page is not None
    return page.head.status


def test_what_was_planned_took_place_without_a_word(planned: ConversationScreen, journal: Journal) -> None:
    assert PLAN_AGAIN not in offered(planned)
    offered(planned)[TOOK_PLACE].trigger()
    assert status(journal) is ConversationStatus.HELD
    assert not {TOOK_PLACE, CALL_OFF, PLAN_AGAIN} & set(offered(planned))


def test_what_was_planned_is_called_off_and_planned_again(planned: ConversationScreen, journal: Journal) -> None:
    offered(planned)[CALL_OFF].trigger()
    assert status(journal) is ConversationStatus.CANCELLED
    offered(planned)[PLAN_AGAIN].trigger()
    assert status(journal) is ConversationStatus.PLANNED


def test_what_was_begun_and_then_said_to_have_taken_place_stays(
    attached: MainWindow, journal: Journal, dana: int, qtbot: QtBot
) -> None:
    planned = journal.do(plan_conversation, rep_id=dana, held_on=date(2026, 11, 23))
    journal.do(begin_planned, conversation_id=planned)
    offered(at_conversation(attached, planned, qtbot))[TOOK_PLACE].trigger()
    attached.ways.open_page("today")
    qtbot.waitUntil(lambda: attached.pages.place.page == "today", timeout=20_000)
    assert status(journal) is ConversationStatus.HELD
    assert journal.ask(rep_conversations, rep_id=dana) != ()
