from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.clock import FixedClock
from coachjournal.commands.coaching_action import hold_action
from coachjournal.commands.commitment import keep_commitment, make_commitment
from coachjournal.commands.rep import add_rep, archive_rep
from coachjournal.commands.signal import close_signal, coach_signal, put_off_signal
from coachjournal.journal import Journal
from coachjournal.queries.signals import OpenSignal, open_signals, quiet_signals
from coachjournal.rules.coaching import ActionKind
from coachjournal.rules.conversation import Side
from coachjournal.rules.signals.finding import Number, Rule, Unit
from tests.conftest import MONDAY
from tests.ui.hands import click, named, press, words_of
from tests.ui.signals import NOT_KEPT, let_commitments_slip, reach_a_goal, told
from ui.main_window import MainWindow
from ui.pages import Place
from ui.screens.signal_steps import name_of
from ui.screens.signals import SignalsScreen
from ui.sidebar import NavButton
from ui.widgets.buttons import PlainButton, PrimaryButton
from ui.widgets.choices import Tabs
from ui.widgets.open_row import OpenRow
from ui.widgets.signal_row import SignalRow
from ui.widgets.step_row import StepRow

LATER = date(2026, 12, 15)


@pytest.fixture
def page(attached: MainWindow, qtbot: QtBot) -> SignalsScreen:
    press(attached, "Ctrl+6")
    qtbot.waitUntil(lambda: isinstance(attached.pages.currentWidget(), SignalsScreen))
    screen = attached.pages.currentWidget()
    assert isinstance(screen, SignalsScreen)
    return screen


@pytest.fixture
def slips(journal: Journal, dana: int) -> OpenSignal:
    return let_commitments_slip(journal, dana)


def rows(page: SignalsScreen) -> list[str]:
    """What stands in the list in sight, from top to bottom."""
    found = [row for row in page.findChildren(SignalRow) if row.isVisible()]
    in_order = sorted(found, key=lambda row: row.mapTo(page, row.rect().center()).y())
    return [row.accessibleName() for row in in_order]


def current(page: SignalsScreen) -> Rule | None:
    signal = page.lists["open"].current
    return None if signal is None else signal.rule


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_the_signal_in_focus_stands_beside_the_list_with_the_rows_it_came_from(
    slips: OpenSignal, page: SignalsScreen
) -> None:
    assert current(page) is slips.rule
    words = words_of(page.panel)
    assert "1 of the last 5 commitments kept" in words
    assert all(text in words for text in NOT_KEPT)
    assert "Nothing yet." in words


def test_the_arrows_walk_through_all_groups_and_the_panel_follows(
    journal: Journal, slips: OpenSignal, dana: int, page: SignalsScreen
) -> None:
    reach_a_goal(journal, dana)
    assert "Strengths" in words_of(page)
    press(focused(), "Down")
    assert current(page) is Rule.GOAL_ACHIEVED
    assert "Discovery depth" in words_of(page.panel)
    press(focused(), "Up")
    assert current(page) is slips.rule


def test_home_and_end_lead_to_the_first_and_the_last_signal(
    journal: Journal, slips: OpenSignal, dana: int, page: SignalsScreen
) -> None:
    reach_a_goal(journal, dana)
    press(focused(), "End")
    assert current(page) is Rule.GOAL_ACHIEVED
    press(focused(), "Home")
    assert current(page) is slips.rule


def test_a_signal_that_was_acted_on_stays_current_and_in_sight_under_its_new_heading(
    journal: Journal, dana: int, page: SignalsScreen, qtbot: QtBot
) -> None:
    acted_on = let_commitments_slip(journal, dana)
    for number in range(12):
        let_commitments_slip(journal, journal.do(add_rep, name=f"Rep {number:02}"))
    shown = page.lists["open"]
    qtbot.waitUntil(lambda: shown.verticalScrollBar().maximum() > 0)
    page.show_signal(acted_on)
    journal.do(coach_signal, finding=acted_on.last, kind=ActionKind.PRACTICE, planned_on=date(2026, 11, 23))
    (row,) = (each for each in shown.findChildren(SignalRow, name_of(acted_on)) if each.isVisible())
    assert shown.current is not None
    assert name_of(shown.current) == name_of(acted_on)
    qtbot.waitUntil(lambda: shown.viewport().rect().contains(row.mapTo(shown.viewport(), row.rect().center())))
    assert row.isChecked()


