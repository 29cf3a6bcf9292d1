"""Working hours and reminders in Settings, by keys and clicks."""

from datetime import time

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from coachjournal.journal import Journal
from coachjournal.queries.reminders import reminder_choice
from coachjournal.queries.working_hours import working_hours
from coachjournal.rules.reminders import ReminderChoice
from coachjournal.rules.working_hours import WorkingHours
from tests.ui.hands import click, named, press, type_into
from ui.main_window import MainWindow
from ui.screens.settings import SettingsScreen
from ui.screens.settings_reminders import RemindersSection
from ui.widgets.choices import Tabs
from ui.widgets.time_field import TimeField


@pytest.fixture
def section(attached: MainWindow, qtbot: QtBot) -> RemindersSection:
    attached.ways.open_page("settings")
    qtbot.waitUntil(lambda: attached.pages.place.page == "settings")
    screen = named(attached, "settingsPage", SettingsScreen)
    named(screen, "settings.sheet.tabs", Tabs).choose("reminders")
    return named(screen, "settings.reminders", RemindersSection)


def day(section: RemindersSection, number: int) -> QCheckBox:
    return named(section, f"settings.reminders.day{number}", QCheckBox)


def test_days_and_hours_are_kept_as_they_are_changed_and_can_be_undone(
    section: RemindersSection, journal: Journal, attached: MainWindow, qtbot: QtBot
) -> None:
    click(day(section, 4))
    end = named(section, "settings.reminders.end", TimeField)
    end.clear()
    type_into(end, "1630")
    press(end, "Tab")
    assert journal.ask(working_hours) == WorkingHours(frozenset({0, 1, 2, 3}), time(8), time(16, 30))
    attached.undo()
    qtbot.waitUntil(lambda: end.text() == "18:00")
    assert journal.ask(working_hours) == WorkingHours(frozenset({0, 1, 2, 3}))


def test_a_week_without_a_working_day_is_refused_and_the_days_stand_as_they_were(
    section: RemindersSection, journal: Journal
) -> None:
    for number in range(5):
        click(day(section, number))
    assert journal.ask(working_hours).weekdays == {4}
    assert day(section, 4).isChecked()
    assert "at least one day" in named(section, "settings.reminders.weekdays.problem", QLabel).text()


@pytest.mark.parametrize(("typed", "sentence"), [("25", "A time looks like"), ("7", "ends after it begins")])
def test_an_end_that_is_no_time_or_before_the_start_is_told_beside_it(
    section: RemindersSection, journal: Journal, typed: str, sentence: str
) -> None:
    end = named(section, "settings.reminders.end", TimeField)
    end.clear()
    type_into(end, typed)
    press(end, "Return")
    assert sentence in named(section, "settings.reminders.end.problem", QLabel).text()
    assert journal.ask(working_hours) == WorkingHours()


def test_reminders_are_switched_off_and_come_at_another_time(section: RemindersSection, journal: Journal) -> None:
    minutes = named(section, "settings.reminders.minutes_before", QSpinBox)
    minutes.setFocus()
    press(minutes, "Up")
    press(minutes, "Return")
    assert journal.ask(reminder_choice) == ReminderChoice(in_window=True, minutes_before=16)
    click(named(section, "settings.reminders.inWindow", QCheckBox))
    assert not journal.ask(reminder_choice).wanted
    assert not minutes.isEnabled()


def test_where_the_system_shows_no_notifications_it_says_so(section: RemindersSection) -> None:
    """The screen that tests are shown on has none."""
    assert not named(section, "settings.reminders.inSystem", QCheckBox).isEnabled()
    assert "no place" in named(section, "settings.reminders.systemWords", QLabel).text()


def test_every_day_says_its_whole_name(section: RemindersSection) -> None:
    assert [day(section, number).accessibleName() for number in (0, 6)] == ["Monday", "Sunday"]
