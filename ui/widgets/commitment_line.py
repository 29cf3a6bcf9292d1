"""One line in which a commitment is written: what, who, by when."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from coachjournal.commands.draft import Promise
from coachjournal.rules.conversation import Side
from coachjournal.rules.spoken_commitments import Listener, SpokenCommitment
from ui.widgets.choices import ChipGroup
from ui.widgets.date_field import DateField

_A_WEEK = timedelta(days=7)


class CommitmentLine(QWidget):
    """The rep's unless the manager takes it on; due in a week unless told otherwise. Enter emits `entered`."""

    entered = Signal()
    edited = Signal()

    def __init__(self, rep: str, *, today: Callable[[], date], locale: QLocale, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._today, self._counted_from = today, today()
        self.text = QLineEdit()
        self.text.setObjectName(f"{name}.text")
        self.text.setAccessibleName("Commitment")
        self._owner = ChipGroup(
            ((Side.REP.value, rep), (Side.MANAGER.value, "You")), name=f"{name}.owner", label="Whose it is"
        )
        self._due = DateField(None, today=today(), locale=locale, optional=True)
        self._due.setObjectName(f"{name}.due")
        self._due.setAccessibleName("Due on")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(self._owner)
        row.addWidget(self._due)
        self._listener: Callable[[], Listener] | None = None
        self.clear()
        self.call(rep)
        self.text.textEdited.connect(self._on_typed)
        self.text.returnPressed.connect(self.entered)
        self.text.textEdited.connect(lambda _text: self.edited.emit())
        self._owner.chosen.connect(lambda _owner: self.edited.emit())
        self._due.day_changed.connect(self.edited)

    @property
    def promise(self) -> Promise | None:
        """What is written here, or None while nothing is."""
        text = self.text.text().strip()
        spoken = self._spoken()
        words = spoken.text if spoken is not None else text
        return Promise(words, Side(self._owner.choice), self._due.day) if text else None

    def listen(self, listener: Callable[[], Listener]) -> None:
        """From now on understand "Dana to … by Friday" where it is typed, and show whose it is and by when."""
        self._listener = listener

    def call(self, rep: str, *, hint: str = "") -> None:
        """Name the rep whose commitment it may be; "" while that is open. The hint stands where nothing is written."""
        self._owner.rename(Side.REP.value, rep or "The rep")
        self.text.setPlaceholderText(hint or f"What will {rep or 'the rep'} do?")

    def show_promise(self, promise: Promise) -> None:
        self.text.setText(promise.text)
        self.text.setCursorPosition(0)
        self._owner.choose(promise.owner)
        self._due.set_day(promise.due_on)

    def clear(self) -> None:
        """Ready for another."""
        self._count_from(self._today())
        self.show_promise(Promise("", Side.REP, self._counted_from + _A_WEEK))

    def _count_from(self, today: date) -> None:
        self._counted_from = today
        self._due.count_from(today)

    def _spoken(self) -> SpokenCommitment | None:
        """What is typed here, where it says itself whose it is or by when."""
        if self._listener is None:
            return None
        listener, typed = self._listener(), self.text.text()
        spoken = listener.made_of(typed)
        says_more = spoken is not None and (spoken.due_on is not None or listener.understood(typed) is not None)
        return spoken if says_more else None

    def _on_typed(self) -> None:
        if (today := self._today()) != self._counted_from:  # the page was left open overnight
            is_proposed = self._due.day == self._counted_from + _A_WEEK
            self._count_from(today)
            if is_proposed:
                self._due.set_day(today + _A_WEEK)
        spoken = self._spoken()
        if spoken is None:
            return
        self._owner.choose(spoken.owner)
        if spoken.due_on is not None:
            self._due.set_day(spoken.due_on)
