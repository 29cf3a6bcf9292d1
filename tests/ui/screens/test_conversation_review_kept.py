"""Answers and next steps that are being worded: another window costs nothing, a full disk is told and waited for."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.commands.deal import add_deal
from coachjournal.commands.deal_review import review_deal
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.deal_review import DealReview, deal_review
from tests.core.store.test_full_disk import ROOM, fill_up, leave_room_for
from tests.ui.hands import named, press
from ui.context import Context
from ui.main_window import MainWindow
from ui.screens.answer_row import AnswerRow
from ui.screens.conversation import ConversationScreen


@pytest.fixture
def review(journal: Journal) -> int:
    dana = journal.do(add_rep, name="Dana Reyes")
    deal = journal.do(add_deal, rep_id=dana, name="Kestrel, fleet", stage_id=1)
    return journal.do(review_deal, deal_id=deal)


@pytest.fixture
def page(review: int, attached: MainWindow, context: Context, qtbot: QtBot) -> Iterator[ConversationScreen]:
    shown = ConversationScreen(context)
    qtbot.addWidget(shown)
    shown.resize(attached.size())
    shown.open_item(review)
    shown.show()
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown
    shown.hide()  # while the journal is open


def in_an_answer(page: ConversationScreen) -> QLineEdit:
    row = page.findChildren(AnswerRow)[0]
    row.open_field()
    return row.field


def in_the_step(page: ConversationScreen) -> QLineEdit:
    return named(page, "conversation.nextStep", QLineEdit)


Where = Callable[[ConversationScreen], QLineEdit]
PLACES = pytest.mark.parametrize("where", [in_an_answer, in_the_step])


def write(line: QLineEdit, words: str) -> None:
    line.setFocus()
    QTest.keyClicks(line, words)


def state(journal: Journal, review: int) -> DealReview:
    return journal.ask(deal_review, conversation_id=review)


@PLACES
def test_looking_something_up_in_another_window_leaves_the_words_where_they_are(
    page: ConversationScreen, journal: Journal, review: int, where: Where, qtbot: QtBot
) -> None:
    line, before = where(page), state(journal, review)
    write(line, "Ingrid signs")
    leave_for_another_window(line)
    qtbot.wait(20)
    assert line.isVisible()
    assert line.text() == "Ingrid signs"
    assert state(journal, review) == before


@PLACES
def test_a_window_with_words_that_cannot_be_kept_stays_and_says_so_in_red(
    page: ConversationScreen, journal: Journal, review: int, where: Where, qtbot: QtBot
) -> None:
    fill_up(journal, 1)
    write(where(page), "Ingrid signs" * 400)
    assert not page.may_close()
    red = named(page, "conversation.unsaved", QWidget)
    assert red.isVisible()
    press(page, "Tab")
    leave_room_for(journal, ROOM)
    qtbot.waitUntil(lambda: not red.isVisible(), timeout=4_000)
    assert page.may_close()
    assert "Ingrid signs" in str(state(journal, review))


def leave_for_another_window(line: QWidget) -> None:
    gone = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(line, gone)
