"""The first sheet of the morning: how much of the week went to people, what would reach the aim, and each day."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachjournal.queries.free_slots import Slot
from coachjournal.queries.today import TodayPage
from coachjournal.queries.week_split import WeekSplit
from coachjournal.rules.aim import minutes_to_add, minutes_to_move
from coachjournal.rules.time_entry import TimeCategory, TimeGroup, TimeSplit
from coachjournal.rules.words import hours as spoken_hours
from ui.context import Context
from ui.locale import Locale
from ui.screens.today_strip import WeekStrip
from ui.widgets.marks import SplitBar
from ui.widgets.sheet import Sheet
from ui.widgets.sheet_tabs import Place
from ui.widgets.stacking import Stacking
from ui.widgets.text import Figure, Text

_HOUR = 60
_LARGEST_TOLD = 10 * _HOUR
"""Minutes: beyond a quarter of a week the way to the aim is no advice any more."""
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")

_ABOVE, _BELOW = 12, 8
"""Pixels over the figure and under the days, which have room of their own."""
_BESIDE_FROM = 76
"""Characters of width from which figure, bar and sentences stand beside each other."""

NO_HOURS = "No hours noted this week yet. A conversation counts by itself."


class WeekSheet(Sheet):
    """The figure, the bar with the aim, and a sentence or two."""

    def __init__(self, context: Context) -> None:
        super().__init__(name="today.week")
        self.setAccessibleName("Your week")
        self._locale = context.locale
        self._figure = Figure()
        self._bar = SplitBar(name="today.split")
        self._people, self._aim, self._rest = (Text("", "small", wrap=True) for _ in range(3))
        self._advice = Text("", wrap=True)
        self._advice.setObjectName("today.advice")
        self._none = Text(NO_HOURS, "muted", wrap=True)
        self._strip = WeekStrip(context)
        margins = self.rows.contentsMargins()
        self.rows.setContentsMargins(margins.left(), _ABOVE, margins.right(), _BELOW)
        self.rows.setSpacing(6)
        self.rows.addWidget(self._told())
        self.rows.addWidget(self._none)
        self.rows.addWidget(self._strip)

    @property
    def places(self) -> tuple[Place, ...]:
        """Where Tab stops on this sheet."""
        return self._strip.places

    def show_page(self, page: TodayPage) -> None:
        self._strip.show_page(page)
        share = page.week.split.coaching_share
        self._parts.setVisible(share is not None)
        self._none.setVisible(share is None)
        if share is None:
            return
        aim, figure = self._locale.share(page.week.coaching_floor), self._locale.share(share)
        self._figure.say(figure, caption(page.week, self._locale))
        self._bar.say(share, f"{figure} with your people, your aim {aim}", aim=page.week.coaching_floor)
        with_people = page.week.split.by_group[TimeGroup.PEOPLE]
        self._people.setText(f"{hours(with_people) if with_people else 'no time'} with your people")
        self._aim.setText(f"your aim {aim}")
        self._rest.setText(rest_of_week(page.week.split))
        self._advice.setText(" ".join(advice(page, self._locale)))

    def _told(self) -> QWidget:
        parts = (self._figure, 22), (self._middle(), 48), (self._advice, 30)
        self._parts = Stacking(*parts, beside_from=_BESIDE_FROM, spacing=28)
        return self._parts

    def _middle(self) -> QWidget:
        captions = QHBoxLayout()
        captions.setSpacing(20)
        for caption, stretch in ((self._people, 2), (self._aim, 2), (self._rest, 6)):
            captions.addWidget(caption, stretch, Qt.AlignmentFlag.AlignTop)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addStretch(1)
        column.addWidget(self._bar)
        column.addLayout(captions)
        column.addStretch(1)
        return middle


def hours(minutes: int) -> str:
    """Hours that no line break tears apart."""
    return spoken_hours(minutes).replace(" ", "\u00a0")


def caption(week: WeekSplit, locale: Locale) -> str:
    """What the figure is of, and first of all beside what: the manager's own eight weeks before."""
    which = "this week so far" if week.is_this_week else "last week"
    usual = "" if week.usual_share is None else f", usually {locale.share(week.usual_share)}"
    return f"of {which} went to your people{usual}"


def rest_of_week(split: TimeSplit) -> str:
    """What the grey part of the bar is: "25 h at the desk, most of it internal meetings; 4 h with customers"."""
    groups = split.by_group
    learning = split.by_category.get(TimeCategory.OWN_LEARNING, 0)
    parts = []
    if groups[TimeGroup.BUSINESS]:
        parts.append(f"{hours(groups[TimeGroup.BUSINESS])} at the desk, most of it {_most_desk_work(split)}")
    if groups[TimeGroup.CUSTOMERS]:
        parts.append(f"{hours(groups[TimeGroup.CUSTOMERS])} with customers")
    if learning:
        parts.append(f"{hours(learning)} of learning")
    return "; ".join(parts)


def _most_desk_work(split: TimeSplit) -> str:
    desk = [category for category in split.by_category if category.group is TimeGroup.BUSINESS]
    return max(desk, key=lambda category: split.by_category[category]).label.lower()


def advice(page: TodayPage, locale: Locale) -> list[str]:
    """At most three sentences: the way to the aim, where there is room, the desk where it is over its ceiling."""
    week = page.week
    sentences = [_way_to_aim(week), _room(page.free, locale)]
    desk = week.split.desk_share
    if desk is not None and desk > week.desk_ceiling:
        sentences.insert(2, f"The desk took {locale.share(desk)}, your ceiling is {locale.share(week.desk_ceiling)}.")
    if not week.is_this_week and week.this_week.minutes:
        sentences.append(f"This week so far: {hours(week.this_week.minutes)}.")
    return [sentence for sentence in sentences if sentence][:3]


def _room(slot: Slot | None, locale: Locale) -> str:
    """Where the hours could be found: "Friday 13:00 to 16:00 is free."."""
    if slot is None:
        return ""
    start, end = slot.start.astimezone(), slot.start.astimezone() + timedelta(minutes=slot.minutes)
    day = "Today" if start.date() == locale.clock.today() else locale.weekday(start.date())
    return f"{day} {locale.time(start)} to {locale.time(end)} is free."


def _way_to_aim(week: WeekSplit) -> str:
    if not week.is_this_week:
        moved = minutes_to_move(week.split, week.coaching_floor)
        return f"{_in_hours(moved)} moved to your people would have reached your aim." if moved else "Aim reached."
    more = minutes_to_add(week.split, week.coaching_floor)
    if more == 0:
        return "Your aim is reached so far."
    if more is None or more > _LARGEST_TOLD:
        return ""
    return f"{_in_hours(more, 'more ')} would reach your aim."


def _in_hours(minutes: int, more: str = "") -> str:
    """Minutes as whole hours, rounded up: "Three more hours"; below half an hour "Half an hour more"."""
    if minutes <= _HOUR // 2:
        return f"Half an hour {more}".rstrip()
    number = -(-minutes // _HOUR)
    word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{word} {more}hour{'' if number == 1 else 's'}"
