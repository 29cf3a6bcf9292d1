"""The line that notes hours: "2h forecast", Enter. Below it stands what was understood, before it is noted."""

from datetime import date, datetime, time, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from coachjournal.commands.time_entry import add_time
from coachjournal.queries.time_page import TimePage, busy_times
from coachjournal.rules.free_time import free_start
from coachjournal.rules.time_entry import TimeGroup
from coachjournal.rules.words import hours
from ui.context import Context
from ui.editors.typed_time import Reader, TypedTime
from ui.locale import Locale
from ui.widgets.buttons import spoken_key
from ui.widgets.text import Text

_MORNING = time(9)
"""Where a day is filled from, when no time of day is typed."""
_HOW = "2h forecast    45 int    1:30 report mon    30m dana practice    9-10:30 council"
_HOW_LONG = "How long? Write 2h, 45 or 1:30."
_WHAT = "What was it? A word will do: forecast, internal, admin, travel, selling, deal, practice."


class AddTime(QWidget):
    """Enter notes the hours and leaves the line ready for the next; Esc empties it. `noted` carries the entry's key."""

    noted = Signal(int)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._reader: Reader | None = None
        self.line = _Line()
        self.line.setObjectName("time.add")
        self.line.setAccessibleName("Add hours")
        self.line.setPlaceholderText(_HOW)
        self._understood = Text("", "small", wrap=True)
        self._understood.setObjectName("time.understood")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self._understood)
        self._understood.hide()
        self.line.textChanged.connect(self._tell)
        self.line.returnPressed.connect(self._note)
        self.line.escaped.connect(self._on_escaped)

    def show_page(self, page: TimePage, today: date) -> None:
        self._reader = Reader(page.team, page.week, today)
        self._tell()

    def begin(self) -> None:
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def _tell(self) -> None:
        """Say what was understood so far, or what is still missing."""
        typed = self.line.text().strip()
        read = self._reader.read(typed) if self._reader else TypedTime()
        self._understood.setText(self._words(read))
        self._understood.setVisible(bool(typed))
        self.line.setAccessibleDescription(self._understood.text())

    def _words(self, read: TypedTime) -> str:
        if read.minutes is None or read.category is None:
            return missing(read)
        return understood(read, self._start(read, read.minutes), self._context.locale)

    def _note(self) -> None:
        read = self._reader.read(self.line.text()) if self._reader else TypedTime()
        if read.minutes is None or read.category is None:
            return
        start = self._start(read, read.minutes)
        self._context.do(
            add_time,
            partial(self._on_noted, self.line.text()),
            starts_at=start,
            day=self._day(read),
            minutes=read.minutes,
            category=read.category,
            rep_id=read.rep_id,
            title=read.title,
        )

    def _on_noted(self, typed: str, key: int) -> None:
        if self.line.text() == typed:
            self.line.setText("")  # unlike clear() it leaves nothing to undo here: Ctrl+Z takes the hours back
        self.noted.emit(key)

    def _day(self, read: TypedTime) -> date:
        """The day typed; else today, or in another week its first day."""
        if read.day is not None or self._reader is None:
            return read.day or self._context.journal.clock.today()
        return self._reader.today if self._reader.today in self._reader.week else self._reader.week.start

    def _start(self, read: TypedTime, minutes: int) -> datetime:
        day = self._day(read)
        if read.start is not None:
            return _here(day, read.start)
        return free_start(self._context.journal.ask(busy_times, day=day), _here(day, _MORNING), minutes).astimezone()

    def _on_escaped(self) -> None:
        if self.line.text():
            self.line.clear()
        else:
            self.left.emit()


class _Line(QLineEdit):
    """Tells of Esc."""

    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


def missing(read: TypedTime) -> str:
    """What is understood, and the question that is left."""
    told = [hours(read.minutes)] if read.minutes else []
    told += [read.category.label] if read.category else []
    return " · ".join([*told, _HOW_LONG if read.minutes is None else _WHAT])


def understood(read: TypedTime, start: datetime, locale: Locale) -> str:
    """Everything that Enter would note: "2 h · Forecast and reports · today 09:00–11:00"."""
    minutes = read.minutes or 0
    span = f"{locale.time(start)}–{locale.time(start + timedelta(minutes=minutes))}"
    told = [hours(minutes)]
    told += [read.category.label] if read.category else []
    told += [f"with {read.rep}"] if read.rep else []
    told += [f"{locale.near_day(start.date())} {span}"]
    told += [f"“{read.title}”"] if read.title else []
    if read.rep and read.category and read.category.group is TimeGroup.PEOPLE:
        told.append(f"what you log with {spoken_key('Ctrl+N')} is in already")
    return " · ".join(told)


def _here(day: date, at: time) -> datetime:
    """A time of day where the manager is, as an aware instant."""
    return datetime.combine(day, at).astimezone()
