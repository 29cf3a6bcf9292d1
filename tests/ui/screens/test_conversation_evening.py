"""The end of a day in the field: hours, levels, one focus, three commitments."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.commands.field_call import Customer, edit_field_call
from coachjournal.commands.rep import add_rep
from coachjournal.commands.ride_along import plan_ride_along
from coachjournal.journal import Journal
from coachjournal.queries.conversation_page import ConversationPage, conversation_page
from coachjournal.queries.drafts import kept_draft
from coachjournal.queries.ride_along import RideAlongDay, ride_along_day
from coachjournal.queries.time_page import time_page
from coachjournal.rules.time_entry import TimeCategory
from tests.goals import set_discovery_goal
from tests.ui.hands import at_conversation, click, named, press, type_into, words_of
from ui.main_window import MainWindow
from ui.screens.conversation import ConversationScreen
from ui.screens.conversation_evening import ENOUGH
from ui.widgets.growing_line import GrowingLine
from ui.widgets.note_edit import NoteEdit

TODAY = date(2026, 11, 23)


@pytest.fixture
def ride(journal: Journal) -> int:
    """A day of which three calls are told."""
    dana = journal.do(add_rep, name="Dana Reyes")
    due = TODAY + timedelta(days=60)
    set_discovery_goal(journal, dana, due_on=due)
    customers = [Customer(account=name) for name in ("Halvorsen AS", "Kestrel Foods", "Aldabra", "Quinta do Vale")]
    ride = journal.do(plan_ride_along, rep_id=dana, held_on=TODAY, customers=customers, focus_skill_id=2)
    journal.do(edit_field_call, field_call_id=1, level=3, minutes=45, went_well="Next step with a day")
    journal.do(edit_field_call, field_call_id=2, level=3, minutes=60, took_over=True)
    journal.do(edit_field_call, field_call_id=3, level=4, went_well="Silence after the question")
    return ride


@pytest.fixture
def screen(ride: int, attached: MainWindow, qtbot: QtBot) -> ConversationScreen:
    return at_conversation(attached, ride, qtbot)


def page_of(journal: Journal, ride: int) -> ConversationPage:
    page = journal.ask(conversation_page, conversation_id=ride)
    assert page is not None
    return page


def day_of(journal: Journal, ride: int) -> RideAlongDay:
    day = journal.ask(ride_along_day, conversation_id=ride)
    assert day is not None
    return day


def said(screen: ConversationScreen, name: str) -> str:
    label = named(screen, f"evening.{name}", QLabel)
    return label.accessibleName() or label.text()


def agree(screen: ConversationScreen, words: str) -> None:
    line = named(screen, "evening.addCommitment.text", QLineEdit)
    type_into(line, words)
    press(line, "Return")


def test_the_day_says_its_hours_its_levels_and_who_led(screen: ConversationScreen) -> None:
    assert said(screen, "hours") == "45 min + 1 h = 1 h 45 in 3 calls, one without a length, counted as time with Dana."
    assert said(screen, "level") == "Discovery: 3, 3, 4; 3.3 on average"
    assert said(screen, "tookOver") == "I took over in 1 of 3 calls."
    assert "Halvorsen AS: Next step with a day" in said(screen, "wentWell")


def test_a_check_in_is_offered_and_made_by_one_key_only(
    screen: ConversationScreen, journal: Journal, ride: int
) -> None:
    goal = day_of(journal, ride).goal
    assert goal is not None
    assert goal.checked is None
    press(screen, "Alt+G")
    checked = day_of(journal, ride).goal
    assert checked is not None
    assert checked.checked == 3.3
    assert "Checked in at 3.3" in said(screen, "level")
    assert not named(screen, "evening.checkIn", QPushButton).isVisible()


def test_what_went_well_goes_into_the_note_by_one_key(screen: ConversationScreen) -> None:
    press(screen, "Alt+W")
    note = named(screen, "conversation.text", NoteEdit).source
    assert "## What I saw\n- Halvorsen AS: Next step with a day\n- Aldabra: Silence after the question" in note


def test_the_focus_stands_in_the_note_where_the_next_plan_finds_it(
    screen: ConversationScreen, journal: Journal, ride: int
) -> None:
    focus = named(screen, "evening.focus", GrowingLine)
    type_into(focus, "Hold the product.")
    press(focus, "Return")
    assert named(screen, "evening.addCommitment.text", QLineEdit).hasFocus()
    press(screen, "Esc")
    assert page_of(journal, ride).head.text.rstrip().endswith("## What Dana will try\nHold the product.")


def test_three_commitments_are_plenty_and_a_fourth_is_not_refused(
    screen: ConversationScreen, journal: Journal, ride: int
) -> None:
    enough = named(screen, "evening.enough", QLabel)
    for words in ("Map the committee", "Call finance", "Record two calls"):
        agree(screen, words)
    assert not enough.isVisible()
    type_into(named(screen, "evening.addCommitment.text", QLineEdit), "One more")
    assert enough.text() == ENOUGH
    press(named(screen, "evening.addCommitment.text", QLineEdit), "Return")
    assert len(page_of(journal, ride).commitments) == 4


def test_the_line_for_the_next_commitment_stays_in_sight_under_those_made(
    screen: ConversationScreen, attached: MainWindow, qtbot: QtBot
) -> None:
    attached.resize(1024, 640)
    press(screen, "Ctrl+PgDown")
    line = named(screen, "evening.addCommitment.text", QLineEdit)
    for words in ("Map the committee", "Call finance", "Record two calls", "One more"):
        agree(screen, words)
        line.setFocus()
        qtbot.waitUntil(lambda: line.visibleRegion().boundingRect().height() == line.height())


def test_leaving_puts_what_is_still_in_the_fields_where_it_belongs(
    screen: ConversationScreen, journal: Journal, ride: int
) -> None:
    type_into(named(screen, "evening.focus", GrowingLine), "Hold the product.")
    type_into(named(screen, "evening.addCommitment.text", QLineEdit), "Map the committee")
    press(screen, "Ctrl+Return")
    page = page_of(journal, ride)
    assert "Hold the product." in page.head.text
    assert [each.text for each in page.commitments] == ["Map the committee"]
    assert journal.ask(kept_draft, slot=f"conversation:{ride}.evening") is None


def test_what_is_typed_in_the_evening_is_kept_meanwhile(
    screen: ConversationScreen, journal: Journal, ride: int, qtbot: QtBot
) -> None:
    type_into(named(screen, "evening.focus", GrowingLine), "Hold the product.")
    slot = f"conversation:{ride}.evening"
    qtbot.waitUntil(lambda: journal.ask(kept_draft, slot=slot) is not None, timeout=2000)
    kept = journal.ask(kept_draft, slot=slot)
    assert kept is not None
    assert kept.fields["written"] == ["Hold the product.", ""]


def test_the_road_is_counted_apart(screen: ConversationScreen, journal: Journal) -> None:
    travel = named(screen, "evening.travel", QSpinBox)
    travel.setFocus()
    travel.setValue(90)
    named(screen, "evening.focus", GrowingLine).setFocus()
    split = journal.ask(time_page, day=TODAY).split
    assert split.by_category == {TimeCategory.FIELD_CALLS: 105, TimeCategory.TRAVEL: 90}
    assert said(screen, "hours").endswith("1 h 30 on the road counts as travel.")


def test_a_day_of_which_nothing_is_told_yet_has_no_evening(
    screen: ConversationScreen, journal: Journal, attached: MainWindow, qtbot: QtBot
) -> None:
    ahead = journal.do(plan_ride_along, rep_id=1, held_on=TODAY + timedelta(days=1))
    attached.ways.open_conversation(ahead)
    qtbot.waitUntil(lambda: attached.pages.place.item == ahead)
    assert not named(screen, "conversation.evening", QWidget).isVisible()
    assert "Calls" in words_of(named(screen, "conversation.calls", QWidget))
    click(named(screen, "conversation.calls.add", QPushButton))
    assert named(screen, "conversation.calls.picker", QLineEdit).hasFocus()
