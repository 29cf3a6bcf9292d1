"""What a conversation coaches on stands at the top of its side."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from coachjournal.commands.coached_in import coach_in
from coachjournal.commands.conversation import log_conversation
from coachjournal.journal import Journal
from coachjournal.queries.coaching import coaching_steps
from coachjournal.queries.signals import OpenSignal
from coachjournal.rules.conversation import ConversationKind
from tests.ui.hands import at_conversation, named, press, words_of
from tests.ui.signals import let_commitments_slip
from ui.main_window import MainWindow
from ui.screens.conversation import ConversationScreen
from ui.screens.side_coaching import CoachingSheet
from ui.widgets.open_row import OpenRow


@pytest.fixture
def slips(journal: Journal, dana: int) -> OpenSignal:
    return let_commitments_slip(journal, dana)


@pytest.fixture
def talk(journal: Journal, dana: int) -> int:
    return journal.do(log_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE, text="Price came up.")


def sheet(screen: ConversationScreen) -> CoachingSheet:
    return named(screen, "conversation.coaching", CoachingSheet)


def test_a_conversation_says_what_it_coaches_on(
    journal: Journal, slips: OpenSignal, talk: int, attached: MainWindow, qtbot: QtBot
) -> None:
    journal.do(coach_in, finding=slips.last, conversation_id=talk)
    words = words_of(sheet(at_conversation(attached, talk, qtbot)))
    assert "Coaching on" in words
    assert "1 of the last 5 commitments kept" in words


def test_a_key_on_a_quiet_line_says_that_it_was_about_it(
    journal: Journal, slips: OpenSignal, talk: int, attached: MainWindow, qtbot: QtBot
) -> None:
    coaching = sheet(at_conversation(attached, talk, qtbot))
    qtbot.waitUntil(coaching.isVisible)
    assert "Was it about this?" in words_of(coaching)
    row = named(coaching, f"conversation.about.signal.commitments_slip.{slips.subject.rep_id}", OpenRow)
    row.setFocus()
    press(row, "T")
    (step,) = journal.ask(coaching_steps)
    assert (step.conversation_id, step.held_on) == (talk, slips.seen_on)
    assert "Coaching on" in words_of(coaching)


def test_of_an_old_conversation_nothing_is_asked(
    journal: Journal, slips: OpenSignal, dana: int, attached: MainWindow, qtbot: QtBot
) -> None:
    long_ago = slips.seen_on - timedelta(days=60)
    talk = journal.do(
        log_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE, text="Price came up.", held_on=long_ago
    )
    assert sheet(at_conversation(attached, talk, qtbot)).isHidden()
