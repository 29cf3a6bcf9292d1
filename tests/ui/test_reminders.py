"""Reminders with a clock that is moved by hand."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.conversation import edit_conversation, plan_conversation
from coachjournal.commands.reminders import choose_reminders
from coachjournal.commands.taking_place import call_off
from coachjournal.commands.working_hours import set_working_hours
from coachjournal.journal import Journal
from coachjournal.rules.conversation import Side
from tests.ui.hands import click, named
from tests.ui.moved_clock import MovedClock
from tests.ui.went import Went
from ui.context import Context
from ui.main_window import MainWindow
from ui.reminders import Reminders
from ui.system_notice import SystemNotice
from ui.widgets.reminder_line import ReminderLine

NINE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TWO = NINE.replace(hour=14)
MINUTE = timedelta(minutes=1)
BRIEF_IS_READY = "Dana at 14:00. The brief is ready."


class Noticed(SystemNotice):
    """A system that keeps what it was asked to show."""

    def __init__(self) -> None:
        super().__init__(lambda: None)
        self.said: list[str] = []

    def say(self, words: str) -> None:
        self.said.append(words)


@pytest.fixture
def clock() -> MovedClock:
    return MovedClock(NINE)


@pytest.fixture
def line(window: MainWindow) -> ReminderLine:
    return named(window, "reminder", ReminderLine)


class Desk:
    """Reminders beside a clock, a line and a system."""

    def __init__(self, context: Context, clock: MovedClock, line: ReminderLine, qtbot: QtBot) -> None:
        self.context, self.clock, self.line, self.qtbot = context, clock, line, qtbot
        self.page = "rep"
        self.begin()

    def begin(self) -> None:
        self.notice = Noticed()
        self.reminders = Reminders(self.context, self.line, lambda: self.page, self.notice)
        self.settle()

    def at(self, moment: datetime) -> str:
        """Turn the clock and look; what the line then says."""
        self.clock.at = moment
        self.reminders.look()
        self.settle()
        return "" if self.line.isHidden() else self.line.words

    def settle(self) -> None:
        """Until the lane has answered what it was asked."""
        answered: list[object] = []
        self.context.worker.run(lambda _task: None, answered.append)
        self.qtbot.waitUntil(lambda: bool(answered))
        self.context.worker.run(lambda _task: None, answered.append)
        self.qtbot.waitUntil(lambda: len(answered) > 1)


@pytest.fixture
def planned(journal: Journal, dana: int) -> int:
    return journal.do(plan_conversation, rep_id=dana, held_on=NINE.date(), starts_at=TWO)


@pytest.fixture
def desk(context: Context, clock: MovedClock, line: ReminderLine, qtbot: QtBot, planned: int) -> Desk:
    assert planned
    return Desk(context, clock, line, qtbot)


def test_a_line_tells_of_a_meeting_once_and_goes_when_it_has_begun(desk: Desk) -> None:
    assert desk.at(TWO - 16 * MINUTE) == ""
    assert desk.at(TWO - 15 * MINUTE) == BRIEF_IS_READY
    assert desk.line.accessibleName() == BRIEF_IS_READY
    assert desk.at(TWO + 6 * MINUTE) == ""
    assert desk.at(TWO - 5 * MINUTE) == ""  # set back by hand: it was said


def test_a_line_that_was_closed_does_not_come_back_also_after_a_restart(desk: Desk) -> None:
    assert desk.at(TWO - MINUTE) == BRIEF_IS_READY
    click(named(desk.line, "reminder.close", QPushButton))
    desk.reminders.stop()
    desk.begin()
    assert desk.at(TWO) == ""


def test_the_step_opens_the_brief(desk: Desk, dana: int) -> None:
    went = Went()
    object.__setattr__(desk.context, "navigator", went)
    desk.at(TWO - MINUTE)
    click(named(desk.line, "reminder.step", QPushButton))
    assert went.to == [("brief", dana)]
    assert desk.line.isHidden()


def test_a_computer_that_slept_into_the_next_day_tells_nothing_of_yesterday(desk: Desk) -> None:
    assert desk.at(TWO + timedelta(days=1)) == ""


def test_a_meeting_that_is_moved_is_told_of_at_its_new_time(desk: Desk, journal: Journal, planned: int) -> None:
    assert desk.at(TWO - MINUTE) == BRIEF_IS_READY
    journal.do(edit_conversation, conversation_id=planned, starts_at=TWO + timedelta(hours=1))
    desk.settle()
    assert desk.at(TWO + 50 * MINUTE) == "Dana at 15:00. The brief is ready."


def test_the_line_of_a_meeting_that_is_called_off_goes(desk: Desk, journal: Journal, planned: int) -> None:
    assert desk.at(TWO - 10 * MINUTE) == BRIEF_IS_READY
    journal.do(call_off, conversation_id=planned)
    desk.settle()
    assert desk.line.isHidden()


def test_outside_working_hours_nothing_is_said(desk: Desk, journal: Journal) -> None:
    journal.do(set_working_hours, weekdays=(0,), start=NINE.time(), end=NINE.replace(hour=12).time())
    desk.settle()
    assert desk.at(TWO - MINUTE) == ""


def test_what_is_due_is_said_one_after_the_other_and_not_over_the_morning_page(
    desk: Desk, journal: Journal, dana: int
) -> None:
    journal.do(make_commitment, rep_id=dana, text="Introduce Will", owner=Side.MANAGER, due_on=NINE.date())
    desk.settle()
    assert desk.at(TWO - MINUTE) == "A commitment of yours is due today."  # it has been in sight since nine
    click(named(desk.line, "reminder.close", QPushButton))
    assert desk.line.words == BRIEF_IS_READY
    click(named(desk.line, "reminder.close", QPushButton))
    desk.page = "today"
    assert desk.at(NINE + timedelta(days=1)) == ""


def test_the_system_is_told_a_first_name_and_a_time_only_where_that_is_wanted(desk: Desk, journal: Journal) -> None:
    desk.line.window().hide()  # one looks elsewhere
    desk.at(TWO - 15 * MINUTE)
    assert desk.notice.said == []
    desk.clock.at = NINE
    journal.do(choose_reminders, in_window=False, minutes_before=60, in_system=True)
    journal.do(plan_conversation, rep_id=1, held_on=NINE.date(), starts_at=TWO + timedelta(hours=2))
    desk.settle()
    desk.at(TWO + timedelta(hours=1, minutes=30))
    assert desk.notice.said == ["Dana at 16:00"]


def test_who_wants_none_gets_none(desk: Desk, journal: Journal) -> None:
    journal.do(choose_reminders, in_window=False, minutes_before=15, in_system=False)
    desk.settle()
    assert desk.at(TWO - MINUTE) == ""


def test_closing_the_window_stops_the_clock(attached: MainWindow, qtbot: QtBot) -> None:
    def timers() -> list[QTimer]:
        found: list[Reminders] = attached.findChildren(Reminders)
        return [timer for each in found for timer in each.findChildren(QTimer)]

    qtbot.waitUntil(lambda: len(timers()) == 1)
    assert timers()[0].isActive()
    attached.keep_state()
    assert not timers()[0].isActive()
