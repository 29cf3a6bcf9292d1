"""All conversations under the weeks they were in, as a list of any length: rows are read where it is looked at."""

from bisect import bisect_right
from collections import OrderedDict
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from coachjournal.errors import StorageUnavailable
from coachjournal.queries.journal_page import Day, Filter, JournalOverview, ListedConversation, journal_rows
from coachjournal.rules.period import week_of
from coachjournal.rules.words import counted
from ui.locale import Locale
from ui.screens.conversation_words import title_of, when_and_how_long
from ui.screens.journal_words import week_words

if TYPE_CHECKING:
    from coachjournal.journal import Journal

Index = QModelIndex | QPersistentModelIndex

LineRole = Qt.ItemDataRole.UserRole + 1
"""A Week for a heading, a ListedConversation for the others; None where the file cannot be read just now."""
_STRETCH = 100
"""Rows read at once: some screens full, in two milliseconds."""
_STRETCHES_KEPT = 40


@dataclass(frozen=True, slots=True)
class Week:
    """The heading of a week."""

    start: date
    conversations: int


class JournalModel(QAbstractListModel):
    """Knows from the days and their counts which line is what; places count conversations only, from 0."""

    def __init__(self, journal: "Journal", locale: Locale, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal, self._locale = journal, locale
        self.chosen = Filter()
        """Which conversations these are."""
        self._days: tuple[Day, ...] = ()
        self._first_of_day: list[int] = []
        self._weeks: list[Week] = []
        self._first_of_week: list[int] = []
        self.headings: list[int] = []
        """The rows of the weeks."""
        self._stretches: OrderedDict[int, tuple[ListedConversation, ...]] = OrderedDict()
        self.conversations = 0

    def show_list(self, overview: JournalOverview, chosen: Filter) -> None:
        self.beginResetModel()
        self.chosen, self._days = chosen, overview.days
        self._stretches.clear()
        counts = [day.conversations for day in self._days]
        *self._first_of_day, self.conversations = accumulate(counts, initial=0)
        by_week = groupby(self._days, key=lambda each: week_of(each.day, overview.week_start).start)
        self._weeks = [Week(start, sum(each.conversations for each in days)) for start, days in by_week]
        *self._first_of_week, _ = accumulate((week.conversations for week in self._weeks), initial=0)
        self.headings = [first + number for number, first in enumerate(self._first_of_week)]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the signature of Qt
        return 0 if parent.isValid() else self.conversations + len(self._weeks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == LineRole:
            return self.line(index.row())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return _spoken(self.line(index.row()), self._locale)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if not index.isValid() or self.is_heading(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren

    def is_heading(self, row: int) -> bool:
        return bool(self.headings) and self.headings[self._week_of_row(row)] == row

    def line(self, row: int) -> Week | ListedConversation | None:
        week = self._week_of_row(row)
        if self.headings[week] == row:
            return self._weeks[week]
        return self.conversation(row - week - 1)

    def place_of(self, row: int) -> int:
        """The place of the conversation in a row, or of the first one below a heading."""
        week = self._week_of_row(row)
        return row - week - (row != self.headings[week])

    def row_of(self, place: int) -> int:
        return place + bisect_right(self._first_of_week, place)

    def place_on(self, day: date, before: int) -> int:
        """The place of the conversation before which so many stand on its day."""
        at = next(at for at, each in enumerate(self._days) if each.day == day)
        return self._first_of_day[at] + before

    def conversation(self, place: int) -> ListedConversation | None:
        number, at = divmod(place, _STRETCH)
        stretch = self._stretches.get(number)
        if stretch is None:
            stretch = self._stretches[number] = self._read(number * _STRETCH)
            if len(self._stretches) > _STRETCHES_KEPT:
                self._stretches.popitem(last=False)
        return stretch[at] if at < len(stretch) else None

    def _read(self, first: int) -> tuple[ListedConversation, ...]:
        at = bisect_right(self._first_of_day, first) - 1
        day, skip = self._days[at].day, first - self._first_of_day[at]
        try:
            return self._journal.ask(journal_rows, chosen=self.chosen, newest=day, skip=skip, most=_STRETCH)
        except StorageUnavailable:  # asked while painting; the next load of the page tells of it
            return ()

    def _week_of_row(self, row: int) -> int:
        return bisect_right(self.headings, row) - 1


def _spoken(line: Week | ListedConversation | None, locale: Locale) -> str:
    """What a screen reader says."""
    match line:
        case Week(start, conversations):
            return f"{week_words(start, locale)}, {counted(conversations, 'conversation')}"
        case ListedConversation():
            words = "private" if line.private else line.first_line or "nothing written"
            when = when_and_how_long(line.held_on, line.starts_at, line.minutes, locale)
            return f"{title_of(line.kind, line.rep)}, {when}, {words}"
        case None:
            return ""
