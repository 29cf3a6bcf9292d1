"""What is known of a deal stands beside it, and R begins its review."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from coachjournal.commands.answer import answer_question
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.deal import add_deal
from coachjournal.journal import Journal
from coachjournal.queries.deal_answers import deal_answers
from coachjournal.rules.answer import Certainty
from coachjournal.rules.conversation import ConversationKind
from tests.ui.hands import click, named, press, words_of
from ui.main_window import MainWindow
from ui.pages import Place
from ui.screens.deal_answers import NEVER
from ui.screens.deal_details import DealPanel
from ui.screens.deals import DealsScreen
from ui.widgets.open_row import OpenRow

TODAY = date(2026, 11, 23)


@pytest.fixture
def deal(journal: Journal, dana: int) -> int:
    return journal.do(add_deal, rep_id=dana, name="Kestrel, fleet", stage_id=2)


def reviewed(journal: Journal, deal: int, days_ago: int, certainty: Certainty) -> int:
    """A review that answered the first question that was never asked."""
    rep_id = journal.ask(lambda tx: tx.connection.exec_driver_sql("SELECT id FROM rep").scalar_one())
    day, kind = TODAY - timedelta(days=days_ago), ConversationKind.DEAL_REVIEW
    talk = journal.do(log_conversation, rep_id=rep_id, kind=kind, deal_ids=[deal], held_on=day)
    question = next(each for each in journal.ask(deal_answers, deal_id=deal) if each.answer is None).question_id
    journal.do(
        answer_question, conversation_id=talk, deal_id=deal, question_id=question, certainty=certainty, text="Ingrid"
    )
    return talk


def shown(window: MainWindow, qtbot: QtBot) -> DealsScreen:
    window.ways.open_page("deals")
    qtbot.waitUntil(lambda: window.pages.place == Place("deals"))
    screen = window.pages.currentWidget()
    assert isinstance(screen, DealsScreen)
    qtbot.waitUntil(lambda: bool(named(screen, "deals.answers.words", QLabel).text()))
    return screen


def panel(screen: DealsScreen) -> DealPanel:
    return named(screen, "deals.details", DealPanel)


def test_a_deal_never_reviewed_says_so(deal: int, attached: MainWindow, qtbot: QtBot) -> None:
    assert deal
    assert NEVER in words_of(panel(shown(attached, qtbot)))


def test_what_is_known_stands_beside_the_deal_and_opens_to_where_it_was_said(
    journal: Journal, deal: int, attached: MainWindow, qtbot: QtBot
) -> None:
    talk = reviewed(journal, deal, 45, Certainty.KNOWN)
    reviewed(journal, deal, 12, Certainty.GUESS)
    screen = shown(attached, qtbot)
    words = "1 known, 1 guessed, 7 not asked. The oldest answer is from 45 days ago."
    qtbot.waitUntil(lambda: named(screen, "deals.answers.words", QLabel).text() == words)
    click(named(screen, "deals.answers.toggle", QPushButton))
    row = next(row for row in panel(screen).findChildren(OpenRow) if "45 days ago" in row.accessibleName())
    assert "known, 45 days ago, ask again: Ingrid" in words_of(row)
    row.click()
    qtbot.waitUntil(lambda: attached.pages.place == Place("conversation", talk))


def test_r_begins_the_review_of_the_deal_in_focus(
    journal: Journal, dana: int, deal: int, attached: MainWindow, qtbot: QtBot
) -> None:
    journal.do(add_deal, rep_id=dana, name="Harbour Mills", stage_id=1)
    screen = shown(attached, qtbot)
    screen.table.choose(deal)
    press(screen.table, "R")  # at once, before the panel has followed
    qtbot.waitUntil(lambda: attached.pages.place.page == "conversation")
    about = journal.ask(
        lambda tx: tx.connection.exec_driver_sql("SELECT deal_id FROM conversation_deal").scalars().all()
    )
    assert about == [deal]