@pytest.mark.usefixtures("slips")
def test_enter_goes_to_the_rows_and_esc_comes_back(
    dana: int, page: SignalsScreen, attached: MainWindow, qtbot: QtBot
) -> None:
    row = focused()
    press(row, "Return")
    assert isinstance(focused(), OpenRow)
    assert page.panel.isAncestorOf(focused())
    press(focused(), "Escape")
    assert focused() is row
    press(row, "Return")
    press(focused(), "Return")
    qtbot.waitUntil(lambda: attached.pages.place == Place("rep", dana))


@pytest.mark.usefixtures("slips")
def test_keys_on_a_row_and_buttons_beside_it_open_the_same(page: SignalsScreen) -> None:
    press(focused(), "N")
    assert _dialog() == "putOff"
    page.lists["open"].take_focus()
    click(named(page.panel, "signals.coach", PrimaryButton))
    assert _dialog() == "coachThis"


@pytest.mark.usefixtures("slips")
def test_f6_leads_into_the_page_from_the_side_of_the_window(page: SignalsScreen, attached: MainWindow) -> None:
    page.refresh()
    side = named(attached, "page.signals", NavButton)
    side.setFocus()
    press(side, "F6")
    assert page.isAncestorOf(focused())


def test_a_strength_is_recognised_by_one_key_and_undone_by_another(
    journal: Journal, dana: int, page: SignalsScreen, attached: MainWindow, qtbot: QtBot
) -> None:
    reach_a_goal(journal, dana)
    page.lists["open"].take_focus()
    press(focused(), "R")
    assert journal.ask(open_signals) == ()
    assert attached.messages.bar.words.startswith("Recognised Dana Reyes. Ask: How did you get there")
    press(attached, "Ctrl+Z")
    qtbot.waitUntil(lambda: len(journal.ask(open_signals)) == 1)


def test_what_was_planned_is_a_ring_that_a_key_fills(journal: Journal, slips: OpenSignal, page: SignalsScreen) -> None:
    journal.do(coach_signal, finding=slips.last, kind=ActionKind.PRACTICE, planned_on=date(2026, 11, 24))
    assert "Being coached" in words_of(page)
    step = named(page.panel, "step.1", StepRow)
    step.setFocus()
    press(step, "H")
    assert told(journal, Rule.COMMITMENTS_SLIP).steps[0].held_on == date(2026, 11, 23)
    assert "held 23 Nov" in words_of(page.panel)
    assert "Before and after" in words_of(page.panel)


def test_what_is_still_so_after_coaching_says_so(journal: Journal, slips: OpenSignal, page: SignalsScreen) -> None:
    action = journal.do(coach_signal, finding=slips.last, kind=ActionKind.PRACTICE, planned_on=date(2026, 11, 23))
    journal.do(hold_action, action_id=action)
    journal.clock = FixedClock(MONDAY + timedelta(days=30))
    page.refresh()
    assert "look again" in rows(page)[0]
    assert "To look at again" in words_of(page)
    press(focused(), "L")
    assert _dialog() == "lookAgain"


def test_what_is_no_longer_so_and_to_be_looked_at_again_says_both(
    journal: Journal, slips: OpenSignal, dana: int, page: SignalsScreen
) -> None:
    action = journal.do(coach_signal, finding=slips.last, kind=ActionKind.PRACTICE, planned_on=date(2026, 11, 23))
    journal.do(hold_action, action_id=action)
    for number in range(5):
        made = journal.do(make_commitment, rep_id=dana, text=f"Step {number}", owner=Side.REP)
        journal.do(keep_commitment, commitment_id=made)
    journal.clock = FixedClock(MONDAY + timedelta(days=30))
    page.refresh()
    assert "no longer so, look again" in rows(page)[0]


def test_what_was_counted_since_the_coaching_opens_from_beside_the_number(
    journal: Journal, slips: OpenSignal, dana: int, page: SignalsScreen, qtbot: QtBot
) -> None:
    action = journal.do(coach_signal, finding=slips.last, kind=ActionKind.PRACTICE, planned_on=date(2026, 11, 23))
    journal.do(hold_action, action_id=action)
    journal.clock = FixedClock(MONDAY + timedelta(days=30))
    made = journal.do(make_commitment, rep_id=dana, text="Send the map", due_on=date(2026, 12, 22), owner=Side.REP)
    journal.do(keep_commitment, commitment_id=made)
    page.refresh()
    assert "Counted since" in words_of(page.panel)
    rows: list[OpenRow] = page.panel.findChildren(
        OpenRow, f"signals.since.commitment.{made}"
    )  # the last is the new one
    qtbot.waitUntil(rows[-1].isVisible)
    assert "Send the map" in rows[-1].accessibleName()


