"""A conversation begun on its page: headings to write under, and nothing left behind when nothing came of it."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.commands.begun import begin_conversation, page_slot
from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.conversation import edit_conversation, log_conversation, plan_conversation
from coachjournal.commands.draft import keep_draft
from coachjournal.journal import Journal
from coachjournal.queries.conversation_page import ConversationPage, conversation_page
from coachjournal.queries.drafts import kept_draft
from coachjournal.rules.conversation import ConversationKind, ConversationStatus
from tests.ui.hands import at_conversation, click, named, press, type_into, words_of
from ui.editors.quick_log import QuickLog
from ui.main_window import MainWindow
from ui.screens.conversation import ConversationScreen
from ui.widgets.note_edit import NoteEdit
from ui.widgets.rep_picker import RepPicker

TEMPLATE = "## What I saw\n\n\n## What Dana thinks\n\n\n## What Dana will try\n"

Begin = Callable[[ConversationKind], ConversationScreen]


@pytest.fixture
def begin(dana: int, attached: MainWindow, qtbot: QtBot) -> Begin:
    def begun(kind: ConversationKind) -> ConversationScreen:
        attached.ways.begin(kind, dana)
        qtbot.waitUntil(lambda: attached.pages.place.page == "conversation", timeout=20_000)
        screen = attached.pages.currentWidget()
        assert isinstance(screen, ConversationScreen)
        return screen

    return begun


@pytest.fixture
def ride(begin: Begin) -> ConversationScreen:
    return begin(ConversationKind.RIDE_ALONG)


def note(screen: ConversationScreen) -> NoteEdit:
    return named(screen, "conversation.text", NoteEdit)


def page_of(journal: Journal, conversation_id: int = 1) -> ConversationPage | None:
    return journal.ask(conversation_page, conversation_id=conversation_id)


def text_of(journal: Journal, conversation_id: int = 1) -> str:
    page = page_of(journal, conversation_id)
    assert page is not None
    return page.head.text


def leave(screen: ConversationScreen, window: MainWindow, qtbot: QtBot, keys: str = "Esc") -> None:
    press(note(screen), keys)
    qtbot.waitUntil(lambda: window.pages.place.page == "today")
    assert not screen.isVisible()


def test_the_headings_of_its_kind_stand_in_the_note_and_the_words_go_under_the_first(
    ride: ConversationScreen, journal: Journal, attached: MainWindow, qtbot: QtBot
) -> None:
    assert note(ride).source == TEMPLATE
    assert "See the rep with customers" in words_of(ride)
    type_into(note(ride), "The agenda.")
    leave(ride, attached, qtbot, "Ctrl+Return")
    assert text_of(journal) == "## What I saw\nThe agenda."


def test_tab_goes_to_the_next_heading_and_back_and_leaves_the_note_behind_the_last(ride: ConversationScreen) -> None:
    type_into(note(ride), "a")
    press(note(ride), "Tab")
    type_into(note(ride), "b")
    press(note(ride), "Tab")
    type_into(note(ride), "c")
    press(note(ride), "Shift+Tab")
    type_into(note(ride), "d")
    assert note(ride).source == "## What I saw\na\n\n## What Dana thinks\nbd\n\n## What Dana will try\nc"
    press(note(ride), "Tab")
    press(note(ride), "Tab")
    assert not note(ride).hasFocus()


def test_left_with_nothing_it_is_taken_away_and_undo_brings_it_back(
    ride: ConversationScreen, journal: Journal, attached: MainWindow, qtbot: QtBot
) -> None:
    leave(ride, attached, qtbot)
    assert page_of(journal) is None
    assert attached.messages.bar.words == "Nothing was written, so a ride-along with Dana Reyes is not in the journal."
    press(attached, "Ctrl+Z")
    qtbot.waitUntil(lambda: page_of(journal) is not None)


def test_turning_to_another_page_takes_it_away_as_well(
    ride: ConversationScreen, journal: Journal, attached: MainWindow, qtbot: QtBot
) -> None:
    assert note(ride).isVisible()
    attached.ways.open_page("deals")
    qtbot.waitUntil(lambda: attached.pages.place.page == "deals", timeout=20_000)
    assert page_of(journal) is None


def test_what_was_agreed_on_the_page_keeps_it(
    ride: ConversationScreen, journal: Journal, attached: MainWindow, qtbot: QtBot
) -> None:
    line = named(ride, "conversation.addCommitment.text", QLineEdit)
    type_into(line, "Map the committee")
    press(line, "Return")
    leave(ride, attached, qtbot)
    assert text_of(journal) == ""


def test_ending_what_was_agreed_last_time_keeps_it(
    dana: int, begin: Begin, journal: Journal, attached: MainWindow, qtbot: QtBot
) -> None:
    before = journal.do(log_conversation, rep_id=dana, text="Hold the demo.")
    promise = journal.do(make_commitment, rep_id=dana, text="Send the agenda", conversation_id=before)
    screen = begin(ConversationKind.ONE_ON_ONE)
    press(note(screen), "F6")
    focus = QApplication.focusWidget()
    assert focus is named(screen, f"conversation.lastTime.commitment.{promise}", QCheckBox)
    press(focus, "K")
    leave(screen, attached, qtbot)
    assert text_of(journal, 2) == ""


def test_f6_walks_the_parts_and_comes_round(dana: int, begin: Begin, journal: Journal) -> None:
    before = journal.do(log_conversation, rep_id=dana, text="Hold the demo.")
    journal.do(make_commitment, rep_id=dana, text="Send the agenda", conversation_id=before)
    screen = begin(ConversationKind.ONE_ON_ONE)
    stops: list[QWidget | None] = []
    for _ in range(10):
        press(QApplication.focusWidget() or screen, "F6")
        stops.append(QApplication.focusWidget())
        if note(screen).hasFocus():
            break
    assert note(screen).hasFocus()
    assert len(set(stops)) == len(stops) > 1
    press(note(screen), "Shift+F6")
    assert QApplication.focusWidget() is stops[-2]


def test_another_kind_brings_its_own_headings_while_nothing_is_written(
    ride: ConversationScreen, journal: Journal
) -> None:
    journal.do(edit_conversation, conversation_id=1, kind=ConversationKind.PRACTICE)
    assert note(ride).source.startswith("## What we practised")
    type_into(note(ride), "Objections.")
    journal.do(edit_conversation, conversation_id=1, kind=ConversationKind.RIDE_ALONG)
    assert note(ride).source.startswith("## What we practised\nObjections.")


def test_a_word_in_passing_has_no_headings(begin: Begin) -> None:
    screen = begin(ConversationKind.IN_PASSING)
    assert note(screen).source == ""


def test_an_old_note_that_is_empty_offers_the_headings_and_stays_empty(
    dana: int, journal: Journal, attached: MainWindow, qtbot: QtBot
) -> None:
    talk = journal.do(log_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG)
    screen = at_conversation(attached, talk, qtbot)
    before = journal.undoable()
    assert note(screen).source == TEMPLATE
    leave(screen, attached, qtbot)
    assert (text_of(journal), journal.undoable()) == ("", before)


def test_after_a_crash_the_headings_are_still_known_for_what_they_are(
    journal: Journal, qtbot: QtBot, begin: Begin
) -> None:
    screen = begin(ConversationKind.RIDE_ALONG)
    type_into(note(screen), "The agenda.")
    qtbot.waitUntil(lambda: bool(_draft(journal)["text"]), timeout=3_000)
    draft = _draft(journal)
    assert draft["text"].startswith("## What I saw\nThe agenda.\n\n## What Dana thinks")
    assert tuple(draft["headings"]) == ("## What I saw", "## What Dana thinks", "## What Dana will try")


def _draft(journal: Journal) -> dict[str, str]:
    draft = journal.ask(kept_draft, slot=page_slot(1))
    assert draft is not None
    return draft.fields


def test_what_a_crash_left_begun_is_taken_away_once_it_is_left(
    dana: int, journal: Journal, attached: MainWindow, qtbot: QtBot
) -> None:
    talk = journal.do(begin_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG)
    screen = at_conversation(attached, talk, qtbot)
    leave(screen, attached, qtbot)
    assert page_of(journal) is None


@pytest.fixture
def log(dana: int, attached: MainWindow, qtbot: QtBot) -> QuickLog:
    assert dana
    attached.ways.start(ConversationKind.ONE_ON_ONE)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QuickLog))
    found = QApplication.activeWindow()
    assert isinstance(found, QuickLog)
    return found


def test_the_quick_log_goes_on_as_a_page_with_all_that_was_typed(
    log: QuickLog, journal: Journal, attached: MainWindow, qtbot: QtBot
) -> None:
    picker = named(log, "quickLog.rep_id", RepPicker)
    type_into(picker, "da")
    press(picker, "Return")
    type_into(named(log, "quickLog.text", NoteEdit), "The agenda.")
    press(log, "Alt+C")
    type_into(named(log, "quickLog.commitment0.text", QLineEdit), "Map the committee")
    press(log, "Ctrl+Shift+Return")
    qtbot.waitUntil(lambda: attached.pages.place.page == "conversation", timeout=20_000)
    page = page_of(journal)
    assert page is not None
    assert (page.head.kind, page.head.text) == (ConversationKind.ONE_ON_ONE, "The agenda.")
    assert [each.text for each in page.commitments] == ["Map the committee"]
    assert journal.ask(kept_draft, slot="quick_log") is None


def test_the_quick_log_with_nothing_typed_goes_on_as_a_page_that_is_begun(
    log: QuickLog, journal: Journal, attached: MainWindow, qtbot: QtBot
) -> None:
    picker = named(log, "quickLog.rep_id", RepPicker)
    type_into(picker, "da")
    press(picker, "Return")
    click(named(log, "quickLog.onPage", QPushButton))
    qtbot.waitUntil(lambda: attached.pages.place.page == "conversation", timeout=20_000)
    screen = attached.pages.currentWidget()
    assert isinstance(screen, ConversationScreen)
    assert note(screen).source.startswith("## What is on Dana’s mind")
    attached.activateWindow()
    qtbot.waitUntil(attached.isActiveWindow)
    leave(screen, attached, qtbot)
    assert page_of(journal) is None


def test_one_planned_for_today_may_be_begun_again_and_leaves_no_draft(
    dana: int, begin: Begin, journal: Journal, attached: MainWindow, qtbot: QtBot
) -> None:
    planned = journal.do(plan_conversation, rep_id=dana, held_on=journal.clock.today())
    for _ in range(2):
        leave(begin(ConversationKind.ONE_ON_ONE), attached, qtbot)
        assert journal.ask(kept_draft, slot=page_slot(planned)) is None
    page = page_of(journal, planned)
    assert page is not None
    assert page.head.status is ConversationStatus.PLANNED


def test_a_note_that_was_emptied_before_the_crash_is_picked_up_empty(
    dana: int, journal: Journal, attached: MainWindow, qtbot: QtBot
) -> None:
    talk = journal.do(log_conversation, rep_id=dana, text="One.")
    journal.do(keep_draft, slot=page_slot(talk), fields={"rep_id": dana, "text": ""})
    screen = at_conversation(attached, talk, qtbot)
    assert note(screen).source == ""
    press(note(screen), "Ctrl+D")
    assert note(screen).source == "One."


def test_a_draft_that_says_what_the_journal_says_goes_by_itself(
    dana: int, journal: Journal, attached: MainWindow, qtbot: QtBot
) -> None:
    talk = journal.do(log_conversation, rep_id=dana, text="One.")
    journal.do(keep_draft, slot=page_slot(talk), fields={"rep_id": dana, "text": "One."})
    attached.ways.open_conversation(talk)
    qtbot.waitUntil(lambda: journal.ask(kept_draft, slot=page_slot(talk)) is None, timeout=20_000)
