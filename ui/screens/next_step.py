"""The next step of a deal, with its day: written where the deal is talked about, and kept as a change of the deal."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from coachjournal.rules.spoken_commitments import Listener, SpokenCommitment
from ui.locale import Locale
from ui.widgets.date_field import DateField
from ui.widgets.reveal import reveal
from ui.widgets.text import SectionTitle

_DAYS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}


class NextStep(QWidget):
    """A line and a day. A day in the words ("by Friday") is understood while typing, the arrows correct it.

    `kept` carries the deal, the words and the day when Enter is pressed or the widget is left, and only what is new;
    `entered` says that Enter was pressed.
    """

    kept = Signal(int, str, object)
    entered = Signal()
    edited = Signal()

    def __init__(self, locale: Locale, *, name: str) -> None:
        super().__init__()
        self._locale = locale
        self._deal_id = 0
        self._shown: tuple[str, date | None] = ("", None)
        today = locale.clock.today()
        self._title = SectionTitle("Next step")
        self.line = QLineEdit()
        self.line.setObjectName(name)
        self.line.setAccessibleName("Next step")
        self.line.setPlaceholderText("What happens next, and when: send the paper by Friday")
        self.day = DateField(None, today=today, locale=locale.qt, optional=True)
        self.day.setObjectName(f"{name}.day")
        self.day.setAccessibleName("Day of the next step")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.day)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addLayout(row)
        self.line.textEdited.connect(self._on_typed)
        self.line.returnPressed.connect(self._on_entered)
        self.day.day_changed.connect(self.edited)
        for part in (self.line, self.day):
            part.installEventFilter(self)

    @property
    def value(self) -> tuple[str, date | None]:
        """The words without their day, and the day."""
        said = self._understood(self.line.text())
        return (said.text if said else self.line.text().strip(), self.day.day)

    @property
    def is_new(self) -> bool:
        """Whether something stands here that was not kept."""
        return self.value != self._shown

    def show_deal(self, deal_id: int, words: str, day: date | None, *, before: str | None = None) -> None:
        """Show a deal's next step and the one it took the place of; what is being typed for the deal stays."""
        if deal_id != self._deal_id or not self.is_new:
            self.line.setText(words)
            self.line.setCursorPosition(0)
            self.day.set_day(day)
        self._deal_id, self._shown = deal_id, (words, day)
        self._title.say("Next step", "" if before is None else f"before: {f'“{before}”' if before else 'none'}")

    def write(self, words: str, day: date | None) -> None:
        """Put in what was being typed before."""
        self.line.setText(words)
        self.day.set_day(day)

    def begin(self) -> None:
        """Go there; what is typed takes the place of what stands there."""
        self.line.setFocus()
        self.line.selectAll()
        reveal(self)

    def keep(self) -> None:
        """Hand on what is new."""
        if self.is_new:
            self.kept.emit(self._deal_id, *self.value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.line:
            days = 0 if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier else _DAYS.get(Qt.Key(event.key()), 0)
            if days:
                self.day.set_day((self.day.day or self._locale.clock.today()) + timedelta(days=days))
                return True
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._on_left)
        return super().eventFilter(watched, event)

    def _on_typed(self, text: str) -> None:
        said = self._understood(text)
        if said is not None:
            self.day.set_day(said.due_on)
        self.edited.emit()

    def _understood(self, text: str) -> SpokenCommitment | None:
        """What was typed, if there is a day at its end."""
        said = Listener("", self._locale.clock.today(), self._locale.name).made_of(text)
        return said if said is not None and said.due_on is not None else None

    def _on_entered(self) -> None:
        self.keep()
        self.entered.emit()

    def _on_left(self) -> None:
        """From the line to the day is not yet left."""
        focus = QApplication.focusWidget()
        if focus is None or not (focus is self or self.isAncestorOf(focus)):
            self.keep()
