"""Correcting a time entry: when, how long, what it was, perhaps with whom."""

from datetime import datetime

from PySide6.QtWidgets import QComboBox, QLineEdit

from coachjournal.commands.time_entry import edit_time
from coachjournal.errors import Rejected
from coachjournal.queries.time_page import Work
from coachjournal.rules.spoken_days import Towards
from coachjournal.rules.time_entry import TimeCategory
from ui.context import Context
from ui.editors.editor import Editor
from ui.editors.typed_time import minutes_in
from ui.widgets.date_field import DateField
from ui.widgets.rep_picker import RepPicker
from ui.widgets.time_field import TimeField


class TimeEntryEditor(Editor):
    """All of an entry. The length may be written as 45, 1:30 or 2h."""

    def __init__(self, context: Context, entry: Work, team: tuple[tuple[int, str], ...]) -> None:
        super().__init__(context, "Change the hours", name="timeEntry", keeps=str(entry.key))
        self._entry = entry
        self._add_when(entry)
        self._category = QComboBox()
        for category in TimeCategory:
            self._category.addItem(category.label, category)
        self._category.setCurrentIndex(list(TimeCategory).index(entry.category))
        row = self.add_row()
        self.add("category", "Counts as", self._category, beside=row)
        named = (entry.rep_id, entry.rep)
        archived = ((entry.rep_id, entry.rep),) if entry.rep_id is not None and named not in team else ()
        self._rep = RepPicker((*team, *archived), entry.rep_id)
        self.add("rep_id", "With", self._rep, beside=row, aside="Empty where it was with nobody of the team")
        self._title = QLineEdit(entry.title)
        self.add("title", "What it was about", self._title)
        self._length.setFocus()
        self._length.selectAll()

    def save(self) -> None:
        self.context.journal.do(
            edit_time,
            time_entry_id=self._entry.key,
            day=self._day.chosen_day,
            starts_at=self._starts_at(),
            minutes=self._minutes(),
            category=TimeCategory(self._category.currentData()),
            rep_id=self._rep_id(),
            title=self._title.text().strip(),
        )

    def _add_when(self, entry: Work) -> None:
        row = self.add_row()
        today, locale = self.context.journal.clock.today(), self.context.locale.qt
        self._day = DateField(entry.day, today=today, locale=locale, towards=Towards.BEHIND)
        self.add("day", "Day", self._day, beside=row)
        start = entry.starts_at.astimezone() if entry.starts_at else None
        self._start = TimeField(start.time() if start else None)
        self.add("starts_at", "From", self._start, beside=row)
        self._length = QLineEdit(f"{entry.length // 60}:{entry.length % 60:02}")
        self.add("minutes", "How long", self._length, beside=row)

    def _starts_at(self) -> datetime:
        start = self._start.time("starts_at")
        if start is None:
            raise Rejected("Say when it began.", field="starts_at")
        return self.context.journal.clock.instant(self._day.chosen_day, start)

    def _minutes(self) -> int:
        minutes = minutes_in(self._length.text().strip().replace(" ", ""))
        if minutes is None:
            raise Rejected("Write how long it took: 45, 1:30 or 2h.", field="minutes")
        return minutes

    def _rep_id(self) -> int | None:
        self._rep.complete()
        if self._rep.rep_id is None and self._rep.text().strip():
            raise Rejected("Nobody of this name is on your team.", field="rep_id")
        return self._rep.rep_id