def test_what_was_found_on_looking_again_stays_with_the_coaching(
    journal: Journal, slips: OpenSignal, dana: int, page: SignalsScreen
) -> None:
    action = journal.do(coach_signal, finding=slips.last, kind=ActionKind.PRACTICE, planned_on=date(2026, 11, 23))
    journal.do(hold_action, action_id=action)
    journal.clock = FixedClock(MONDAY + timedelta(days=30))
    for number in range(5):
        made = journal.do(make_commitment, rep_id=dana, text=f"Step {number}", owner=Side.REP)
        journal.do(keep_commitment, commitment_id=made)
    kept_all = Number(1, Unit.SHARE, 5, 5)
    journal.do(close_signal, finding=slips.last, learnt="Agree on fewer", looked_at=action, now=kept_all)
    named(page, "signals.sheet.tabs", Tabs).choose("closed")
    page.refresh()
    assert "looked at again 23 Dec: 1 of 5 → 5 of 5" in words_of(page.panel)


def test_what_was_put_off_and_closed_stands_apart_and_comes_back(
    journal: Journal, slips: OpenSignal, dana: int, page: SignalsScreen
) -> None:
    goal = reach_a_goal(journal, dana)
    journal.do(put_off_signal, finding=slips.last, reason="Quarter end", returns_on=LATER)
    journal.do(close_signal, finding=goal.last, learnt="Ask her to show it")
    tabs = named(page, "signals.sheet.tabs", Tabs)
    tabs.choose("notNow")
    assert "Quarter end" in words_of(page.panel)
    tabs.choose("closed")
    assert "Ask her to show it" in words_of(page.panel)
    tabs.choose("notNow")
    click(named(page.panel, "signals.reopen", PrimaryButton))
    assert [each.rule for each in journal.ask(quiet_signals)] == [Rule.GOAL_ACHIEVED]


def test_the_filter_keeps_one_rep_and_one_kind(journal: Journal, slips: OpenSignal, page: SignalsScreen) -> None:
    amir = journal.do(add_rep, name="Amir Khan")
    reach_a_goal(journal, amir)
    reps = named(page, "signals.rep", QComboBox)
    reps.setCurrentIndex(reps.findData(amir))
    reps.activated.emit(reps.currentIndex())
    assert [row.startswith("Amir Khan") for row in rows(page)] == [True]
    kinds = named(page, "signals.rule", QComboBox)
    kinds.setCurrentIndex(kinds.findData(slips.rule.value))
    kinds.activated.emit(kinds.currentIndex())
    assert rows(page) == []
    click(named(page, "signals.open.nothing.showAll", PlainButton))
    assert len(rows(page)) == 2


@pytest.mark.usefixtures("slips")
def test_a_signal_opened_from_elsewhere_is_the_current_one(
    journal: Journal, dana: int, page: SignalsScreen, attached: MainWindow, qtbot: QtBot
) -> None:
    goal = reach_a_goal(journal, dana)
    attached.ways.open_page("today")
    qtbot.waitUntil(lambda: attached.pages.place.page == "today")
    attached.ways.open_signal(goal)
    qtbot.waitUntil(lambda: page.isVisible() and current(page) is Rule.GOAL_ACHIEVED)


def test_what_a_conversation_coached_on_is_found_also_when_it_is_closed(
    journal: Journal, dana: int, slips: OpenSignal, page: SignalsScreen
) -> None:
    journal.do(close_signal, finding=slips.last, learnt="Agree on fewer")
    page.show_signal(slips.last)
    assert page.sheet.tabs.choice == "closed"
    assert page.lists["closed"].current is not None
    journal.do(archive_rep, rep_id=dana)
    page.show_signal(slips.last)
    assert page.sheet.tabs.choice == "open"


@pytest.mark.usefixtures("dana")
def test_with_too_little_data_it_says_which_rules_wait_for_what(page: SignalsScreen) -> None:
    words = words_of(page)
    assert "Nothing is open." in words
    assert "Low win rate" in words
    assert "10 closed deals" in words


def test_a_journal_without_a_team_says_what_belongs_here(page: SignalsScreen) -> None:
    assert "What the numbers say about your team stands here." in words_of(page)


@pytest.mark.usefixtures("slips")
def test_what_is_seen_is_remembered_from_that_day_on(journal: Journal, page: SignalsScreen) -> None:
    journal.clock = FixedClock(MONDAY + timedelta(days=9))
    page.refresh()
    assert told(journal, Rule.COMMITMENTS_SLIP).seen_on == date(2026, 11, 23)


def _dialog() -> str:
    """The name of the dialog that is open, which is closed again."""
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()
    return dialog.objectName()
