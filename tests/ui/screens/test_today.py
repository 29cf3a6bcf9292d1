"""The morning page, driven by keys and clicks."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from PySide6.QtWidgets import QDialog, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.changes import Change
from coachjournal.clock import FixedClock
from coachjournal.commands.absence import add_absence
from coachjournal.commands.agenda_item import raise_next_time
from coachjournal.commands.coaching_action import plan_action
from coachjournal.commands.commitment import miss_commitment
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.draft import keep_draft
from coachjournal.commands.plan import start_plan
from coachjournal.commands.rep import add_rep
from coachjournal.commands.ride_along import plan_ride_along
from coachjournal.commands.sample import load_sample_team
from coachjournal.journal import Journal
from coachjournal.queries.signals import open_signals
from coachjournal.queries.today import today_page
from coachjournal.rules.coaching import ActionKind
from coachjournal.rules.conversation import ConversationKind, ConversationStatus, Side
from coachjournal.rules.period import Period
from coachjournal.rules.signals.finding import Rule
from coachjournal.rules.time_entry import TimeCategory
from tests.ui.hands import click, named, press, words_of
from tests.ui.screens.morning import (
    TODAY,
    Show,
    full_morning,
    last_week,
    meeting_rows,
    morning_in_sight,
    plan_one_on_one,
    promise,
    rate,
    set_goal_over,
    sightings,
    talked_twelve_days_ago,
    ticks,
    work,
)
from tests.ui.went import Went
from ui.context import Context
from ui.theme import Theme
from ui.tokens import Scheme
from ui.widgets.buttons import PrimaryButton
from ui.widgets.signal_row import SignalRow


@pytest.fixture
def went() -> Went:
    return Went()


@pytest.fixture
def show(context: Context, went: Went, qtbot: QtBot) -> Show:
    return morning_in_sight(replace(context, navigator=went), qtbot)


@pytest.fixture
def dana(journal: Journal) -> int:
    return talked_twelve_days_ago(journal)


def test_an_empty_morning_says_what_belongs_there(show: Show) -> None:
    screen = show()
    assert screen.header.title == "Monday 23 November"
    for sentence in (
        "No hours noted this week yet. A conversation counts by itself.",
        "Your team stands here.",
    ):
        assert sentence in words_of(screen)


def test_without_a_team_the_first_page_is_one_press_away(show: Show, went: Went) -> None:
    screen = show()
    click(named(screen, "today.begin", QPushButton))
    assert went.to == [("page", "welcome")]


def test_reps_alone_make_a_morning(journal: Journal, show: Show) -> None:
    nora = journal.do(add_rep, name="Nora Lind")
    screen = show()
    for sentence in ("No one-on-one is planned for the next two weeks.", "Nothing promised is due this week."):
        assert sentence in words_of(screen)
    assert named(screen, f"notCoached.{nora}", QPushButton).text() == "Nora  not yet"


def test_a_quiet_morning_says_who_will_be_next(journal: Journal, dana: int, show: Show) -> None:
    journal.do(log_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE, held_on=TODAY - timedelta(days=4))
    screen = show()
    assert "Everybody has been coached in time. Next is Dana Reyes, in 2 days." in words_of(screen)


def test_a_quiet_morning_proposes_to_tell_somebody_what_they_did_well(journal: Journal, dana: int, show: Show) -> None:
    rate(journal, dana, (60, 2), (1, 4))
    screen = show()
    assert "One thing for today: tell Dana Reyes what you saw." in words_of(screen)


def test_a_morning_without_meetings_offers_to_plan_coaching_with_who_waits(
    journal: Journal, dana: int, show: Show, went: Went
) -> None:
    screen = show()
    click(named(screen, "today.plan", QPushButton))
    assert went.to == [("plan coaching", dana)]
    journal.do(plan_one_on_one, rep_id=dana, on=TODAY)
    assert not named(screen, "today.plan", QPushButton).isVisible()


@pytest.mark.parametrize("clock", [FixedClock(datetime(2026, 11, 26, 9, tzinfo=UTC))])
def test_what_was_not_held_says_so_and_opens_its_page(journal: Journal, dana: int, show: Show, went: Went) -> None:
    talk = journal.do(plan_one_on_one, rep_id=dana, on=TODAY, at=time(14))
    row = meeting_rows(show())[0]
    assert row.accessibleName() == "Dana Reyes, 3 days ago 14:00: Not held yet, or not written down."
    press(row, "Return")
    assert went.to == [("conversation", talk)]


@pytest.mark.parametrize("clock", [FixedClock(datetime(2026, 11, 26, 9, tzinfo=UTC))])
@pytest.mark.parametrize("key", ["T", "D"])
def test_what_was_not_written_down_took_place_or_was_called_off_by_a_letter(
    journal: Journal, dana: int, show: Show, key: str
) -> None:
    journal.do(plan_one_on_one, rep_id=dana, on=TODAY, at=time(14))
    screen = show()
    press(meeting_rows(screen)[0], key)
    assert [ahead.meeting.missed for ahead in journal.ask(today_page).meetings] == []
    journal.undo()
    assert [ahead.meeting.missed for ahead in journal.ask(today_page).meetings] == [True]


def test_when_nothing_more_is_planned_this_week_the_next_meeting_is_told(
    journal: Journal, dana: int, show: Show
) -> None:
    journal.do(plan_one_on_one, rep_id=dana, on=TODAY + timedelta(days=7))
    assert "Nothing more is planned this week. Next is Dana Reyes, 30 Nov." in words_of(show())


def test_a_meeting_says_when_it_is_and_what_is_open(journal: Journal, dana: int, show: Show) -> None:
    journal.do(plan_one_on_one, rep_id=dana, on=TODAY, at=time(14))
    promise(journal, dana, 90)
    journal.do(raise_next_time, rep_id=dana, text="Her holiday", side=Side.REP)
    screen = show()
    row = meeting_rows(screen)[0]
    assert row.accessibleName() == "Dana Reyes, today 14:00: 1 commitment open, 1 item to raise"


def test_the_first_meeting_after_a_plan_began_and_a_cancelled_one_say_so(
    journal: Journal, dana: int, show: Show
) -> None:
    journal.do(plan_one_on_one, rep_id=dana, on=TODAY - timedelta(days=3), status=ConversationStatus.CANCELLED)
    journal.do(plan_one_on_one, rep_id=dana, on=TODAY)
    journal.do(start_plan, rep_id=dana, period=Period(TODAY, TODAY + timedelta(days=90)))
    words = words_of(meeting_rows(show())[0])
    assert "Last one was cancelled, first one-on-one since the plan started" in words


def test_enter_prepares_a_one_on_one_and_s_starts_it(journal: Journal, dana: int, show: Show, went: Went) -> None:
    talk = journal.do(plan_one_on_one, rep_id=dana, on=TODAY)
    screen = show()
    row = named(screen, f"meeting.{talk}", QPushButton)
    row.setFocus()
    press(row, "Return")
    press(row, "S")
    click(named(screen, f"meeting.{talk}.prepare", QPushButton))
    click(named(screen, f"meeting.{talk}.start", QPushButton))
    assert [what for what, _ in went.to] == ["brief", "meeting", "brief", "meeting"]


def test_only_the_next_meeting_is_filled(journal: Journal, dana: int, show: Show) -> None:
    first = journal.do(plan_one_on_one, rep_id=dana, on=TODAY)
    journal.do(plan_one_on_one, rep_id=dana, on=TODAY + timedelta(days=1))
    screen = show()
    filled = [button.objectName() for button in screen.findChildren(PrimaryButton) if button.isVisible()]
    assert filled == [f"meeting.{first}.prepare"]


def test_a_planned_ride_along_stands_among_the_meetings_and_opens_its_page(
    journal: Journal, dana: int, show: Show, went: Went
) -> None:
    ride = journal.do(plan_ride_along, rep_id=dana, held_on=TODAY)
    screen = show()
    assert "and what else is planned this week" in words_of(screen)
    press(named(screen, f"meeting.{ride}", QPushButton), "Return")
    assert went.to == [("conversation", ride)]


def test_the_briefs_of_today_are_offered_on_days_with_a_one_on_one(journal: Journal, dana: int, show: Show) -> None:
    screen = show()
    assert not named(screen, "today.briefs", QPushButton).isVisible()
    journal.do(plan_one_on_one, rep_id=dana, on=TODAY)
    assert named(screen, "today.briefs", QPushButton).isVisible()


def test_days_away_are_told_where_they_are_not_counted(journal: Journal, dana: int, show: Show) -> None:
    journal.do(add_absence, rep_id=dana, first_day=TODAY - timedelta(days=5), last_day=TODAY - timedelta(days=4))
    chip = named(show(), f"notCoached.{dana}", QPushButton)
    assert chip.text() == "Dana  10 days"
    assert chip.accessibleName() == "Dana Reyes, 10 days without coaching, 2 days away not counted"


def test_who_was_not_coached_stands_in_a_chip_that_opens_the_rep_logs_and_plans(
    dana: int, show: Show, went: Went
) -> None:
    screen = show()
    chip = named(screen, f"notCoached.{dana}", QPushButton)
    assert (chip.text(), chip.property("tone")) == ("Dana  12 days", "red")
    assert chip.accessibleName() == "Dana Reyes, 12 days without coaching"
    chip.setFocus()
    for key in ("Return", "L", "C"):
        press(chip, key)
    click(chip)
    assert went.to == [("rep", dana), ("log", dana), ("plan coaching", dana), ("rep", dana)]


def test_two_reps_of_one_first_name_are_told_apart(journal: Journal, dana: int, show: Show) -> None:
    other = journal.do(add_rep, name="Dana Okafor")
    screen = show()
    assert named(screen, f"notCoached.{dana}", QPushButton).text() == "Dana Reyes  12 days"
    assert named(screen, f"notCoached.{other}", QPushButton).text() == "Dana Okafor  not yet"


def test_the_arrows_go_through_every_list_of_a_sheet(journal: Journal, dana: int, show: Show) -> None:
    meeting = journal.do(plan_one_on_one, rep_id=dana, on=TODAY)
    first, second = promise(journal, dana, 0), promise(journal, dana, 1)
    screen = show()
    named(screen, f"meeting.{meeting}", QPushButton).setFocus()
    seen = []
    for key in ("Down", "Down", "Down", "Up"):
        press(screen.focusWidget(), key)
        seen.append(screen.focusWidget().objectName())
    assert seen == [f"commitment.{each}" for each in (first, second, second, first)]


def test_a_signal_is_coached_from_its_row_and_all_of_them_are_one_click_away(
    journal: Journal, dana: int, show: Show, went: Went
) -> None:
    for number in range(5):
        journal.do(miss_commitment, commitment_id=promise(journal, dana, -number))
    screen = show()
    row = screen.findChildren(SignalRow)[0]
    row.setFocus()
    press(row, "C")
    click(named(screen, "today.allSignals", QPushButton))
    assert went.to == [(f"coach {Rule.COMMITMENTS_SLIP}", dana), ("signals", None)]


def test_at_most_five_signals_stand_there(journal: Journal, show: Show) -> None:
    for number in range(7):
        rep = journal.do(add_rep, name=f"Rep {number}", started_on=TODAY - timedelta(days=90))
        for _ in range(5):
            journal.do(miss_commitment, commitment_id=promise(journal, rep, 0))
    screen = show()
    rows = [row for row in screen.findChildren(SignalRow) if row.isVisible()]
    assert 3 <= len(rows) <= 5
    number = len(journal.ask(open_signals))
    assert named(screen, "today.allSignals", QPushButton).accessibleName() == f"All {number} signals"


def test_coaching_of_today_is_begun_from_its_row(journal: Journal, dana: int, show: Show, went: Went) -> None:
    step = journal.do(plan_action, rep_id=dana, kind=ActionKind.PRACTICE, planned_on=TODAY)
    screen = show()
    row = named(screen, f"step.{step}", QPushButton)
    row.setFocus()
    press(row, "S")
    assert [what for what, _ in went.to] == ["conversation"]


def test_a_goal_whose_day_is_over_is_asked_about(
    journal: Journal, dana: int, show: Show, context: Context, qtbot: QtBot
) -> None:
    goal = set_goal_over(journal, dana, "Discovery depth")
    screen = show()
    row = named(screen, f"goal.{goal}", QPushButton)
    assert "Ended 12 Nov at 2.0 of 4.0: achieved, extended or abandoned?" in row.accessibleName()
    row.setFocus()
    press(row, "Return")
    qtbot.waitUntil(lambda: context.window.findChild(QDialog, "endGoal") is not None)


@pytest.mark.usefixtures("dana")
def test_since_when_a_rule_holds_is_remembered_once_and_no_screen_hears_of_it(
    journal: Journal, show: Show, context: Context, qtbot: QtBot
) -> None:
    told: list[Change] = []
    show()
    journal.subscribe(told.append)
    qtbot.waitUntil(lambda: sightings(journal) > 0)
    before = sightings(journal)
    context.bus.changed.emit(Change(frozenset({"deal"}), "Something."))
    done: list[None] = []
    context.worker.run(lambda _task: None, done.append)
    qtbot.waitUntil(lambda: done == [None])
    assert (sightings(journal), told) == (before, [])


def test_the_header_leads_to_the_palette_and_to_a_new_conversation(show: Show, went: Went) -> None:
    screen = show()
    click(named(screen, "today.search", QPushButton))
    click(named(screen, "today.log", QPushButton))
    assert went.to == [("palette", None), ("log", None)]


@pytest.mark.parametrize(("slot", "place"), [("quick_log", ("log", None)), ("conversation:1", ("conversation", 1))])
def test_a_draft_is_picked_up_where_it_was_left(
    journal: Journal, show: Show, went: Went, slot: str, place: tuple[str, int | None]
) -> None:
    dana = journal.do(add_rep, name="Dana Reyes")
    journal.do(log_conversation, rep_id=dana)
    journal.do(keep_draft, slot=slot, fields={"rep_id": dana, "kind": "ride_along", "text": "One two"})
    screen = show()
    assert "Ride-along with Dana Reyes" in words_of(screen)
    click(named(screen, slot, QPushButton))
    assert went.to == [place]


def test_a_draft_put_aside_appears_on_coming_back_to_the_page(
    journal: Journal, dana: int, show: Show, context: Context, qtbot: QtBot
) -> None:
    screen = show()
    context.window.activateWindow()
    qtbot.waitUntil(context.window.isActiveWindow)
    journal.do(keep_draft, slot="quick_log", fields={"rep_id": dana, "kind": "one_on_one", "text": "One two"})
    screen.activateWindow()
    qtbot.waitUntil(lambda: "picked up where you left off" in words_of(screen))


def test_on_monday_last_week_is_told_with_what_would_have_reached_the_aim(journal: Journal, show: Show) -> None:
    last_week(journal, people=300, desk=540)
    words = words_of(show())
    assert "36%" in words
    assert "of last week went to your people" in words
    assert "5\u00a0h with your people" in words
    assert "9\u00a0h at the desk, most of it internal meetings" in words
    assert "Two hours moved to your people would have reached your aim." in words
    assert "The desk took 64%, your ceiling is 30%." in words


def test_the_week_is_measured_first_by_the_managers_own_eight_weeks_before(journal: Journal, show: Show) -> None:
    last_week(journal, people=300, desk=540)
    for weeks in (2, 3, 8):
        day = TODAY - timedelta(weeks=weeks)
        work(journal, day, 240, TimeCategory.ONE_ON_ONE)
        work(journal, day, 360, TimeCategory.REPORTS)
    assert "of last week went to your people, usually 40%" in words_of(show())


def test_an_aim_that_was_reached_is_said_without_applause(journal: Journal, show: Show) -> None:
    last_week(journal, people=300, desk=100)
    assert "Aim reached." in words_of(show())


@pytest.mark.parametrize("clock", [FixedClock(datetime(2026, 11, 26, 9, tzinfo=UTC))])
def test_later_in_the_week_the_hours_that_are_missing_have_a_place_that_is_free(journal: Journal, show: Show) -> None:
    work(journal, TODAY + timedelta(days=1), 300, TimeCategory.ONE_ON_ONE)
    work(journal, TODAY + timedelta(days=1), 480, TimeCategory.REPORTS)
    assert "Three more hours would reach your aim. Today 09:00 to 12:00 is free." in words_of(show())


def test_what_a_rep_is_called_is_never_read_as_markup(journal: Journal, show: Show) -> None:
    rep = journal.do(add_rep, name="<b>Bold</b>", started_on=TODAY - timedelta(days=90))
    journal.do(plan_one_on_one, rep_id=rep, on=TODAY)
    row = meeting_rows(show())[0]
    assert row.accessibleName().startswith("<b>Bold</b>, today")
    assert "&lt;b&gt;Bold&lt;/b&gt;" in words_of(row)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_a_full_morning_of_seven_reps_stands_on_one_screen(
    journal: Journal, show: Show, theme: Theme, qtbot: QtBot, scheme: Scheme
) -> None:
    theme.choose_scheme(scheme)
    full_morning(journal)
    screen = show()
    bar = screen.findChildren(QScrollArea)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    assert len(meeting_rows(screen)) == 7
    assert len(ticks(screen)) >= 3
    assert len([row for row in screen.findChildren(SignalRow) if row.isVisible()]) >= 3


@pytest.mark.parametrize("clock", [FixedClock(datetime(2026, 11, 26, 9, tzinfo=UTC))])
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_sample_team_s_morning_stands_on_one_screen(
    journal: Journal, show: Show, theme: Theme, qtbot: QtBot, scheme: Scheme
) -> None:
    theme.choose_scheme(scheme)
    journal.do(load_sample_team)
    screen = show()
    bar = screen.findChildren(QScrollArea)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    assert [len(meeting_rows(screen)) > 0, len(ticks(screen)) >= 3] == [True, True]
    assert len([row for row in screen.findChildren(SignalRow) if row.isVisible()]) == 5


def test_in_the_smallest_window_it_scrolls_and_nothing_is_cut(journal: Journal, show: Show, qtbot: QtBot) -> None:
    full_morning(journal)
    screen = show()
    screen.resize(807, 640)
    area = screen.findChildren(QScrollArea)[0]
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert area.horizontalScrollBar().maximum() == 0
    assert all(row.height() >= row.heightForWidth(row.width()) for row in meeting_rows(screen))


@pytest.mark.parametrize("clock", [FixedClock(datetime(2026, 11, 26, 9, tzinfo=UTC))])
def test_where_it_scrolls_anyway_all_five_signals_stand_there(journal: Journal, show: Show, qtbot: QtBot) -> None:
    journal.do(load_sample_team)
    screen = show()
    screen.resize(807, 640)
    qtbot.waitUntil(lambda: screen.findChildren(QScrollArea)[0].verticalScrollBar().maximum() > 0)
    assert len([row for row in screen.findChildren(SignalRow) if row.isVisible()]) == 5
    assert named(screen, "today.allSignals", QPushButton).isVisible()


def test_tab_goes_from_sheet_to_sheet_and_through_the_row_it_is_in(journal: Journal, dana: int, show: Show) -> None:
    meeting = journal.do(plan_one_on_one, rep_id=dana, on=TODAY)
    journal.do(plan_one_on_one, rep_id=dana, on=TODAY + timedelta(days=1))
    promise(journal, dana)
    screen = show()
    names = ["today.search"]
    named(screen, "today.search", QPushButton).setFocus()
    for _ in range(4):
        screen.focusNextChild()
        names.append(screen.focusWidget().objectName())
    strip = ["today.strip.back", f"today.strip.{TODAY}"]
    assert names == ["today.search", "today.log", *strip, "today.briefs"]
    press(screen.focusWidget(), "Down")
    assert screen.focusWidget().objectName() == f"meeting.{meeting}"
    screen.focusNextChild()
    assert screen.focusWidget().objectName() == f"meeting.{meeting}.start"
    screen.focusNextChild()
    assert screen.focusWidget().objectName() == f"meeting.{meeting}.prepare"
    screen.focusNextChild()
    assert named(screen, "today.coaching", QWidget).isAncestorOf(screen.focusWidget())
    screen.focusPreviousChild()
    assert screen.focusWidget().objectName() == "today.briefs"
