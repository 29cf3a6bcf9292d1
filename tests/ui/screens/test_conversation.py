"""A note that is written on: kept while typing, one step of undo when it is left."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.deal import add_deal
from coachjournal.commands.draft import keep_draft
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.conversation_page import ConversationPage, conversation_page
from coachjournal.queries.drafts import kept_draft
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import ConversationKind
from tests.ui.another_program import another_program_writing
from tests.ui.hands import at_conversation, click, named, press, type_into, words_of
from ui.main_window import MainWindow
from ui.screens.conversation import UNKEPT, ConversationScreen
from ui.widgets.note_edit import NoteEdit

TODAY = date(2026, 11, 23)


@pytest.fixture
def before(journal: Journal, dana: int) -> int:
    """The conversation of the week before, with a commitment."""
    talk = journal.do(log_conversation, rep_id=dana, held_on=TODAY - timedelta(days=7), text="Hold the demo.")
    journal.do(make_commitment, rep_id=dana, text="Send the agenda first", conversation_id=talk)
    return talk


@pytest.fixture
def ride(journal: Journal, dana: int, before: int) -> int:
    assert before
    return journal.do(
        log_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG, minutes=270, text="# What I saw\nThe agenda."
    )


@pytest.fixture
def visit(ride: int, attached: MainWindow, qtbot: QtBot) -> Callable[[int], ConversationScreen]:
    """Open a conversation from today's page."""
    assert ride

    return lambda conversation_id: at_conversation(attached, conversation_id, qtbot)


@pytest.fixture
def screen(visit: Callable[[int], ConversationScreen], ride: int) -> ConversationScreen:
    return visit(ride)


def page_of(journal: Journal, conversation_id: int) -> ConversationPage:
    page = journal.ask(conversation_page, conversation_id=conversation_id)
    assert page is not None
    return page


def note(screen: ConversationScreen) -> NoteEdit:
    return named(screen, "conversation.text", NoteEdit)


def draft_text(journal: Journal, conversation_id: int) -> str | None:
    draft = journal.ask(kept_draft, slot=f"conversation:{conversation_id}")
    return None if draft is None else draft.fields["text"]


def choose(screen: ConversationScreen, chip: str, words: str) -> None:
    """Open a chip's menu and choose."""
    click(named(screen, f"conversation.{chip}", QPushButton))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text().startswith(words)).trigger()
    menu.close()


def test_the_head_says_what_with_whom_when_and_how_long(screen: ConversationScreen) -> None:
    assert screen.header.title == "Ride-along with Dana Reyes"
    assert "Monday 23 November, 4 h 30" in words_of(screen.header)


def test_words_are_kept_while_typing_and_the_note_changes_once_when_it_is_left(
    screen: ConversationScreen, journal: Journal, ride: int, qtbot: QtBot, attached: MainWindow
) -> None:
    type_into(note(screen), " Then the product.")
    qtbot.waitUntil(lambda: draft_text(journal, ride) is not None, timeout=2_000)
    type_into(note(screen), " Too early.")
    assert page_of(journal, ride).head.text == "# What I saw\nThe agenda."
    press(screen, "Ctrl+Return")
    qtbot.waitUntil(lambda: attached.pages.place.page == "today")
    assert page_of(journal, ride).head.text == "# What I saw\nThe agenda. Then the product. Too early."
    assert draft_text(journal, ride) is None
    journal.undo()
    assert page_of(journal, ride).head.text == "# What I saw\nThe agenda."


def test_esc_goes_back_and_keeps(
    screen: ConversationScreen, journal: Journal, ride: int, qtbot: QtBot, attached: MainWindow
) -> None:
    type_into(note(screen), "!")
    press(note(screen), "Esc")
    qtbot.waitUntil(lambda: attached.pages.place.page == "today")
    assert page_of(journal, ride).head.text.endswith("agenda.!")


def test_leaving_for_another_conversation_keeps_the_first(
    screen: ConversationScreen, visit: Callable[[int], ConversationScreen], journal: Journal, ride: int, before: int
) -> None:
    type_into(note(screen), "!")
    visit(before)
    assert note(screen).source == "Hold the demo."
    assert page_of(journal, ride).head.text.endswith("agenda.!")
    assert page_of(journal, before).head.text == "Hold the demo."


def test_words_left_while_nothing_can_be_saved_stand_there_on_coming_back(
    screen: ConversationScreen, visit: Callable[[int], ConversationScreen], journal: Journal, ride: int, before: int
) -> None:
    with another_program_writing(journal):
        type_into(note(screen), "!")
        visit(before)
        assert note(screen).source == "Hold the demo."
        visit(ride)
        assert note(screen).source.endswith("agenda.!")
    visit(before)
    assert page_of(journal, ride).head.text.endswith("agenda.!")


