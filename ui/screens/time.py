"""The Time page: a week of hours, added in three keys, and what they add up to."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QDate, QEvent
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachjournal.commands.time_entry import delete_time
from coachjournal.queries.time_page import Source, TimePage, Work, time_page
from coachjournal.rules.period import Period
from coachjournal.rules.time_entry import TimeGroup
from coachjournal.rules.words import counted, hours, length_of_talk
from ui.context import Context
from ui.editors.aims import AimsEditor
from ui.editors.time_entry import TimeEntryEditor
from ui.locale import Locale
from ui.screens.screen import Screen
from ui.screens.time_add import AddTime
from ui.screens.time_slice import WEEK, Slice
from ui.screens.time_totals import RepTimes, WeekTotals
from ui.widgets.buttons import PlainButton, PrimaryButton, QuietButton
from ui.widgets.marks import Tone
from ui.widgets.row_keys import RowKeys
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.sheet import Sheet
from ui.widgets.stacking import Stacking
from ui.widgets.table import INDENT, Table
from ui.widgets.text import Text

_BESIDE_FROM = 80
"""Characters of width from which the totals stand beside the hours."""
_A_WEEK = timedelta(days=7)
_NOTED = {Source.CONVERSATION: "conversation", Source.WAY: "conversation", Source.CALENDAR: "calendar"}


class TimeScreen(Screen):
    """Conversations are rows that are their own time; the rest is noted here. T adds, Enter changes, Del deletes."""

    title = "Time"
    topics = frozenset({"time_entry", "conversation", "rep", "setting"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._day: date | None = None
        """A day of the week in sight; None is this week, also when midnight turns it."""
        self._slice = WEEK
        self._page: TimePage | None = None
        self._model = RowsModel(columns(self._when), lambda piece: (piece.source, piece.key), self)
        self._table = Table(self._model, context.settings, name="timeTable", label="Hours of the week")
        self._add = AddTime(context)
        self._totals = WeekTotals(context.locale, self._show_slice, self._change_aims)
        self._reps = RepTimes(self._show_slice)
        self._add_actions()
        self._add_sheets()
        self._listen()

    def load(self) -> None:
        today = self.context.journal.clock.today()
        page = self.context.journal.ask(time_page, day=self._day or today)
        if page == self._page:
            return
        self._page = page
        is_this_week = today in page.week
        self.header.say(self.title, f"week of {self.context.locale.qt.toString(_qt_day(page.week.start), 'd MMMM')}")
        self._next.setEnabled(not is_this_week)
        self._now.setEnabled(not is_this_week)
        self._add.show_page(page, today)
        self._totals.show_page(page, is_this_week=is_this_week)
        self._reps.show_page(page)
        self._show_rows(page)

    def event(self, event: QEvent) -> bool:
        """Look again on coming back to the window: another day may have begun."""
        if event.type() == QEvent.Type.WindowActivate:
            self.refresh()
        return super().event(event)

    def _when(self, piece: Work) -> str:
        return when(piece, self._page.week, self.context.locale) if self._page else ""

    def _show_rows(self, page: TimePage) -> None:
        rows = self._slice.rows(page)
        told = f"{counted(len(rows), 'row')}, {hours(sum(piece.counted for piece in rows))}"
        self._sheet.heading.say(self._slice.words(page) or "Hours", told if rows else "")
        self._model.show_rows(rows)
        self._whole.setVisible(not self._slice.is_week)
        self._table.setVisible(bool(rows))
        self._nothing.setVisible(not rows)

    def _show_slice(self, wanted: Slice) -> None:
        self._slice = wanted
        if self._page is not None:
            self._show_rows(self._page)

    def show_week(self, day: date) -> None:
        """Turn to the week that holds this day."""
        self._go(day)

    def _step(self, weeks: int) -> None:
        today = self.context.journal.clock.today()
        day = (self._day or today) + weeks * _A_WEEK
        self._go(day if day < today else None)

    def _go(self, day: date | None) -> None:
        self._day = day
        self._show_slice(WEEK)
        self.refresh()

    def _on_noted(self, key: int) -> None:
        self._table.choose((Source.ENTRY, key))

    def _on_opened(self, piece: Work) -> None:
        if piece.is_conversation:
            self.context.navigator.open_conversation(piece.key)
        elif self._page is not None:
            TimeEntryEditor(self.context, piece, self._page.team).open()

    def _on_delete(self) -> None:
        piece = self._table.current_row()
        if piece is None:
            return
        if piece.is_conversation:
            self.context.messages.note("This is the time of a conversation. Enter opens it; it is deleted there.")
        else:
            self.context.do(delete_time, time_entry_id=piece.key)

    def _change_aims(self) -> None:
        AimsEditor(self.context).open()

    def _add_actions(self) -> None:
        before = PlainButton("Week before", partial(self._step, -1), name="time.before", key="[")
        self._now = PlainButton("This week", partial(self._go, None), name="time.now")
        self._next = PlainButton("Week after", partial(self._step, 1), name="time.after", key="]")
        add = PrimaryButton("Add hours", self._add.begin, name="time.addHours", key="T")
        for button in (before, self._now, self._next, add):
            self.header.add_action(button)

    def _add_sheets(self) -> None:
        self._sheet = Sheet(name="time.hours")
        self._whole = QuietButton("Show the whole week", partial(self._show_slice, WEEK), name="time.whole")
        self._nothing = Text("Nothing is noted yet. A conversation counts by itself.", "muted", wrap=True)
        self._nothing.setObjectName("time.nothing")
        title = QHBoxLayout()
        title.addWidget(self._sheet.heading, 1)
        title.addWidget(self._whole)
        head = QVBoxLayout()
        head.setContentsMargins(INDENT, 0, INDENT, 0)
        head.setSpacing(self._sheet.rows.spacing())
        head.addLayout(title)
        head.addWidget(self._add)
        head.addWidget(self._nothing)
        self._sheet.let_out(INDENT)
        self._sheet.rows.addLayout(head)
        self._sheet.add(self._table, 1)
        self._sheet.rows.addStretch(0)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._totals)
        column.addWidget(self._reps)
        column.addStretch(1)
        self.body.addWidget(Stacking((self._sheet, 67), (side, 33), beside_from=_BESIDE_FROM), 1)

    def _listen(self) -> None:
        self._table.opened.connect(self._on_opened)
        self._add.noted.connect(self._on_noted)
        self._add.left.connect(self._table.setFocus)
        QShortcut(QKeySequence("Ctrl+Left"), self, partial(self._step, -1))
        QShortcut(QKeySequence("Ctrl+Right"), self, partial(self._step, 1))
        RowKeys(self._table, {"Del": self._on_delete})


def columns(when: Callable[[Work], str]) -> tuple[Column[Work], ...]:
    return (
        Column(title="When", text=when, sort_by=_moment, muted=True, width=10),
        Column(title="What", text=lambda piece: piece.title, width=18, least=12),
        Column(
            title="Length",
            text=lambda piece: hours(piece.counted, aligned=True),
            sort_by=lambda piece: piece.counted,
            right=True,
            width=5,
        ),
        Column(title="Counts as", text=lambda piece: piece.called, tone=_tone, width=20, gives_way=3),
        Column(title="With", text=lambda piece: piece.rep, width=8, gives_way=2),
        Column(title="Noted as", text=noted_as, muted=True, width=12, gives_way=1),
    )


def when(piece: Work, week: Period, locale: Locale) -> str:
    """A row's day and time of day: "Mon 09:00", outside the week in sight "4 Nov 09:00"."""
    told = locale.short_weekday(piece.day) if piece.day in week else locale.day(piece.day)
    return f"{told} {locale.time(piece.starts_at)}" if piece.starts_at else told


def noted_as(piece: Work) -> str:
    """Where a row comes from, and what of it counts elsewhere: "conversation, 45 min overlap"."""
    overlapping = piece.length - piece.counted
    told = [_NOTED.get(piece.source, ""), f"{length_of_talk(overlapping)} overlap" if overlapping else ""]
    return ", ".join(part for part in told if part)


def _moment(piece: Work) -> tuple[date, float]:
    return piece.day, piece.starts_at.timestamp() if piece.starts_at else float("inf")


def _tone(piece: Work) -> Tone:
    return Tone.PEOPLE if piece.category.group is TimeGroup.PEOPLE else Tone.PLAIN


def _qt_day(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
