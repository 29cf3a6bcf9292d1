"""A day in words ("Friday", "in two weeks", "20/11") or stepped to with the arrows; what was understood beside it."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from coachjournal.rules.spoken_days import read_day
from ui.locale import Locale
from ui.widgets.inline import LeaveByEsc
from ui.widgets.text import Text

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}


class DayLine(QWidget):
    """Enter emits `entered` with the day, Esc emits `left`."""

    entered = Signal(object)
    left = Signal()

    def __init__(self, day: date, *, locale: Locale, name: str, label: str) -> None:
        super().__init__()
        self._locale = locale
        self.day: date | None = day
        self.line = QLineEdit()
        self.line.setObjectName(name)
        self.line.setAccessibleName(label)
        self.line.setPlaceholderText("Friday, in two weeks, 20/11")
        self.line.setToolTip("A day in words, or ↑ ↓ a day and Page Up, Page Down a week")
        self._understood = Text("", "bold")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self._understood)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._on_typed)
        self.line.returnPressed.connect(self._on_entered)
        self.line.installEventFilter(self)
        LeaveByEsc(self.line, leave=self.left.emit)
        self._say()

    def set_day(self, day: date) -> None:
        self.day = day
        self.line.clear()
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            days = 0 if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier else _STEPS.get(Qt.Key(event.key()), 0)
            if days:
                self.set_day((self.day or self._locale.clock.today()) + timedelta(days=days))
                return True
        return super().eventFilter(watched, event)

    def _on_typed(self, words: str) -> None:
        self.day = read_day(words, today=self._locale.clock.today(), locale=self._locale.name)
        self._say()

    def _on_entered(self) -> None:
        if self.day is not None:
            self.entered.emit(self.day)

    def _say(self) -> None:
        words = "which day?" if self.day is None else self._locale.weekday_and_day(self.day)
        self._understood.setText(words)
        self.line.setAccessibleDescription(words)
