"""Beside the table: what the week adds up to, and who got the manager's time. Every number opens its rows."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from coachjournal.queries.time_page import RepTime, TimePage
from coachjournal.rules.time_entry import TimeCategory, TimeGroup, TimeSplit
from coachjournal.rules.words import counted, hours
from ui.locale import Locale
from ui.screens.time_slice import Slice
from ui.widgets.buttons import QuietButton
from ui.widgets.marks import SplitBar
from ui.widgets.open_row import OpenRow
from ui.widgets.rows import LinedRows
from ui.widgets.sheet import Sheet
from ui.widgets.text import ElidedLabel, Figure, Text

Open = Callable[[Slice], object]
_INDENT = 12
_WIDEST = "100 h 00"
_HOUR = 60


class WeekTotals(Sheet):
    """The coaching share beside the aim, and hours by group and category."""

    def __init__(self, locale: Locale, open_slice: Open, change_aims: Callable[[], object]) -> None:
        super().__init__(name="time.week")
        self._locale, self._open = locale, open_slice
        self._figure = Figure()
        figure = QHBoxLayout()
        figure.addWidget(self._figure, 1)
        aims = QuietButton("Your aims…", change_aims, name="time.aims")
        figure.addWidget(aims, 0, Qt.AlignmentFlag.AlignBottom)
        self._bar = SplitBar(name="time.split")
        self._rows = LinedRows(name="time.groups")
        self._overlap = Text("", "small", wrap=True)
        self._overlap.setObjectName("time.overlap")
        self.add(self.heading)
        self.rows.addLayout(figure)
        for widget in (self._bar, self._rows, self._overlap):
            self.add(widget)

    def show_page(self, page: TimePage, *, is_this_week: bool) -> None:
        self.heading.say("This week so far" if is_this_week else "The whole week")
        share, aim = page.split.coaching_share, self._locale.share(page.coaching_floor)
        figure = "–" if share is None else self._locale.share(share)
        self._figure.say(figure, f"with your people, aim {aim}")
        self._bar.say(share or 0.0, f"{figure} with your people, your aim {aim}", aim=page.coaching_floor)
        self._rows.show_rows(self._groups(page.split))
        self._rows.setVisible(bool(page.split.minutes))
        self._overlap.setText(overlap_words(page.overlapping))
        self._overlap.setVisible(bool(page.overlapping))

    def _groups(self, split: TimeSplit) -> Iterable[OpenRow]:
        for group, minutes in split.by_group.items():
            if minutes:
                yield self._amount(group.label, minutes, Slice(group=group), role="bold")
                yield from self._categories(split, group)

    def _categories(self, split: TimeSplit, group: TimeGroup) -> Iterable[OpenRow]:
        role = "" if group is TimeGroup.PEOPLE else "muted"
        for category in TimeCategory:
            if category.group is group and (minutes := split.by_category.get(category)):
                row = self._amount(category.label, minutes, Slice(category=category), role=role, indent=_INDENT)
                if category is TimeCategory.TRAVEL:
                    row.setToolTip("Travel is no part of the share.")
                yield row

    def _amount(self, label: str, minutes: int, rows: Slice, *, role: str, indent: int = 0) -> OpenRow:
        name = rows.category or rows.group
        row = OpenRow(f"{label} {hours(minutes)}", partial(self._open, rows), name=f"time.{name}")
        row.row.setContentsMargins(indent, 1, 0, 1)
        row.row.addWidget(ElidedLabel(label, role), 1)
        row.row.addWidget(_figures(hours(minutes, aligned=True), role))
        return row


class RepTimes(Sheet):
    """A bar for each rep, in the order of names: nobody is ranked."""

    def __init__(self, open_slice: Open) -> None:
        super().__init__(name="time.reps")
        self._open = open_slice
        self._rows = LinedRows(name="time.byRep")
        self._none = Text("A bar for each rep of your team stands here.", "muted", wrap=True)
        for widget in (self.heading, self._rows, self._none):
            self.add(widget)

    def show_page(self, page: TimePage) -> None:
        self.heading.say("Who got your time", f"{page.of_late.days} days")
        most = max((rep.minutes for rep in page.by_rep), default=0)
        self._rows.show_rows(self._bar(rep, most) for rep in page.by_rep)
        self._none.setVisible(not page.by_rep)

    def _bar(self, rep: RepTime, most: int) -> OpenRow:
        words = f"{rep.name} {hours(rep.minutes)}"
        row = OpenRow(words, partial(self._open, Slice(rep_id=rep.rep_id)), name=f"time.rep.{rep.rep_id}")
        bar = SplitBar(slim=True)
        bar.say(rep.minutes / most if most else 0.0, words)
        row.row.addWidget(ElidedLabel(rep.name), 5)
        row.row.addWidget(bar, 4, Qt.AlignmentFlag.AlignVCenter)
        figure = _figures(hours(rep.minutes, aligned=True), "muted")
        figure.setMinimumWidth(figure.fontMetrics().horizontalAdvance(_WIDEST))  # so that all bars end in one line
        row.row.addWidget(figure)
        return row


def overlap_words(minutes: int) -> str:
    """What is written down twice: "30 minutes overlap and count once.", from an hour on "1 h 15 overlap …"."""
    if not minutes:
        return ""
    told = counted(minutes, "minute") if minutes < _HOUR else hours(minutes)
    return f"{told} overlap and count once." if minutes > 1 else f"{told} overlaps and counts once."


def _figures(text: str, role: str) -> Text:
    label = Text(text, role)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label
