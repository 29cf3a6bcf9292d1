"""The week strip of the morning, driven by keys and clicks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.ride_along import plan_ride_along
from coachjournal.journal import Journal
from coachjournal.rules.conversation import ConversationKind
from tests.ui.hands import click, named, press
from tests.ui.screens.morning import TODAY, Show, morning_in_sight
from tests.ui.went import Went
from ui.context import Context
from ui.screens.today import TodayScreen
from ui.screens.today_strip import DayCell


@pytest.fixture
def went() -> Went:
    return Went()


@pytest.fixture
def show(context: Context, went: Went, qtbot: QtBot) -> Show:
    return morning_in_sight(replace(context, navigator=went), qtbot)


def talk(journal: Journal, rep_id: int, day: date, kind: ConversationKind = ConversationKind.IN_PASSING) -> None:
    journal.do(log_conversation, rep_id=rep_id, kind=kind, held_on=day, minutes=30, text="A line.")


def cell(screen: TodayScreen, day: date) -> DayCell:
    cells = screen.findChildren(DayCell, f"today.strip.{day}")
    return next(each for each in cells if each.isVisible())


def title(screen: TodayScreen) -> str:
    return named(screen, "today.strip.week", QLabel).text()


def test_the_working_days_stand_there_and_a_weekend_that_was_worked(journal: Journal, dana: int, show: Show) -> None:
    screen = show()
    assert [each.name for each in screen.findChildren(DayCell)] == ["Mon 23", "Tue 24", "Wed 25", "Thu 26", "Fri 27"]
    journal.do(plan_ride_along, rep_id=dana, held_on=TODAY + timedelta(days=5))
    assert cell(screen, TODAY + timedelta(days=5)).name == "Sat 28"


def test_a_day_says_what_was_held_what_is_planned_and_how_long(journal: Journal, dana: int, show: Show) -> None:
    for kind in (ConversationKind.ONE_ON_ONE, ConversationKind.IN_PASSING, ConversationKind.ONE_ON_ONE):
        talk(journal, dana, TODAY, kind)
    journal.do(plan_ride_along, rep_id=dana, held_on=TODAY)
    told = cell(show(), TODAY).accessibleName()
    held = "2 one-on-ones, 1 in passing, 1 ride-along planned"
    assert told == f"Monday 23 November: {held}, 1 h 30 with your people"


def test_a_day_without_anything_says_so(show: Show) -> None:
    assert cell(show(), TODAY).accessibleName() == "Monday 23 November: no conversation"


def test_a_day_opens_what_was_held_on_it_or_the_hours_of_its_week(
    journal: Journal, dana: int, show: Show, went: Went
) -> None:
    talk(journal, dana, TODAY)
    screen = show()
    click(cell(screen, TODAY))
    press(cell(screen, TODAY + timedelta(days=1)), "Return")
    assert went.to == [("search", "after:2026-11-23 before:2026-11-24"), ("week", "2026-11-24")]


def test_left_and_right_go_from_day_to_day_and_over_the_weekend_into_the_week_before(
    journal: Journal, dana: int, show: Show
) -> None:
    talk(journal, dana, TODAY - timedelta(days=3))
    screen = show()
    cell(screen, TODAY).setFocus()
    press(screen.focusWidget(), "Left")
    assert (title(screen), screen.focusWidget().objectName()) == ("Last week", f"today.strip.{date(2026, 11, 20)}")
    assert "1 in passing, 0 h 30 with your people" in screen.focusWidget().accessibleName()
    press(screen.focusWidget(), "Right")
    assert (title(screen), screen.focusWidget().objectName()) == ("This week", f"today.strip.{TODAY}")
    for _ in range(5):
        press(screen.focusWidget(), "Right")
    assert screen.focusWidget().objectName() == f"today.strip.{date(2026, 11, 27)}"


def test_buttons_and_keys_turn_the_weeks_and_never_go_beyond_this_one(show: Show) -> None:
    screen = show()
    on = named(screen, "today.strip.on", QPushButton)
    assert not on.isEnabled()
    click(named(screen, "today.strip.back", QPushButton))
    press(screen, "[")
    assert title(screen) == "9 Nov to 15 Nov"
    press(screen, "]")
    cell(screen, date(2026, 11, 16)).setFocus()
    for _ in range(3):
        press(screen.focusWidget(), "PgDown")
    assert (title(screen), on.isEnabled()) == ("This week", False)
    press(screen.focusWidget(), "PgUp")
    assert title(screen) == "Last week"


def test_an_earlier_week_stays_in_sight_while_something_else_changes(
    journal: Journal, dana: int, show: Show, qtbot: QtBot
) -> None:
    screen = show()
    press(screen, "[")
    talk(journal, dana, date(2026, 11, 18))
    qtbot.waitUntil(lambda: "1 in passing" in cell(screen, date(2026, 11, 18)).accessibleName())
    assert title(screen) == "Last week"
