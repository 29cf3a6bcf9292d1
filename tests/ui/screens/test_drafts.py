"""What lies unfinished is offered on Today and on the rep's page, and can be thrown away and come back."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.commands.begun import begin_conversation, page_slot
from coachjournal.commands.conversation import delete_conversation, log_conversation
from coachjournal.commands.draft import keep_draft, put_back_drafts, throw_away_drafts
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.drafts import kept_draft
from coachjournal.queries.unfinished import unfinished
from coachjournal.rules.conversation import ConversationKind
from tests.ui.hands import named, press
from ui.editors.quick_log import QuickLog
from ui.main_window import MainWindow
from ui.pages import Place
from ui.screens.screen import Screen
from ui.widgets.note_edit import NoteEdit

PLACES = [Place("today"), Place("rep", 1)]
DRAFT = {"kind": "ride_along", "text": "One two"}


@pytest.fixture
def left(journal: Journal, dana: int) -> str:
    """The slot of a draft about Dana."""
    slot = page_slot(journal.do(log_conversation, rep_id=dana))
    journal.do(keep_draft, slot=slot, fields=DRAFT | {"rep_id": dana})
    return slot


@pytest.fixture(autouse=True)
def away(attached: MainWindow) -> Iterator[None]:
    yield
    attached.hide()  # while the journal is open


def at(window: MainWindow, qtbot: QtBot, place: Place) -> QWidget:
    window.pages.go(place)
    qtbot.waitUntil(lambda: window.pages.place == place, timeout=20_000)
    page = window.pages.currentWidget()
    assert isinstance(page, Screen)
    page.refresh()
    return page


def row(page: QWidget, slot: str) -> QPushButton:
    found = named(page, slot, QPushButton)
    found.setFocus()
    return found


@pytest.mark.parametrize("place", PLACES)
def test_enter_goes_on_with_it(left: str, attached: MainWindow, qtbot: QtBot, place: Place, journal: Journal) -> None:
    press(row(at(attached, qtbot, place), left), "Return")
    qtbot.waitUntil(lambda: attached.pages.place.page == "conversation", timeout=20_000)
    shown = attached.pages.currentWidget()
    assert shown is not None
    assert named(shown, "conversation.text", NoteEdit).source == "One two"
    assert journal.ask(kept_draft, slot=left)


@pytest.mark.parametrize("place", PLACES)
def test_del_throws_it_away_and_ctrl_z_brings_it_back(
    left: str, attached: MainWindow, qtbot: QtBot, place: Place, journal: Journal
) -> None:
    shown = at(attached, qtbot, place)
    press(row(shown, left), "Del")
    assert journal.ask(kept_draft, slot=left) is None
    assert attached.messages.bar.words == "Thrown away: Ride-along with Dana Reyes."
    press(attached, "Ctrl+Z")
    draft = journal.ask(kept_draft, slot=left)
    assert draft is not None
    assert draft.fields["text"] == "One two"
    qtbot.waitUntil(lambda: any(found.isVisible() for found in shown.findChildren(QPushButton, left)))
    assert journal.redoable() is None


def test_the_keys_stay_with_the_page_of_the_rep_when_its_last_draft_is_gone(
    left: str, dana: int, attached: MainWindow, qtbot: QtBot
) -> None:
    page = at(attached, qtbot, Place("rep", dana))
    draft = row(page, left)
    draft.setFocus()
    press(draft, "Del")
    qtbot.waitUntil(attached.pages.hasFocus)


def test_once_the_bar_tells_of_something_else_ctrl_z_is_the_journals(
    left: str, attached: MainWindow, qtbot: QtBot, journal: Journal
) -> None:
    press(row(at(attached, qtbot, Place("today")), left), "Del")
    journal.do(add_rep, name="Amir Khan")
    press(attached, "Ctrl+Z")
    qtbot.waitUntil(lambda: journal.redoable() == "Added Amir Khan.")
    assert journal.ask(kept_draft, slot=left) is None


def test_the_page_of_another_rep_says_nothing_of_it(
    left: str, attached: MainWindow, qtbot: QtBot, journal: Journal
) -> None:
    amir = journal.do(add_rep, name="Amir Khan")
    assert at(attached, qtbot, Place("rep", amir)).findChild(QPushButton, left) is None


def test_an_editor_opens_with_what_was_typed_in_it(
    dana: int, attached: MainWindow, qtbot: QtBot, journal: Journal
) -> None:
    slot = f"editor:repEditor:{dana}"
    journal.do(keep_draft, slot=slot, fields={"typed": {"role": "Lead"}, "was": {"role": ""}})
    press(row(at(attached, qtbot, Place("today")), slot), "Return")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    editor = QApplication.activeModalWidget()
    assert editor is not None
    assert named(editor, "repEditor.role", QLineEdit).text() == "Lead"
    press(editor, "Esc")


def test_words_whose_conversation_is_gone_can_be_logged_anew(
    left: str, attached: MainWindow, qtbot: QtBot, journal: Journal
) -> None:
    journal.do(delete_conversation, conversation_id=1)
    press(row(at(attached, qtbot, Place("today")), left), "Return")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QuickLog))
    log = QApplication.activeWindow()
    assert log is not None
    assert named(log, "quickLog.text", NoteEdit).source == "One two"
    press(log, "Esc")


def test_throwing_away_what_was_only_begun_takes_the_conversation_too(
    dana: int, attached: MainWindow, qtbot: QtBot, journal: Journal
) -> None:
    talk = journal.do(begin_conversation, rep_id=dana, kind=ConversationKind.PRACTICE)
    page = at(attached, qtbot, Place("today"))
    assert "begun, nothing written" in row(page, page_slot(talk)).accessibleName()
    press(row(page, page_slot(talk)), "Del")
    assert journal.undoable() == "Nothing was written, so a practice with Dana Reyes is not in the journal."


def test_what_was_begun_in_the_same_place_since_is_not_overwritten(journal: Journal) -> None:
    journal.do(keep_draft, slot="quick_log", fields={"rep_id": None, "text": "Old"})
    kept = journal.do(throw_away_drafts, slots=["quick_log"])
    journal.do(keep_draft, slot="quick_log", fields={"rep_id": None, "text": "New"})
    journal.do(put_back_drafts, drafts=kept)
    (draft,) = journal.ask(unfinished)
    assert draft.text == "New"
