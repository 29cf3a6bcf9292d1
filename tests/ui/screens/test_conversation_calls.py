"""The calls of a day in the field: prepared, told one after another, never lost."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QMenu, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.commands.conversation import edit_conversation, log_conversation
from coachjournal.commands.deal import add_deal
from coachjournal.commands.draft import keep_draft
from coachjournal.commands.field_call import Customer, call_slot, edit_field_call, finish_call
from coachjournal.commands.observation import write_observation
from coachjournal.commands.rep import add_rep
from coachjournal.commands.ride_along import plan_ride_along
from coachjournal.commands.skill import write_skill
from coachjournal.journal import Journal
from coachjournal.queries.drafts import kept_draft
from coachjournal.queries.ride_along import DayCall, RideAlongDay, ride_along_day
from coachjournal.rules.conversation import CallRole, ConversationKind, ConversationStatus
from coachjournal.rules.observation import Seen
from tests.ui.another_program import another_program_writing
from tests.ui.hands import at_conversation, click, named, press, type_into, words_of
from ui.main_window import MainWindow
from ui.screens.conversation import ConversationScreen
from ui.screens.conversation_call_fields import TARGET
from ui.theme import Theme
from ui.widgets.choices import Chip
from ui.widgets.customer_picker import CustomerPicker
from ui.widgets.growing_line import GrowingLine

TODAY = date(2026, 11, 23)


@pytest.fixture
def ride(journal: Journal) -> int:
    """A day with three calls, planned for today."""
    dana = journal.do(add_rep, name="Dana Reyes")
    for account in ("Halvorsen AS", "Kestrel Foods", "Aldabra"):
        journal.do(add_deal, rep_id=dana, name="renewal", account=account, stage_id=1)
    customers = [Customer(deal_id=deal) for deal in (1, 2, 3)]
    return journal.do(plan_ride_along, rep_id=dana, held_on=TODAY, customers=customers, focus_skill_id=2)


@pytest.fixture
def visit(ride: int, attached: MainWindow, qtbot: QtBot) -> Callable[[int], ConversationScreen]:
    assert ride

    return lambda conversation_id: at_conversation(attached, conversation_id, qtbot)


@pytest.fixture
def screen(visit: Callable[[int], ConversationScreen], ride: int) -> ConversationScreen:
    """The page of the day, gone to with the key for it."""
    shown = visit(ride)
    assert shown.next_call()
    return shown


def day_of(journal: Journal, ride: int) -> RideAlongDay:
    day = journal.ask(ride_along_day, conversation_id=ride)
    assert day is not None
    return day


def call_of(journal: Journal, ride: int, number: int = 1) -> DayCall:
    return day_of(journal, ride).calls[number - 1]


def line(screen: ConversationScreen, key: str) -> GrowingLine:
    return named(screen, f"call.{key}", GrowingLine)


def open_call(screen: ConversationScreen) -> str:
    """The title of the call that is open, or "" while none is."""
    card = named(screen, "callCard", QWidget)
    return words_of(card).split(" renewal")[0] if card.isVisible() else ""


def folded(screen: ConversationScreen, number: int) -> QPushButton:
    """The line of a folded call: of several the one made last."""
    rows: list[QPushButton] = screen.findChildren(QPushButton, f"call.{number}")
    return rows[-1]


def test_the_first_call_that_is_not_told_is_open_and_the_others_are_folded(
    screen: ConversationScreen, journal: Journal
) -> None:
    assert open_call(screen) == "Halvorsen AS"
    journal.do(edit_field_call, field_call_id=2, outcome="They wait for the board")
    assert "They wait for the board" in folded(screen, 2).accessibleName()


def test_the_cursor_is_where_the_outcome_belongs(screen: ConversationScreen) -> None:
    assert line(screen, "outcome").hasFocus()


def test_enter_goes_from_field_to_field_down_to_the_level(screen: ConversationScreen) -> None:
    for key in ("outcome", "went_well", "differently", "situation", "behaviour", "impact"):
        assert line(screen, key).hasFocus(), key
        press(line(screen, key), "Return")
    assert named(screen, "call.level", QWidget).isAncestorOf(QApplication.focusWidget() or screen)


def test_before_the_day_the_cursor_is_where_the_objective_belongs(
    visit: Callable[[int], ConversationScreen], journal: Journal
) -> None:
    tomorrow = TODAY + timedelta(days=1)
    ahead = journal.do(plan_ride_along, rep_id=1, held_on=tomorrow, customers=[Customer(deal_id=1)])
    screen = visit(ahead)
    screen.next_call()
    assert line(screen, "objective").hasFocus()


def test_a_level_is_one_key_and_the_same_key_takes_it_back(
    screen: ConversationScreen, journal: Journal, ride: int
) -> None:
    press(line(screen, "outcome"), "Alt+3")
    assert call_of(journal, ride).level == 3
    assert "Asks about cause" in named(screen, "call.levelWords", QLabel).text()
    press(line(screen, "outcome"), "Alt+3")
    assert call_of(journal, ride).level is None


def test_role_and_who_led_are_a_key_each(screen: ConversationScreen, journal: Journal, ride: int) -> None:
    press(line(screen, "outcome"), "Alt+J")
    press(line(screen, "outcome"), "Alt+I")
    assert (call_of(journal, ride).role, call_of(journal, ride).took_over) == (CallRole.JOINT, True)
    press(line(screen, "outcome"), "Alt+I")
    assert not call_of(journal, ride).took_over


def test_words_being_typed_stay_when_a_level_is_told(screen: ConversationScreen) -> None:
    type_into(line(screen, "outcome"), "They send")
    press(line(screen, "outcome"), "Alt+4")
    assert line(screen, "outcome").words == "They send"


def test_what_is_told_of_one_call_is_one_step_of_undo(screen: ConversationScreen, journal: Journal, ride: int) -> None:
    type_into(line(screen, "outcome"), "They send the figures 45m")
    type_into(line(screen, "behaviour"), "Asked for the next one.")
    screen.next_call()
    told = call_of(journal, ride)
    assert (told.outcome, told.minutes, told.seen.behaviour) == (
        "They send the figures 45m",
        45,
        "Asked for the next one.",
    )
    assert day_of(journal, ride).status is ConversationStatus.HELD
    assert journal.undoable() == "Wrote about a call at Halvorsen AS."
    journal.undo()
    assert not call_of(journal, ride).is_told


def test_looking_at_a_call_changes_nothing(screen: ConversationScreen, journal: Journal) -> None:
    before = journal.undoable()
    screen.next_call()
    screen.next_call()
    assert journal.undoable() == before


def test_keys_walk_the_calls_and_the_end_of_the_day(screen: ConversationScreen, journal: Journal) -> None:
    journal.do(edit_field_call, field_call_id=1, level=3)
    for title in ("Kestrel Foods", "Aldabra"):
        press(screen, "Ctrl+PgDown")
        assert open_call(screen) == title
    press(screen, "Ctrl+PgDown")
    assert named(screen, "evening.focus", GrowingLine).hasFocus()
    press(screen, "Ctrl+PgUp")
    assert open_call(screen) == "Aldabra"


def test_a_call_is_unfolded_with_a_click(screen: ConversationScreen) -> None:
    click(folded(screen, 3))
    assert open_call(screen) == "Aldabra"


def test_after_the_last_call_a_new_one_is_asked_for(screen: ConversationScreen, journal: Journal, ride: int) -> None:
    for _ in range(3):
        screen.next_call()
    picker = named(screen, "conversation.calls.picker", CustomerPicker)
    assert picker.hasFocus()
    type_into(picker, "Harbour Mills")
    press(picker, "Return")
    assert call_of(journal, ride, 4).account == "Harbour Mills"
    assert open_call(screen).startswith("Harbour Mills")


def test_esc_where_a_new_call_is_asked_for_goes_back_to_the_call(screen: ConversationScreen) -> None:
    for _ in range(3):
        screen.next_call()
    picker = named(screen, "conversation.calls.picker", CustomerPicker)
    type_into(picker, "Harb")
    press(picker, "Esc")
    assert screen.isVisible()
    assert (picker.isHidden(), picker.text()) == (True, "")
    assert line(screen, "outcome").hasFocus()


def test_a_long_name_of_the_focus_leaves_the_page_as_wide_as_the_window(
    screen: ConversationScreen, journal: Journal
) -> None:
    least = screen.minimumSizeHint().width()
    name = "A skill with a name so long that no heading of any page in the window could hold it"
    journal.do(write_skill, skill_id=2, name=name)
    chip = named(screen, "conversation.calls.focus", Chip)
    assert chip.text().endswith("…")
    assert chip.toolTip().count(name) == 1
    assert screen.minimumSizeHint().width() == least


def test_a_draft_left_by_a_crash_is_offered_and_can_be_laid_aside(
    visit: Callable[[int], ConversationScreen], journal: Journal, ride: int
) -> None:
    written = {"outcome": "They send the fig", "private": True}
    journal.do(keep_draft, slot=call_slot(ride, 1), fields={"rep_id": 1, "written": written})
    screen = visit(ride)
    assert line(screen, "outcome").words == "They send the fig"
    assert named(screen, "call.private", QCheckBox).isChecked()
    click(named(screen, "call.pickedUp.turn", QPushButton))
    assert line(screen, "outcome").words == ""
    click(named(screen, "call.pickedUp.turn", QPushButton))
    assert line(screen, "outcome").words == "They send the fig"


def test_the_page_opens_with_the_call_that_a_draft_was_left_of(
    visit: Callable[[int], ConversationScreen], journal: Journal, ride: int
) -> None:
    draft = {"rep_id": 1, "written": {"outcome": "They send the fig"}}
    journal.do(keep_draft, slot=call_slot(ride, 2), fields=draft)
    screen = visit(ride)
    assert open_call(screen).startswith("Kestrel Foods")
    journal.do(keep_draft, slot=call_slot(ride, 3), fields=draft)
    press(screen, "Esc")
    visit(ride)
    assert open_call(screen).startswith("Aldabra")
    assert call_of(journal, ride, 2).outcome == "They send the fig"


def test_words_are_kept_while_they_are_typed(
    screen: ConversationScreen, journal: Journal, ride: int, qtbot: QtBot
) -> None:
    type_into(line(screen, "outcome"), "They send")
    qtbot.waitUntil(lambda: journal.ask(kept_draft, slot=call_slot(ride, 1)) is not None, timeout=2000)
    press(screen, "Esc")
    assert journal.ask(kept_draft, slot=call_slot(ride, 1)) is None
    assert call_of(journal, ride).outcome == "They send"


def test_words_that_cannot_be_written_stay_and_are_written_as_soon_as_anything_can(
    screen: ConversationScreen, journal: Journal, ride: int, qtbot: QtBot
) -> None:
    type_into(line(screen, "outcome"), "They send")
    with another_program_writing(journal):
        screen.next_call()
        assert open_call(screen) == "Kestrel Foods"
        press(screen, "Ctrl+PgUp")
        assert line(screen, "outcome").words == "They send"
        assert not screen.may_close()
    screen.next_call()
    journal.do(add_rep, name="Amir Khan")
    qtbot.waitUntil(lambda: call_of(journal, ride).outcome == "They send")


def test_a_judgement_is_pointed_out_and_nothing_is_blocked(
    screen: ConversationScreen, journal: Journal, ride: int
) -> None:
    hint = named(screen, "call.hint", QLabel)
    type_into(line(screen, "behaviour"), "Great, confident, professional")
    assert hint.isVisible()
    assert "camera" in hint.text()
    type_into(line(screen, "behaviour"), ". Asked twice")
    assert not hint.isVisible()
    screen.next_call()
    assert call_of(journal, ride).seen.behaviour.endswith("Asked twice")


def test_a_call_goes_and_comes_back_with_its_words(screen: ConversationScreen, journal: Journal, ride: int) -> None:
    type_into(line(screen, "outcome"), "They send")
    click(named(screen, "call.more", QPushButton))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[-1].trigger()
    menu.close()
    assert len(day_of(journal, ride).calls) == 2
    journal.undo()
    assert call_of(journal, ride).outcome == "They send"


def test_the_length_of_a_call_is_told_in_its_own_field_too(
    screen: ConversationScreen, journal: Journal, ride: int
) -> None:
    named(screen, "call.minutes", QSpinBox).setValue(50)
    screen.next_call()
    assert (call_of(journal, ride).minutes, day_of(journal, ride).minutes) == (50, 50)


def test_what_was_seen_in_another_conversation_is_there_to_read(
    visit: Callable[[int], ConversationScreen], journal: Journal
) -> None:
    talk = journal.do(log_conversation, rep_id=1, text="In the corridor.")
    journal.do(write_observation, rep_id=1, behaviour="Asked twice.", conversation_id=talk, private=True)
    screen = visit(talk)
    assert "Asked twice." in words_of(named(screen, "conversation.seen", QWidget))
    assert not screen.next_call()


def test_the_calls_of_what_has_become_another_kind_are_there_to_read(
    screen: ConversationScreen, journal: Journal, ride: int
) -> None:
    journal.do(finish_call, field_call_id=1, outcome="They send", seen=Seen(behaviour="Asked twice.", private=True))
    journal.do(edit_conversation, conversation_id=ride, kind=ConversationKind.CALL_REVIEW)
    labels = named(screen, "conversation.calls", QWidget).findChildren(QLabel)
    words = " ".join(label.accessibleName() for label in labels)
    assert "Outcome: They send" in words
    assert "Seen, private: Asked twice." in words
    assert not screen.next_call()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_thumb_hits_every_chip_of_a_call(
    screen: ConversationScreen, theme: Theme, scale: float, qtbot: QtBot
) -> None:
    theme.choose_text_scale(scale)
    screen.window().resize(1024, 640)
    card = named(screen, "callCard", QWidget)
    qtbot.waitUntil(lambda: card.width() > 0)
    chips = card.findChildren(Chip)
    assert len(chips) == 9
    assert all(min(chip.width(), chip.height()) >= TARGET for chip in chips)
    assert card.width() <= screen.width()


def test_a_deleted_day_comes_back_with_the_words_that_were_being_typed(
    screen: ConversationScreen, journal: Journal, ride: int
) -> None:
    type_into(line(screen, "outcome"), "They send")
    next(step for step in screen.actions() if step.text() == "Delete").trigger()
    assert journal.ask(ride_along_day, conversation_id=ride) is None
    journal.undo()
    assert call_of(journal, ride).outcome == "They send"


def test_what_another_window_told_of_the_call_meanwhile_stays(
    screen: ConversationScreen, journal: Journal, ride: int
) -> None:
    type_into(line(screen, "went_well"), "Asked before answering")
    journal.do(edit_field_call, field_call_id=1, outcome="They send")
    assert screen.may_close()
    told = call_of(journal, ride)
    assert (told.outcome, told.went_well) == ("They send", "Asked before answering")
    assert line(screen, "outcome").words == "They send"
