"""Settings: when you work, and what you are reminded of meanwhile."""

from dataclasses import asdict
from datetime import time

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QSpinBox

from coachjournal.commands.reminders import choose_reminders
from coachjournal.commands.working_hours import set_working_hours
from coachjournal.queries.reminders import reminder_choice
from coachjournal.queries.settings import settings
from coachjournal.queries.working_hours import working_hours
from coachjournal.rules.reminders import LEAST_MINUTES, MOST_MINUTES, ReminderChoice
from coachjournal.rules.working_hours import WorkingHours
from ui.context import Context
from ui.screens.settings_section import SettingsSection, buttons, column, halves
from ui.system_notice import has_notices
from ui.widgets.field import Field
from ui.widgets.text import Text
from ui.widgets.time_field import NOT_A_TIME, TimeField, parse_time

_WEEK = 7
_HOW = "Outside these hours nothing reminds you, and free slots for coaching are looked for within them."
_QUIET = "A line across the top of the page, without a sound: the meeting that is about to begin, what is due today."
_SYSTEM = "While you look elsewhere. It says a first name and a time, never more."
_NO_SYSTEM = "This system has no place for notifications, so there will be none."


class RemindersSection(SettingsSection):
    """Days and hours at the left, reminders at the right."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, name="settings.reminders")
        self._make_hours()
        self._make_reminders()
        left = column(Text("When you work", "section"), self._days_field, buttons(self._from, self._until))
        right = column(
            *(Text("What reminds you", "section"), buttons(self._in_window), Text(_QUIET, "muted", wrap=True)),
            *(buttons(self._before), buttons(self._in_system), self._system_words),
        )
        self.rows.addWidget(Text(_HOW, "muted", wrap=True))
        self.rows.addWidget(halves(left, right))
        self.rows.addStretch(1)

    def show_page(self) -> None:
        self._show_hours(self.context.journal.ask(working_hours))
        choice, has = self.context.journal.ask(reminder_choice), has_notices()
        for box, wanted in ((self._in_window, choice.in_window), (self._in_system, choice.in_system)):
            with QSignalBlocker(box):
                box.setChecked(wanted)
        if not self._minutes.hasFocus():
            self._minutes.setValue(choice.minutes_before)
        self._before.setEnabled(choice.wanted)
        self._in_system.setEnabled(has or choice.in_system)
        self._system_words.setText(_SYSTEM if has else _NO_SYSTEM)

    def finish(self) -> None:
        super().finish()
        self._keep_times()
        self._minutes.interpretText()
        self._keep_reminders()

    # ------------------------------------------------------------------------------------------- building

    def _make_hours(self) -> None:
        first = self.context.journal.ask(settings).week_start
        locale = self.context.locale.qt
        self._days: dict[int, QCheckBox] = {}
        for day in ((first + number) % _WEEK for number in range(_WEEK)):
            box = QCheckBox(locale.standaloneDayName(day + 1, locale.FormatType.ShortFormat))
            box.setObjectName(f"settings.reminders.day{day}")
            box.setAccessibleName(locale.standaloneDayName(day + 1))
            box.clicked.connect(self._keep_days)
            self._days[day] = box
        self._days_field = Field("Days", buttons(*self._days.values()), name="settings.reminders.weekdays")
        self._start, self._end = TimeField(), TimeField()
        self._from = Field("From", self._start, name="settings.reminders.start")
        self._until = Field("Until", self._end, name="settings.reminders.end")
        for entry in (self._start, self._end):
            entry.editingFinished.connect(self._keep_times)

    def _make_reminders(self) -> None:
        self._in_window = QCheckBox("Remind me in the window")
        self._in_system = QCheckBox("Also as a notification of the system")
        for key, box in (("inWindow", self._in_window), ("inSystem", self._in_system)):
            box.setObjectName(f"settings.reminders.{key}")
            box.setAccessibleName(box.text())
            box.clicked.connect(self._keep_reminders)
        self._minutes = QSpinBox()
        self._minutes.setRange(LEAST_MINUTES, MOST_MINUTES)
        self._minutes.setSuffix(" min")
        self._minutes.editingFinished.connect(self._keep_reminders)
        self._before = Field("Before a meeting", self._minutes, name="settings.reminders.minutes_before")
        self._system_words = Text("", "muted", wrap=True)
        self._system_words.setObjectName("settings.reminders.systemWords")

    # ------------------------------------------------------------------------------------------- keeping

    def _show_hours(self, hours: WorkingHours) -> None:
        for day, box in self._days.items():
            box.setChecked(day in hours.weekdays)
        for entry, at in ((self._start, hours.start), (self._end, hours.end)):
            if not entry.hasFocus():
                entry.show_time(at)

    def _keep_days(self) -> None:
        """At least one day is worked on; else what was kept stands there again."""
        before = self.context.journal.ask(working_hours)
        weekdays = frozenset(day for day, box in self._days.items() if box.isChecked())
        if not self._keep_hours(self._days_field, WorkingHours(weekdays, before.start, before.end)):
            self._show_hours(before)

    def _keep_times(self) -> None:
        before = self.context.journal.ask(working_hours)
        start, end = _time(self._from), _time(self._until)
        if start is not None and end is not None:
            self._keep_hours(self._until, WorkingHours(before.weekdays, start, end))

    def _keep_hours(self, field: Field, hours: WorkingHours) -> bool:
        if hours == self.context.journal.ask(working_hours):
            field.settle()
            return True
        return self.keep(field, set_working_hours, weekdays=hours.weekdays, start=hours.start, end=hours.end)

    def _keep_reminders(self) -> None:
        wanted = ReminderChoice(self._in_window.isChecked(), self._minutes.value(), self._in_system.isChecked())
        if wanted != self.context.journal.ask(reminder_choice):
            self.keep(self._before, choose_reminders, **asdict(wanted))


def _time(field: Field) -> time | None:
    """What stands in a field; None, and said beside it, where that is no time."""
    if not isinstance(field.entry, TimeField):
        return None
    at = parse_time(field.entry.text().strip())
    if at is None:
        field.note(NOT_A_TIME)
    else:
        field.settle()
    return at