def test_words_left_while_nothing_can_be_saved_are_saved_with_whatever_is_next(
    visit: Callable[[int], ConversationScreen], journal: Journal, ride: int, before: int, qtbot: QtBot
) -> None:
    screen = visit(ride)
    with another_program_writing(journal):
        type_into(note(screen), "!")
        visit(before)
    journal.do(add_rep, name="Amir Khan")
    qtbot.waitUntil(lambda: page_of(journal, ride).head.text.endswith("agenda.!"))
    assert not screen.context.messages.banner.isVisible()
    assert page_of(journal, before).head.text == "Hold the demo."


def test_trying_again_saves_what_was_written_since_as_well(
    screen: ConversationScreen, attached: MainWindow, journal: Journal, ride: int, qtbot: QtBot
) -> None:
    with another_program_writing(journal):
        type_into(note(screen), "!")
        press(screen, "Ctrl+Return")
        qtbot.waitUntil(lambda: attached.pages.place.page == "today")
        attached.ways.open_conversation(ride)
        qtbot.waitUntil(screen.isVisible)
        type_into(note(screen), "!!")
    click(named(attached, "banner.step", QPushButton))
    assert page_of(journal, ride).head.text.endswith("agenda.!!!")
    assert note(screen).source.endswith("agenda.!!!")


def test_the_window_closes_on_words_that_cannot_be_kept_only_when_asked_again(
    screen: ConversationScreen, attached: MainWindow, journal: Journal
) -> None:
    assert attached.pages.may_close()
    with another_program_writing(journal):
        type_into(note(screen), "!")
        assert not attached.pages.may_close()
        assert attached.messages.bar.words == UNKEPT
        assert attached.pages.may_close()
    assert screen.isVisible()


def test_looking_at_a_note_changes_nothing(
    screen: ConversationScreen, journal: Journal, ride: int, qtbot: QtBot, attached: MainWindow
) -> None:
    before = journal.undoable()
    press(screen, "Esc")
    qtbot.waitUntil(lambda: attached.pages.place.page == "today")
    assert journal.undoable() == before
    assert page_of(journal, ride).head.text == "# What I saw\nThe agenda."


def test_a_draft_left_by_a_crash_is_picked_up_and_undo_leads_to_what_was_saved(
    visit: Callable[[int], ConversationScreen], journal: Journal, ride: int
) -> None:
    journal.do(keep_draft, slot=f"conversation:{ride}", fields={"text": "The agenda, and more."})
    screen = visit(ride)
    assert note(screen).source == "The agenda, and more."
    assert "Picked up where you left off" in words_of(screen)
    press(note(screen), "Ctrl+D")
    assert note(screen).source == "# What I saw\nThe agenda."
    press(note(screen), "Ctrl+D")
    assert note(screen).source == "The agenda, and more."


def test_esc_in_a_line_over_the_page_leaves_that_line_and_not_the_page(
    screen: ConversationScreen, attached: MainWindow
) -> None:
    place = attached.pages.place
    note(screen).setFocus()
    press(note(screen), "Ctrl+K")
    palette = named(attached, "palette.line", QLineEdit)
    press(palette, "Esc")
    assert (attached.pages.place, palette.isVisible(), note(screen).hasFocus()) == (place, False, True)
    click(named(attached, "addRep", QPushButton))
    line = named(attached, "addRep.name", QLineEdit)
    press(line, "Esc")
    assert (attached.pages.place, line.isVisible()) == (place, False)


def test_one_goes_on_where_the_words_of_a_draft_end(
    visit: Callable[[int], ConversationScreen], journal: Journal, ride: int
) -> None:
    headings, text = ("## What Dana thinks",), "# What I saw\nThe agenda.\n\n## What Dana thinks\n\n"
    journal.do(keep_draft, slot=f"conversation:{ride}", fields={"text": text, "headings": headings, "begun": True})
    screen = visit(ride)
    type_into(note(screen), " Silence.")
    assert note(screen).source.startswith("# What I saw\nThe agenda. Silence.\n")


def test_words_being_typed_outlive_a_change_elsewhere(
    screen: ConversationScreen, journal: Journal, dana: int, ride: int
) -> None:
    type_into(note(screen), "!")
    journal.do(make_commitment, rep_id=dana, text="Map the committee", conversation_id=ride)
    assert "Map the committee" in named(screen, "conversation.commitment.2", QWidget).accessibleName()
    assert note(screen).source.endswith("agenda.!")


