"""The week strip of the morning: what was held on each day, and the weeks before."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from coachjournal.queries.today import TodayPage
from coachjournal.queries.week_strip import DayHeld, week_strip
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.period import Period
from coachjournal.rules.words import counted, hours
from ui.context import Context
from ui.locale import Locale
from ui.theme import tokens
from ui.widgets.buttons import QuietButton
from ui.widgets.kind_marks import draw_kind
from ui.widgets.layouts import clear
from ui.widgets.row_walk import STOP
from ui.widgets.sheet_tabs import Place, button_place
from ui.widgets.text import Text, tip

_WEEK = timedelta(days=7)
_MOST_MARKS = 5
"""Shapes that are seen of a day; its words count all of them."""
_WORKING_DAYS = 5
_AROUND = 8


class WeekStrip(QWidget):
    """Left, Right, Home and End go from day to day, Page Up and Page Down from week to week; Enter opens a day."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("today.strip")
        self._context = context
        self._page: TodayPage | None = None
        self._weeks_back = 0
        self._back = _turn("The week before", "[", partial(self.turn, 1), "today.strip.back", "‹")
        self._on = _turn("The week after", "]", partial(self.turn, -1), "today.strip.on", "›")
        self._title = Text("", "small")
        self._title.setObjectName("today.strip.week")
        self._cells = QWidget()
        self._days = QHBoxLayout(self._cells)
        self._days.setContentsMargins(0, 0, 0, 0)
        self._days.setSpacing(4)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for widget in (self._back, self._title, self._on):
            row.addWidget(widget)
        row.addSpacing(10)
        row.addWidget(self._cells, 1)

    def show_page(self, page: TodayPage) -> None:
        self._page = page
        self._show()

    def turn(self, weeks: int) -> None:
        """Look so many weeks further back, never beyond this one."""
        self._weeks_back = max(self._weeks_back + weeks, 0)
        self._show()

    @property
    def places(self) -> tuple[Place, ...]:
        """Where Tab stops: the way back, a day, the way on."""
        return button_place(self._back), Place(self._cells, self._enter), button_place(self._on)

    def _enter(self) -> bool:
        """Put the focus on today, or in an earlier week on its last day."""
        cells = self.cells
        today = next((cell for cell in cells if cell.is_today), cells[-1])
        today.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}
        if (weeks := steps.get(Qt.Key(event.key()))) is not None:
            self.turn(weeks)
        else:
            super().keyPressEvent(event)

    @property
    def cells(self) -> list["DayCell"]:
        widgets = [item.widget() for at in range(self._days.count()) if (item := self._days.itemAt(at))]
        return [widget for widget in widgets if isinstance(widget, DayCell)]

    def step_from(self, cell: "DayCell", days: int) -> None:
        """The focus goes to the day before or after, and over the ends of a week into the next."""
        cells = self.cells
        at = cells.index(cell) + days
        if not 0 <= at < len(cells):
            if days > 0 and not self._weeks_back:
                return
            self.turn(-days)
            cells, at = self.cells, -1 if days < 0 else 0
        cells[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self) -> None:
        page = self._page
        if page is None:
            return
        this_week = Period(page.days[0].day, page.days[-1].day + timedelta(days=1))
        week = Period(this_week.start - self._weeks_back * _WEEK, this_week.end - self._weeks_back * _WEEK)
        days = page.days if not self._weeks_back else self._context.journal.ask(week_strip, week=week)
        had_focus = next((at for at, cell in enumerate(self.cells) if cell.hasFocus()), None)
        clear(self._days)
        for day in _worth_seeing(days, page):
            cell = self._cell(day, page)
            self._days.addWidget(cell, 1)
            if self.isVisible():
                cell.show()
        if had_focus is not None:
            self.cells[min(had_focus, len(self.cells) - 1)].setFocus()
        self._title.setText(self._name_of(week))
        self._on.setEnabled(bool(self._weeks_back))

    def _cell(self, day: DayHeld, page: TodayPage) -> "DayCell":
        open_it = partial(self._open, day)
        return DayCell(self, day, _planned(day.day, page), self._context.locale, open_it, is_today=day.day == page.day)

    def _open(self, day: DayHeld) -> None:
        """Its conversations where it has any, else its hours."""
        if day.talks:
            after, before = day.day, day.day + timedelta(days=1)
            self._context.navigator.search_journal(f"after:{after} before:{before}")
        else:
            self._context.navigator.show_week(day.day)

    def _name_of(self, week: Period) -> str:
        match self._weeks_back:
            case 0:
                return "This week"
            case 1:
                return "Last week"
            case _:
                return self._context.locale.days(week)


