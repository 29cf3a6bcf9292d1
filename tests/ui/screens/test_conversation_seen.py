"""One thing seen, in any conversation; and how often a skill was practised."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.observation import write_observation
from coachjournal.journal import Journal
from coachjournal.queries.seen import seen_in_talk
from coachjournal.rules.conversation import ConversationKind
from tests.ui.hands import at_conversation, click, named, press, type_into, words_of
from ui.editors.observation import JUDGES, ObservationEditor
from ui.main_window import MainWindow
from ui.screens.conversation import ConversationScreen
from ui.widgets.open_row import OpenRow

TODAY = date(2026, 11, 23)
PRACTICE = ConversationKind.PRACTICE
OBJECTIONS = 8


@pytest.fixture
def practice(journal: Journal, dana: int) -> int:
    for days in (60, 20):
        day = TODAY - timedelta(days=days)
        journal.do(log_conversation, rep_id=dana, kind=PRACTICE, held_on=day, focus_skill_id=OBJECTIONS)
    return journal.do(log_conversation, rep_id=dana, kind=PRACTICE, text="Twice.")


@pytest.fixture
def screen(practice: int, attached: MainWindow, qtbot: QtBot) -> ConversationScreen:
    return at_conversation(attached, practice, qtbot)


def editor(qtbot: QtBot) -> ObservationEditor:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), ObservationEditor))
    shown = QApplication.activeWindow()
    assert isinstance(shown, ObservationEditor)
    return shown


def seen(journal: Journal, conversation_id: int) -> list[tuple[str, str, str]]:
    told = journal.ask(seen_in_talk, conversation_id=conversation_id)
    return [(each.situation, each.behaviour, each.impact) for each in told.observations]


def test_an_observation_is_written_from_field_to_field_by_enter(
    screen: ConversationScreen, journal: Journal, practice: int, qtbot: QtBot
) -> None:
    click(named(screen, "conversation.seen.add", QPushButton))
    written = editor(qtbot)
    for words in ("Second round, the price", "Asked what lies behind it and waited", "I named the budget round"):
        line = QApplication.focusWidget()
        assert line is not None
        type_into(line, words)
        press(line, "Return")
    qtbot.waitUntil(lambda: not written.isVisible())
    assert seen(journal, practice) == [
        ("Second round, the price", "Asked what lies behind it and waited", "I named the budget round")
    ]
    assert "Asked what lies behind it and waited" in words_of(named(screen, "conversation.seen", QWidget))


def test_a_judgement_is_pointed_out_and_kept_all_the_same(
    screen: ConversationScreen, journal: Journal, practice: int, qtbot: QtBot
) -> None:
    click(named(screen, "conversation.seen.add", QPushButton))
    written = editor(qtbot)
    behaviour = named(written, "observationEditor.behaviour", QWidget)
    type_into(behaviour, "Very good and confident")
    assert named(written, "observationEditor.hint", QLabel).text() == JUDGES
    press(written, "Ctrl+Return")
    assert len(seen(journal, practice)) == 1


def test_without_what_the_rep_did_the_field_says_so(
    screen: ConversationScreen, journal: Journal, practice: int, qtbot: QtBot
) -> None:
    click(named(screen, "conversation.seen.add", QPushButton))
    written = editor(qtbot)
    press(written, "Ctrl+Return")
    assert named(written, "observationEditor.behaviour.problem", QLabel).text()
    assert seen(journal, practice) == []
    press(written, "Esc")


def test_a_row_opens_what_was_seen_to_word_it_anew_or_take_it_out(
    journal: Journal, dana: int, practice: int, attached: MainWindow, qtbot: QtBot
) -> None:
    journal.do(write_observation, rep_id=dana, conversation_id=practice, behaviour="Asked twice")
    screen = at_conversation(attached, practice, qtbot)
    row = next(row for row in screen.findChildren(OpenRow) if "Asked twice" in row.accessibleName())
    row.click()
    written = editor(qtbot)
    type_into(named(written, "observationEditor.behaviour", QWidget), " and waited")
    press(written, "Ctrl+Return")
    assert seen(journal, practice) == [("", "Asked twice and waited", "")]
    row = next(row for row in screen.findChildren(OpenRow) if "and waited" in row.accessibleName())
    row.click()
    click(named(editor(qtbot), "observationEditor.delete", QPushButton))
    assert seen(journal, practice) == []


def test_a_practice_says_which_skill_and_how_often_it_was_tried(screen: ConversationScreen) -> None:
    chip = named(screen, "conversation.seen.skill", QPushButton)
    assert chip.text() == "which skill?"
    click(chip)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Objections").trigger()
    menu.close()
    assert chip.text() == "Objections"
    assert named(screen, "conversation.seen.times", QLabel).text() == "practice 3 of it since 24 Sept"


@pytest.mark.parametrize("kind", [ConversationKind.CALL_REVIEW, ConversationKind.IN_PASSING])
def test_the_sheet_is_there_where_something_is_seen_as_a_rule(
    journal: Journal, dana: int, attached: MainWindow, qtbot: QtBot, kind: ConversationKind
) -> None:
    talk = journal.do(log_conversation, rep_id=dana, kind=kind, text="Words")
    screen = at_conversation(attached, talk, qtbot)
    assert named(screen, "conversation.seen", QWidget).isVisible()


@pytest.mark.parametrize("kind", [ConversationKind.ONE_ON_ONE, ConversationKind.RIDE_ALONG])
def test_elsewhere_the_sheet_comes_with_the_first_observation(
    journal: Journal, dana: int, attached: MainWindow, qtbot: QtBot, kind: ConversationKind
) -> None:
    talk = journal.do(log_conversation, rep_id=dana, kind=kind, text="Words")
    screen = at_conversation(attached, talk, qtbot)
    assert not named(screen, "conversation.seen", QWidget).isVisible()
    journal.do(write_observation, rep_id=dana, conversation_id=talk, behaviour="Asked twice")
    assert named(screen, "conversation.seen", QWidget).isVisible()
