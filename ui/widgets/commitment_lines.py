"""Commitments below each other, each in a line of its own."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout

from coachjournal.commands.draft import Promise
from coachjournal.rules.spoken_commitments import Listener
from ui.widgets.commitment_line import CommitmentLine


class CommitmentLines(QVBoxLayout):
    """Enter in one begins the next; `grown` asks for room."""

    edited = Signal()
    grown = Signal()

    def __init__(
        self, *, today: Callable[[], date], locale: QLocale, listener: Callable[[], Listener], name: str
    ) -> None:
        super().__init__()
        self.setSpacing(8)
        self._today, self._locale, self._listener, self._name = today, locale, listener, name
        self._rep = ""
        self._lines: list[CommitmentLine] = []

    @property
    def promises(self) -> tuple[Promise, ...]:
        return tuple(line.promise for line in self._lines if line.promise is not None)

    def call(self, rep: str) -> None:
        """Name the rep; "" while nobody is named."""
        self._rep = rep
        for line in self._lines:
            line.call(rep)

    def begin(self) -> None:
        """A line to write in."""
        self._add().text.setFocus()

    def add(self, promise: Promise) -> None:
        self._add().show_promise(promise)

    def show_promises(self, promises: tuple[Promise, ...]) -> None:
        """These, and none of those before."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []
        for promise in promises:
            self.add(promise)

    def _add(self) -> CommitmentLine:
        name = f"{self._name}{len(self._lines)}"
        line = CommitmentLine(self._rep, today=self._today, locale=self._locale, name=name)
        line.listen(self._listener)
        line.entered.connect(self.begin)
        line.edited.connect(self.edited)
        self._lines.append(line)
        self.addWidget(line)
        self.grown.emit()
        return line