class DayCell(QuietButton):
    """A day: a shape for each conversation, hollow while it is planned, and the time that went to people."""

    def __init__(
        self,
        strip: WeekStrip,
        day: DayHeld,
        planned: Sequence[ConversationKind],
        locale: Locale,
        on_open: partial[None],
        *,
        is_today: bool,
    ) -> None:
        super().__init__("", on_open, name=f"today.strip.{day.day}")
        self._strip, self.is_today = strip, is_today
        self.name = f"{locale.short_weekday(day.day)} {day.day.day}"
        self._marks = [(kind, True) for kind in day.talks] + [(kind, False) for kind in planned]
        self._time = hours(day.minutes) if day.minutes else ""
        words = day_words(day, planned, locale)
        self.setAccessibleName(words)
        self.setToolTip(tip(words))
        self.setProperty(STOP, True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        letters = self.fontMetrics()
        wide = letters.horizontalAdvance(self.name + self._time) + _MOST_MARKS * letters.height() // 2 + 5 * _AROUND
        return QSize(wide, letters.height() + 10)

    def minimumSizeHint(self) -> QSize:
        letters = self.fontMetrics()
        return QSize(letters.horizontalAdvance(self.name) + 2 * _AROUND, letters.height() + 10)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if (step := {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)) is not None:
            self._strip.step_from(self, step)
        elif (end := {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}.get(key)) is not None:
            self._strip.cells[end].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The name at the left, then as many shapes as there is room for, and the time while it fits."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        room = QRectF(self.rect()).adjusted(_AROUND, 0, -_AROUND, 0)
        font = self.font()
        font.setWeight(font.Weight.DemiBold if self.is_today else font.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(tokens().text if self.is_today or self._marks else tokens().muted))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.name)
        left = room.left() + painter.fontMetrics().horizontalAdvance(self.name) + _AROUND
        room.setLeft(self._draw_marks(painter, left, room) + 4)
        painter.setPen(QColor(tokens().muted))
        if painter.fontMetrics().horizontalAdvance(self._time) <= room.width():
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._time)

    def _draw_marks(self, painter: QPainter, left: float, room: QRectF) -> float:
        side = self.fontMetrics().height() * 0.55
        for kind, held in self._marks[:_MOST_MARKS]:
            if left + side > room.right():
                break
            draw_kind(painter, kind, QRectF(left, room.center().y() - side / 2, side, side), held=held)
            left += side + 3
        return left


def day_words(day: DayHeld, planned: Sequence[ConversationKind], locale: Locale) -> str:
    """A day for the ear and the tooltip: "Monday 23 November: 2 one-on-ones, 1 in passing, 1 h 35 with your people"."""
    held = [_count(kind, day.talks) for kind in dict.fromkeys(day.talks)]
    ahead = [f"{_count(kind, planned)} planned" for kind in dict.fromkeys(planned)]
    time = [f"{hours(day.minutes)} with your people"] if day.minutes else []
    return f"{locale.long_day(day.day)}: {', '.join([*held, *ahead, *time]) or 'no conversation'}"


def _count(kind: ConversationKind, kinds: Sequence[ConversationKind]) -> str:
    number = kinds.count(kind)
    if kind is ConversationKind.IN_PASSING:
        return f"{number} in passing"
    return counted(number, kind.label.lower())


def _planned(day: date, page: TodayPage) -> list[ConversationKind]:
    return [ahead.meeting.kind for ahead in page.planned if ahead.meeting.on == day and not ahead.meeting.away]


def _worth_seeing(days: Sequence[DayHeld], page: TodayPage) -> list[DayHeld]:
    """The working days, and of a weekend what has something in it."""
    return [
        day
        for day in days
        if day.day.weekday() < _WORKING_DAYS
        or day.talks
        or day.minutes
        or day.day == page.day
        or _planned(day.day, page)
    ]


def _turn(words: str, key: str, on_click: partial[None], name: str, sign: str) -> QuietButton:
    button = QuietButton(sign, on_click, name=name)
    button.setShortcut(QKeySequence(key))
    button.setAccessibleName(words)
    button.setToolTip(f"{words} ({key})")
    return button
