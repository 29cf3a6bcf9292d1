"""What is typed on the page of a conversation is understood: proposed, corrected with arrow keys, made when done."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.commands.commitment import edit_commitment
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.deal import add_deal
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.conversation_page import ConversationPage, conversation_page
from coachjournal.queries.drafts import kept_draft
from coachjournal.rules.conversation import Side
from tests.ui.another_program import another_program_writing
from tests.ui.hands import at_conversation, click, named, press, type_into
from ui.main_window import MainWindow
from ui.screens.conversation import ConversationScreen
from ui.screens.conversation_commitments import ALREADY
from ui.widgets.note_edit import NoteEdit

FRIDAY = date(2026, 11, 27)


@pytest.fixture
def renewal(journal: Journal, dana: int) -> int:
    return journal.do(add_deal, rep_id=dana, name="Renewal", account="Halvorsen AS", stage_id=1)


@pytest.fixture
def talk(journal: Journal, dana: int, renewal: int) -> int:
    assert renewal
    return journal.do(log_conversation, rep_id=dana, text="Began with the agenda.\nDana to call Ingrid.\n")


@pytest.fixture
def visit(attached: MainWindow, qtbot: QtBot) -> Callable[[int], ConversationScreen]:
    def open_it(conversation_id: int) -> ConversationScreen:
        screen = at_conversation(attached, conversation_id, qtbot)
        qtbot.waitUntil(screen.isVisible)
        return screen

    return open_it


@pytest.fixture
def screen(visit: Callable[[int], ConversationScreen], talk: int) -> ConversationScreen:
    return visit(talk)


def note(screen: ConversationScreen) -> NoteEdit:
    return named(screen, "conversation.text", NoteEdit)


def proposed(screen: ConversationScreen) -> str:
    """What is shown as understood; nothing while nothing is."""
    rows = named(screen, "conversation.understood", QWidget)
    labels: list[QLabel] = rows.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def part(screen: ConversationScreen, row: int, which: str) -> QPushButton:
    return named(screen, f"conversation.understood.{row}.{which}", QPushButton)


def page(journal: Journal, talk: int) -> ConversationPage:
    found = journal.ask(conversation_page, conversation_id=talk)
    assert found is not None
    return found


def leave(screen: ConversationScreen, qtbot: QtBot) -> None:
    press(note(screen), "Ctrl+Return")
    qtbot.waitUntil(lambda: not screen.isVisible())


def made(journal: Journal, talk: int) -> list[tuple[str, Side, date | None]]:
    return [(each.text, each.owner, each.due_on) for each in page(journal, talk).commitments]


def test_promises_are_shown_as_understood_and_made_when_done_in_one_step(
    screen: ConversationScreen, journal: Journal, talk: int, qtbot: QtBot
) -> None:
    assert proposed(screen) == ""
    type_into(note(screen), "Dana to send the agenda by Friday\r- me: call procurement by 1/12")
    qtbot.waitUntil(lambda: "Call procurement" in proposed(screen))
    assert "Send the agenda" in proposed(screen)
    assert (part(screen, 0, "owner").text(), part(screen, 0, "day").text()) == ("Dana", "Fri 27 Nov")
    assert (part(screen, 1, "owner").text(), part(screen, 1, "day").text()) == ("You", "Tue 1 Dec")
    assert made(journal, talk) == []
    leave(screen, qtbot)
    assert made(journal, talk) == [
        ("Send the agenda", Side.REP, FRIDAY),
        ("Call procurement", Side.MANAGER, date(2026, 12, 1)),
    ]
    journal.undo()
    assert made(journal, talk) == []
    assert page(journal, talk).head.text == "Began with the agenda.\nDana to call Ingrid.\n"


def test_what_was_made_is_not_proposed_again(
    screen: ConversationScreen,
    visit: Callable[[int], ConversationScreen],
    talk: int,
    qtbot: QtBot,
) -> None:
    type_into(note(screen), "Dana to send the agenda by Friday")
    leave(screen, qtbot)
    again = visit(talk)
    type_into(note(again), ".\rShe will.")
    qtbot.wait(300)
    assert proposed(again) == ""


def test_one_that_was_reworded_since_is_not_proposed_again(
    screen: ConversationScreen,
    visit: Callable[[int], ConversationScreen],
    journal: Journal,
    talk: int,
    qtbot: QtBot,
) -> None:
    type_into(note(screen), "Dana to send the agenda by Friday")
    leave(screen, qtbot)
    (commitment,) = page(journal, talk).commitments
    journal.do(edit_commitment, commitment_id=commitment.commitment_id, text="Send it early")
    again = visit(talk)
    type_into(note(again), "\rAnd more.")
    leave(again, qtbot)
    assert [text for text, _, _ in made(journal, talk)] == ["Send it early"]


def test_arrow_keys_correct_the_day_and_the_owner(
    screen: ConversationScreen, journal: Journal, talk: int, qtbot: QtBot
) -> None:
    type_into(note(screen), "Dana to send the agenda by Friday")
    qtbot.waitUntil(lambda: "Send the agenda" in proposed(screen))
    day = part(screen, 0, "day")
    day.setFocus()
    for key in ("Right", "Up", "Left", "Right", "PgUp"):
        press(part(screen, 0, "day"), key)
    assert part(screen, 0, "day").text() == "Sun 6 Dec"
    assert part(screen, 0, "day").hasFocus()
    press(part(screen, 0, "owner"), "Left")
    assert part(screen, 0, "owner").text() == "You"
    leave(screen, qtbot)
    assert made(journal, talk) == [("Send the agenda", Side.MANAGER, date(2026, 12, 6))]


def test_editing_a_line_changes_what_it_proposes(screen: ConversationScreen, qtbot: QtBot) -> None:
    type_into(note(screen), "Dana to send the agenda by Friday")
    qtbot.waitUntil(lambda: "Fri 27 Nov" in part(screen, 0, "day").text())
    for _ in "Friday":
        press(note(screen), "Backspace")
    type_into(note(screen), "tomorrow")
    qtbot.waitUntil(lambda: part(screen, 0, "day").text() == "Tue 24 Nov")
    note(screen).undo()


@pytest.mark.parametrize("key", ["Esc", "Del"])
def test_what_is_turned_down_is_not_made(
    screen: ConversationScreen, journal: Journal, talk: int, qtbot: QtBot, key: str
) -> None:
    type_into(note(screen), "Dana to be fair\rDana to send the agenda")
    qtbot.waitUntil(lambda: "Send the agenda" in proposed(screen))
    part(screen, 0, "day").setFocus()
    press(part(screen, 0, "day"), key)
    assert "Be fair" not in proposed(screen)
    assert screen.isVisible()
    leave(screen, qtbot)
    assert made(journal, talk) == [("Send the agenda", Side.REP, None)]


def test_a_click_turns_one_down_as_well(screen: ConversationScreen, qtbot: QtBot) -> None:
    type_into(note(screen), "Dana to be fair")
    qtbot.waitUntil(lambda: "Be fair" in proposed(screen))
    click(part(screen, 0, "no"))
    assert proposed(screen) == ""


def test_corrections_outlive_a_crash(screen: ConversationScreen, journal: Journal, talk: int, qtbot: QtBot) -> None:
    type_into(note(screen), "Dana to be fair\rDana to send the agenda by Friday")
    qtbot.waitUntil(lambda: "Send the agenda" in proposed(screen))
    press(part(screen, 0, "day"), "Del")
    press(part(screen, 0, "day"), "Right")

    def in_draft() -> bool:
        draft = journal.ask(kept_draft, slot=f"conversation:{talk}")
        return draft is not None and len(draft.fields["corrected"]) == 2

    qtbot.waitUntil(in_draft)


def test_a_key_makes_a_commitment_of_a_line_at_once_and_not_twice(
    screen: ConversationScreen, journal: Journal, talk: int, qtbot: QtBot
) -> None:
    type_into(note(screen), "- Ask for the cost first")
    press(note(screen), "Ctrl+Shift+C")
    assert made(journal, talk) == [("Ask for the cost first", Side.REP, date(2026, 11, 30))]
    press(note(screen), "Ctrl+Shift+C")
    assert screen.context.messages.bar.words == ALREADY
    assert note(screen).hasFocus()
    type_into(note(screen), "\rme: hold the demo")
    qtbot.waitUntil(lambda: "Hold the demo" in proposed(screen))
    press(note(screen), "Ctrl+Shift+C")
    assert proposed(screen) == ""
    leave(screen, qtbot)
    assert [(text, owner) for text, owner, _ in made(journal, talk)] == [
        ("Ask for the cost first", Side.REP),
        ("Hold the demo", Side.MANAGER),
    ]


def test_the_line_under_the_note_understands_the_same_words(
    screen: ConversationScreen, journal: Journal, talk: int
) -> None:
    line = named(screen, "conversation.addCommitment.text", QLineEdit)
    assert "Dana to … by Friday" in line.placeholderText()
    type_into(line, "me: map the committee by Friday")
    press(line, "Return")
    assert made(journal, talk) == [("Map the committee", Side.MANAGER, FRIDAY)]


def test_tokens_link_the_deal_and_set_the_length_when_done(
    screen: ConversationScreen, journal: Journal, talk: int, renewal: int, qtbot: QtBot
) -> None:
    type_into(note(screen), "25m on #hal")
    press(note(screen), "Return")
    assert note(screen).source.endswith("25m on #Halvorsen-AS-Renewal")
    leave(screen, qtbot)
    found = page(journal, talk)
    assert ([deal.deal_id for deal in found.deals], found.head.minutes) == ([renewal], 25)


def test_promises_that_could_not_be_written_are_made_when_something_else_can(
    screen: ConversationScreen, journal: Journal, talk: int, qtbot: QtBot
) -> None:
    type_into(note(screen), "Dana to send the agenda by Friday")
    with another_program_writing(journal):
        press(note(screen), "Ctrl+Return")
        qtbot.waitUntil(lambda: not screen.isVisible())
        assert made(journal, talk) == []
    journal.do(add_rep, name="Amir Khan")
    qtbot.waitUntil(lambda: made(journal, talk) == [("Send the agenda", Side.REP, FRIDAY)])
