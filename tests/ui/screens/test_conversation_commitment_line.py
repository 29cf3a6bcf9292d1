"""A commitment that is written under a note and not entered yet is as safe as the note itself."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from coachjournal.clock import FixedClock
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.conversation_page import conversation_page
from coachjournal.queries.drafts import kept_draft
from coachjournal.rules.conversation import Side
from tests.ui.hands import named, press
from ui.context import Context
from ui.main_window import MainWindow
from ui.screens.conversation import ConversationScreen

Visit = Callable[[int], ConversationScreen]


@pytest.fixture
def talk(journal: Journal) -> int:
    dana = journal.do(add_rep, name="Dana Reyes")
    return journal.do(log_conversation, rep_id=dana, text="What she tried")


@pytest.fixture
def visit(attached: MainWindow, context: Context, qtbot: QtBot) -> Iterator[Visit]:
    """A page of its own for each visit, as after a start."""
    pages: list[ConversationScreen] = []

    def opened(conversation_id: int) -> ConversationScreen:
        page = ConversationScreen(context)
        qtbot.addWidget(page)
        page.resize(attached.size())
        page.open_item(conversation_id)
        page.show()
        qtbot.waitUntil(page.isActiveWindow)
        pages.append(page)
        return page

    yield opened
    for page in pages:
        page.hide()  # while the journal is open


def line(page: ConversationScreen) -> QLineEdit:
    return named(page, "conversation.addCommitment.text", QLineEdit)


def write(page: ConversationScreen, words: str) -> None:
    line(page).setFocus()
    QTest.keyClicks(line(page), words)


def made(journal: Journal, conversation_id: int) -> list[tuple[str, Side, date | None]]:
    page = journal.ask(conversation_page, conversation_id=conversation_id)
    assert page is not None
    return [(each.text, each.owner, each.due_on) for each in page.commitments]


@pytest.mark.parametrize("keys", ["Esc", "Ctrl+Return"])
def test_leaving_the_page_makes_it(journal: Journal, talk: int, visit: Visit, keys: str) -> None:
    page = visit(talk)
    write(page, "me: send the paper by Friday")
    press(line(page), keys)
    assert made(journal, talk) == [("Send the paper", Side.MANAGER, date(2026, 11, 27))]


def test_it_is_no_commitment_of_the_next_conversation(journal: Journal, talk: int, visit: Visit) -> None:
    tom = journal.do(add_rep, name="Tom Barnes")
    other = journal.do(log_conversation, rep_id=tom, text="A word")
    page = visit(talk)
    write(page, "call the plant")
    page.open_item(other)
    assert line(page).text() == ""
    assert [text for text, *_ in made(journal, talk)] == ["call the plant"]


def test_it_is_in_the_draft_within_two_seconds_and_there_again_after_a_crash(
    journal: Journal, talk: int, visit: Visit, qtbot: QtBot
) -> None:
    page = visit(talk)
    write(page, "call the plant")
    slot = f"conversation:{talk}"
    qtbot.waitUntil(lambda: journal.ask(kept_draft, slot=slot) is not None, timeout=2000)
    again = visit(talk)
    assert line(again).text() == "call the plant"
    again.hide()
    assert [text for text, *_ in made(journal, talk)] == ["call the plant"]
    line(page).clear()


def test_a_page_that_was_only_begun_stays_for_it(journal: Journal, talk: int, visit: Visit) -> None:
    page = visit(talk)
    write(page, "call the plant")
    press(line(page), "Return")
    assert (line(page).text(), len(made(journal, talk))) == ("", 1)
    page.hide()
    assert len(made(journal, talk)) == 1


def test_a_line_on_a_page_left_open_overnight_is_due_a_week_from_today(
    journal: Journal, talk: int, visit: Visit, clock: FixedClock
) -> None:
    page = visit(talk)
    object.__setattr__(clock, "standing_at", clock.standing_at + timedelta(days=3))  # for all who hold it
    write(page, "call the plant")
    press(line(page), "Return")
    assert made(journal, talk)[0][2] == date(2026, 12, 3)
