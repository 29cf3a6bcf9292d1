"""A day, in figures or in words, or stepped: T is today, + and - go a day on and back, Page Up and Down a week."""

import re
from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QToolTip

from coachjournal.rules.spoken_days import Towards, read_day
from ui.widgets.text import tip

_NO_DAY = QDate(1900, 1, 1)
_WEEK = 7
_BETWEEN = frozenset("-./ ")
_STEPS: dict[int, int] = {
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_PageUp: _WEEK,
    Qt.Key.Key_PageDown: -_WEEK,
}
_ENTER: frozenset[int] = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_NOT_TYPED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_SHORT_YEAR = re.compile(r"\d{1,2}([-./ ])\d{1,2}\1\d{2}")
_TODAY = "t"


class DateField(QDateEdit):
    """Shows the day as the locale writes it. With `optional`, Delete leaves it empty and `day` is then None.

    A letter begins a day in words ("friday", "in two weeks", "20 nov"); `towards` says which Friday is meant.
    """

    day_changed = Signal()

    def __init__(
        self,
        day: date | None,
        *,
        today: date,
        locale: QLocale,
        optional: bool = False,
        towards: Towards = Towards.AHEAD,
    ) -> None:
        super().__init__()
        self._today, self._towards = today, towards
        self._optional = optional
        self._typed = ""
        """Figures and what stands between them, since the field was entered or left by another key."""
        self._words: str | None = None
        self.setLocale(locale)
        self.setDisplayFormat(_with_whole_year(locale.dateFormat(QLocale.FormatType.ShortFormat)))
        self.setCalendarPopup(True)
        self.setToolTip("T today, + and − one day, Page Up and Page Down one week, or in words: Friday, in two weeks")
        if optional:
            self.setMinimumDate(_NO_DAY)
            self.setSpecialValueText("no date")
        self.set_day(day)
        self.dateChanged.connect(lambda _: self.day_changed.emit())

    @property
    def day(self) -> date | None:
        return None if self._optional and self._said() is None and self.date() == _NO_DAY else self.chosen_day

    @property
    def chosen_day(self) -> date:
        """The day of a field that is not optional."""
        return self._said() or _as_day(self.date())

    def count_from(self, today: date) -> None:
        """Midnight has passed, perhaps: words and keys count from this day on."""
        self._today = today

    def set_day(self, day: date | None) -> None:
        self._words, self._typed = None, ""
        self.setDate(_NO_DAY if day is None else _qt_day(day))

    def event(self, event: QEvent) -> bool:
        """Esc ends the words before it is the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ends_words = self._words is not None and event.key() in {*_ENTER, Qt.Key.Key_Escape}
            if ends_words and not event.modifiers():
                event.accept()
                return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._typed = ""
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._settle()
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through day, month and year, but from words straight on, and from a field without a day."""
        if self._words is None and self._optional and self.date() == _NO_DAY:
            return QAbstractSpinBox.focusNextPrevChild(self, forward)  # QDateEdit would look for a month and stay
        if self._words is not None:
            self._settle()
            self.setSelectedSection(self.sectionAt(self.sectionCount() - 1 if forward else 0))
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & _NOT_TYPED:
            super().keyPressEvent(event)
        elif self._words is not None:
            self._on_word_key(self._words, event)
        elif event.text().isalpha() and (self._typed or event.text().casefold() != _TODAY):
            self._say(self._typed + event.text())
        else:
            self._on_key(event)

    # ------------------------------------------------------------------------------------------- figures and steps

    def _on_key(self, event: QKeyEvent) -> None:
        """Between figures "-" is no step but what stands between day, month and year, however the locale writes it."""
        key, text = event.key(), event.text()
        between = bool(self._typed) and self._typed != _TODAY and text in _BETWEEN
        self._typed = self._typed.lstrip(_TODAY) + text if between or text.isdecimal() else ""
        if between:
            self._pass_on()
        elif text.casefold() == _TODAY:
            self.set_day(self._today)
            self._typed = _TODAY
        elif (days := _STEPS.get(key)) is not None:
            self.setDate(_qt_day(self.day or self._today).addDays(days))
        elif self._optional and key == Qt.Key.Key_Delete:
            self.set_day(None)
        else:
            if key in _ENTER:
                self._settle()
            super().keyPressEvent(event)

    def _pass_on(self) -> None:
        """To the next part of the day, unless Qt went there by itself: Qt would then pass over one."""
        is_new = self.lineEdit().selectedText() == self.sectionText(self.currentSection())
        if not is_new and self.currentSectionIndex() < self.sectionCount() - 1:
            self.setSelectedSection(self.sectionAt(self.currentSectionIndex() + 1))

    # ------------------------------------------------------------------------------------------- words

    def _on_word_key(self, words: str, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and len(words) > 1:
            self._say(words[:-1])
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self._words, self._typed = None, ""
            self._write(self._written())
        elif event.key() in _ENTER:
            self._settle()
        elif event.text().isprintable() and event.text():
            self._say(words + event.text())
        else:
            self._settle()
            self._on_key(event)

    def _say(self, words: str) -> None:
        self._words = words
        self._write(words)
        self.day_changed.emit()

    def _said(self) -> date | None:
        """What was typed in words, or with a short year, and is a day."""
        said = self._words
        if said is None and _SHORT_YEAR.fullmatch(self._typed):
            said = self._typed.replace(" ", "/")
            if self.displayFormat().startswith("y"):
                said = f"20{said}"
        if said is None:
            return None
        return read_day(said, today=self._today, locale=self.locale().name(), towards=self._towards)

    def _settle(self) -> None:
        """What was typed is a day now, or is said to be none; then the field holds what it held before."""
        said, words = self._said(), self._words
        self._words, self._typed = None, ""
        if said is not None:
            self.setDate(_qt_day(said))
        if words is not None:
            self._write(self._written())
            if said is None:
                QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), tip(f"“{words}” is no day."), self)

    def _written(self) -> str:
        is_none = self._optional and self.date() == _NO_DAY
        return self.specialValueText() if is_none else self.textFromDateTime(self.dateTime())

    def _write(self, text: str) -> None:
        """Put words where Qt keeps figures, without Qt trying to read them."""
        line = self.lineEdit()
        with QSignalBlocker(line):
            line.setText(text)


def _qt_day(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _as_day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


def _with_whole_year(pattern: str) -> str:
    return pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy")
