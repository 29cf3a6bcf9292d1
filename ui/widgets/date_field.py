"""A day, typed or stepped: T is today, + and - go a day on and back, Page Up and Down a week."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QDateEdit

_NO_DAY = QDate(1900, 1, 1)
_WEEK = 7


class DateField(QDateEdit):
    """Shows the day as the locale writes it. With `optional`, Delete leaves it empty and `day` is then None."""

    day_changed = Signal()

    def __init__(self, day: date | None, *, today: date, locale: QLocale, optional: bool = False) -> None:
        super().__init__()
        self._today = today
        self._optional = optional
        self._typing = False
        self.setLocale(locale)
        self.setDisplayFormat(_with_whole_year(locale.dateFormat(QLocale.FormatType.ShortFormat)))
        self.setCalendarPopup(True)
        self.setToolTip("T today, + and − one day, Page Up and Page Down one week")
        if optional:
            self.setMinimumDate(_NO_DAY)
            self.setSpecialValueText("no date")
        self.set_day(day)
        self.dateChanged.connect(lambda _: self.day_changed.emit())

    @property
    def day(self) -> date | None:
        return None if self._optional and self.date() == _NO_DAY else _as_day(self.date())

    @property
    def chosen_day(self) -> date:
        """The day of a field that is not optional."""
        return _as_day(self.date())

    def set_day(self, day: date | None) -> None:
        self.setDate(_NO_DAY if day is None else _qt_day(day))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._typing = False
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Between figures "-" is no step but what stands between day, month and year, however the locale writes it."""
        between = self._typing and event.text() in _BETWEEN
        self._typing = between or event.text().isdecimal()
        if between:
            self._pass_on()
        elif event.text().casefold() == "t":
            self.set_day(self._today)
        elif (days := _STEPS.get(Qt.Key(event.key()))) is not None:
            self.setDate(_qt_day(self.day or self._today).addDays(days))
        elif self._optional and event.key() == Qt.Key.Key_Delete:
            self.set_day(None)
        else:
            super().keyPressEvent(event)

    def _pass_on(self) -> None:
        """To the next part of the day, unless Qt went there by itself: Qt would then pass over one."""
        is_new = self.lineEdit().selectedText() == self.sectionText(self.currentSection())
        if not is_new and self.currentSectionIndex() < self.sectionCount() - 1:
            self.setSelectedSection(self.sectionAt(self.currentSectionIndex() + 1))


_BETWEEN = frozenset("-./ ")
_STEPS = {
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_PageUp: _WEEK,
    Qt.Key.Key_PageDown: -_WEEK,
}


def _qt_day(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _as_day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


def _with_whole_year(pattern: str) -> str:
    return pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy")