def test_a_commitment_is_added_and_ticked_under_the_note(
    screen: ConversationScreen, journal: Journal, ride: int
) -> None:
    line = named(screen, "conversation.addCommitment.text", QLineEdit)
    type_into(line, "Map the committee")
    press(line, "Return")
    (made,) = page_of(journal, ride).commitments
    assert (made.text, made.due_on, line.text()) == ("Map the committee", TODAY + timedelta(days=7), "")
    assert "Dana owns 1 of 1" in words_of(screen)
    press(named(screen, f"conversation.commitment.{made.commitment_id}", QWidget), "K")
    assert page_of(journal, ride).commitments[0].status is CommitmentStatus.KEPT


def test_last_time_lies_beside_it_and_its_commitments_can_be_ended_there(
    screen: ConversationScreen, journal: Journal, before: int
) -> None:
    assert "Hold the demo." in words_of(named(screen, "conversation.lastTime", QWidget))
    press(named(screen, "conversation.lastTime.commitment.1", QWidget), "N")
    assert page_of(journal, before).commitments[0].status is CommitmentStatus.NOT_KEPT


def test_a_chip_changes_the_kind(screen: ConversationScreen, journal: Journal, ride: int) -> None:
    choose(screen, "kind", "Call review")
    assert page_of(journal, ride).head.kind is ConversationKind.CALL_REVIEW
    assert screen.header.title == "Call review with Dana Reyes"


def test_it_may_have_been_with_another_rep(screen: ConversationScreen, journal: Journal, ride: int) -> None:
    journal.do(add_rep, name="Amir Khan")
    choose(screen, "rep", "It was with Amir Khan")
    assert page_of(journal, ride).head.rep == "Amir Khan"


def test_private_is_said_in_words_and_by_the_ground(
    screen: ConversationScreen, journal: Journal, ride: int, qtbot: QtBot
) -> None:
    click(named(screen, "conversation.private", QPushButton))
    assert page_of(journal, ride).head.private
    qtbot.waitUntil(lambda: named(screen, "conversation.private", QPushButton).text() == "Private")
    assert named(screen, "conversation.note", QWidget).property("private") is True
    assert named(screen, "conversation.isPrivate", QWidget).isVisible()
    press(note(screen), "Alt+Shift+P")
    assert not page_of(journal, ride).head.private
    assert not named(screen, "conversation.isPrivate", QWidget).isVisible()


def test_a_deal_is_named_by_typing_and_taken_off_with_a_key(
    screen: ConversationScreen, journal: Journal, dana: int, ride: int
) -> None:
    deal = journal.do(add_deal, rep_id=dana, name="Renewal", account="Halvorsen AS", stage_id=1)
    click(named(screen, "conversation.addDeal", QPushButton))
    picker = named(screen, "conversation.dealPicker", QLineEdit)
    type_into(picker, "hal")
    press(picker, "Return")
    assert [named_.deal_id for named_ in page_of(journal, ride).deals] == [deal]
    chip = named(screen, f"conversation.deal{deal}", QPushButton)
    assert chip.text() == "Halvorsen AS, Renewal"
    press(chip, "Del")
    assert page_of(journal, ride).deals == ()


def test_a_deleted_conversation_comes_back_with_undo(
    screen: ConversationScreen, journal: Journal, ride: int, qtbot: QtBot, attached: MainWindow
) -> None:
    type_into(note(screen), "!")
    next(step for step in screen.actions() if step.text() == "Delete").trigger()
    qtbot.waitUntil(lambda: attached.pages.place.page == "today")
    assert journal.ask(conversation_page, conversation_id=ride) is None
    journal.undo()
    assert page_of(journal, ride).head.text.endswith("agenda.!")


def test_one_that_is_gone_says_so(visit: Callable[[int], ConversationScreen]) -> None:
    assert "not in the journal" in words_of(visit(77))


def test_many_deals_are_folded_until_one_wants_to_see_them(
    visit: Callable[[int], ConversationScreen], journal: Journal, dana: int
) -> None:
    deals = [journal.do(add_deal, rep_id=dana, name=f"Deal {number}", stage_id=1) for number in range(12)]
    screen = visit(journal.do(log_conversation, rep_id=dana, deal_ids=deals))
    chips = named(screen, "conversation.chips", QWidget)
    assert not any(chip.objectName() == f"conversation.deal{deals[-1]}" for chip in chips.findChildren(QPushButton))
    click(named(screen, "conversation.moreDeals", QPushButton))
    assert named(screen, f"conversation.deal{deals[4]}", QPushButton).hasFocus()
    assert named(screen, f"conversation.deal{deals[-1]}", QPushButton).isVisible()
