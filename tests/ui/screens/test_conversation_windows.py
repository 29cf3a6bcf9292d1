"""Two notes at once: one in the main window, one in a window of its own, and neither overwrites the other."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachjournal.commands.begun import begin_conversation
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.conversation_page import conversation_page
from coachjournal.queries.drafts import kept_draft
from coachjournal.rules.conversation import ConversationKind
from tests.ui.another_program import another_program_writing
from tests.ui.hands import at_conversation, named, press, type_into
from ui.editors.quick_log import QuickLog
from ui.main_window import MainWindow
from ui.own_windows import OwnWindow
from ui.screens.conversation import UNKEPT, ConversationScreen
from ui.widgets.note_edit import NoteEdit


@pytest.fixture
def talks(journal: Journal) -> tuple[int, int]:
    dana = journal.do(add_rep, name="Dana Reyes")
    one, two = (journal.do(log_conversation, rep_id=dana, text=text) for text in ("One.", "Two."))
    return one, two


@pytest.fixture
def page(talks: tuple[int, int], attached: MainWindow, qtbot: QtBot) -> Iterator[ConversationScreen]:
    """The first conversation, in the main window."""
    open_in_main(attached, talks[0], qtbot)
    screen = attached.pages.currentWidget()
    assert isinstance(screen, ConversationScreen)
    yield screen
    attached.keep_state()


def open_in_main(window: MainWindow, talk: int, qtbot: QtBot) -> None:
    at_conversation(window, talk, qtbot)


def own_window() -> OwnWindow:
    (window,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, OwnWindow) and each.isVisible())
    return window


def no_own_window() -> bool:
    return not any(isinstance(each, OwnWindow) and each.isVisible() for each in QApplication.topLevelWidgets())


def note(screen: ConversationScreen) -> NoteEdit:
    return named(screen, "conversation.text", NoteEdit)


def text_of(journal: Journal, talk: int) -> str:
    page = journal.ask(conversation_page, conversation_id=talk)
    assert page is not None
    return page.head.text


def kept_text(journal: Journal, slot: str) -> str | None:
    draft = journal.ask(kept_draft, slot=slot)
    return None if draft is None else draft.fields["text"]


def take_out(page: ConversationScreen, qtbot: QtBot) -> OwnWindow:
    press(note(page), "Ctrl+Shift+O")
    window = own_window()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_a_note_goes_on_in_a_window_of_its_own_with_what_was_just_typed(
    page: ConversationScreen, attached: MainWindow, qtbot: QtBot
) -> None:
    type_into(note(page), "!")
    window = take_out(page, qtbot)
    assert note(window.page).source == "One.!"
    assert window.windowTitle() == "In passing with Dana Reyes"
    assert attached.pages.place.page == "today"


def test_headings_to_write_under_move_along(
    page: ConversationScreen, journal: Journal, attached: MainWindow, qtbot: QtBot
) -> None:
    begun = journal.do(begin_conversation, rep_id=1, kind=ConversationKind.RIDE_ALONG)
    open_in_main(attached, begun, qtbot)
    type_into(note(page), "The agenda.")
    moved = note(take_out(page, qtbot).page)
    assert moved.source.startswith("## What I saw\nThe agenda.\n\n## What Dana thinks\n")
    assert text_of(journal, begun) == ""
    type_into(moved, " Silence.")
    own_window().close()
    assert text_of(journal, begun).rstrip() == "## What I saw\nThe agenda. Silence."


def test_two_notes_are_written_on_at_once_and_both_are_kept(
    page: ConversationScreen, talks: tuple[int, int], journal: Journal, attached: MainWindow, qtbot: QtBot
) -> None:
    one, two = talks
    window = take_out(page, qtbot)
    open_in_main(attached, two, qtbot)
    type_into(note(page), "b")
    type_into(note(window.page), "a")
    qtbot.waitUntil(lambda: all(journal.ask(kept_draft, slot=f"conversation:{talk}") for talk in talks))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(note(window.page), "Esc")
    assert no_own_window()
    attached.ways.open_page("today")
    assert (text_of(journal, one), text_of(journal, two)) == ("One.a", "Two.b")


def test_the_same_note_is_never_open_twice(
    page: ConversationScreen, talks: tuple[int, int], attached: MainWindow, qtbot: QtBot
) -> None:
    window = take_out(page, qtbot)
    attached.activateWindow()
    qtbot.waitUntil(attached.isActiveWindow)
    attached.ways.open_conversation(talks[0])
    qtbot.waitUntil(window.isActiveWindow)
    assert attached.pages.place.page == "today"
    attached.ways.go_back()
    assert attached.pages.place.page == "today"


def test_once_its_window_is_closed_it_opens_in_the_main_one_again(
    page: ConversationScreen, talks: tuple[int, int], attached: MainWindow, qtbot: QtBot
) -> None:
    type_into(note(take_out(page, qtbot).page), "!")
    own_window().close()
    open_in_main(attached, talks[0], qtbot)
    assert note(page).source == "One.!"


def test_the_app_closes_only_when_every_window_has_its_words_in_the_file(
    page: ConversationScreen, journal: Journal, attached: MainWindow, qtbot: QtBot
) -> None:
    window = take_out(page, qtbot)
    with another_program_writing(journal):
        type_into(note(window.page), "!")
        assert not attached.pages.may_close()
        assert window.page.context.messages.bar.words == UNKEPT
    assert attached.pages.may_close()


def test_one_that_was_only_begun_may_move_and_is_taken_away_when_its_window_closes(
    talks: tuple[int, int], attached: MainWindow, journal: Journal, qtbot: QtBot
) -> None:
    assert talks
    begun = journal.do(begin_conversation, rep_id=1, kind=ConversationKind.RIDE_ALONG)
    open_in_main(attached, begun, qtbot)
    screen = attached.pages.currentWidget()
    assert isinstance(screen, ConversationScreen)
    window = take_out(screen, qtbot)
    assert note(window.page).source.startswith("## What I saw")
    press(note(window.page), "Esc")
    assert journal.ask(conversation_page, conversation_id=begun) is None


def test_the_keys_of_the_journal_are_heard_there_too(page: ConversationScreen, journal: Journal, qtbot: QtBot) -> None:
    window = take_out(page, qtbot)
    journal.do(add_rep, name="Amir Khan")
    press(note(window.page), "Ctrl+Z")
    qtbot.waitUntil(lambda: journal.redoable() == "Added Amir Khan.")


def test_the_quick_log_over_a_page_keeps_its_own_words_and_the_page_its_own(
    page: ConversationScreen, talks: tuple[int, int], journal: Journal, attached: MainWindow, qtbot: QtBot
) -> None:
    type_into(note(page), " And left.")
    attached.ways.log_conversation(1)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QuickLog))
    log = QApplication.activeWindow()
    assert log is not None
    type_into(named(log, "quickLog.text", NoteEdit), "In the corridor.")
    press(log, "Esc")
    assert kept_text(journal, "quick_log") == "In the corridor."
    qtbot.waitUntil(lambda: kept_text(journal, f"conversation:{talks[0]}") == "One. And left.")
    assert note(page).source == "One. And left."
