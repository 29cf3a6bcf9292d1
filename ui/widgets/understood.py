"""Commitments understood from a note, shown before they are made: whose, by when, and a way to say "no"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coachjournal.commands.draft import Promise
from coachjournal.rules.conversation import Side
from coachjournal.rules.spoken_commitments import SpokenCommitment
from ui.widgets.buttons import QuietButton
from ui.widgets.choices import Chip
from ui.widgets.rows import LinedRows
from ui.widgets.text import Passage, Text

_DAY, _WEEK = timedelta(1), timedelta(7)
_DAYS: dict[int, timedelta] = {
    Qt.Key.Key_Right: _DAY,
    Qt.Key.Key_Up: _DAY,
    Qt.Key.Key_Left: -_DAY,
    Qt.Key.Key_Down: -_DAY,
    Qt.Key.Key_PageUp: _WEEK,
    Qt.Key.Key_PageDown: -_WEEK,
}
_ARROWS: frozenset[int] = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
_AWAY: frozenset[int] = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


@dataclass(frozen=True, slots=True)
class _Corrected:
    """What a person said about a line, whatever it says itself; no promise: it is none."""

    promise: Promise | None


class Understood(QWidget):
    """`changed` when a person corrected something or turned it down. Corrections go with the words of the line."""

    changed = Signal()

    def __init__(self, *, today: Callable[[], date], write_day: Callable[[date], str], name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName("Understood from your note")
        self._today, self._write_day = today, write_day
        self._rep = ""
        self._spoken: tuple[SpokenCommitment, ...] = ()
        self._corrected: dict[str, _Corrected] = {}
        self._shown: tuple[object, ...] = ()
        self._rows = LinedRows(name=f"{name}.rows")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Text("Understood from your note, and made when you are done:", "small", wrap=True))
        column.addWidget(self._rows)
        self.hide()

    def begin(self, corrected: dict[str, Any] | None = None) -> None:
        """Ready for another note, perhaps with what was said about its lines before: see `corrections`."""
        self._corrected = {line: _Corrected(_promise_of(kept)) for line, kept in (corrected or {}).items()}
        self.show_spoken((), self._rep)

    def show_spoken(self, spoken: Sequence[SpokenCommitment], rep: str) -> None:
        """Show what the note promises now; `rep` is what the rep is called, or "" while that is open."""
        self._spoken, self._rep = tuple(spoken), rep
        self._show()

    @property
    def promises(self) -> tuple[Promise, ...]:
        """What is to be made when the note is finished."""
        return tuple(promise for _, promise in self._standing())

    def promise_of(self, spoken: SpokenCommitment) -> Promise:
        """What a line asked for becomes: as it was corrected here, or due in a week where it says no day."""
        corrected = self._corrected.get(spoken.line)
        if corrected is not None and corrected.promise is not None:
            return corrected.promise
        return replace(_meant(spoken), due_on=spoken.due_on or self._today() + _WEEK)

    @property
    def corrections(self) -> dict[str, Any]:
        """What a person said about lines, as a draft keeps it."""
        return {line: _kept(each.promise) for line, each in self._corrected.items()}

    # ------------------------------------------------------------------------------------------- inside

    def _standing(self) -> list[tuple[str, Promise]]:
        told = [(each.line, self._corrected.get(each.line, _Corrected(_meant(each))).promise) for each in self._spoken]
        return [(line, promise) for line, promise in told if promise is not None]

    def _show(self) -> None:
        standing = self._standing()
        shown = (self._rep, *standing)
        if shown != self._shown:
            self._shown = shown
            self._rows.show_rows(self._row(place, *each) for place, each in enumerate(standing))
            self.setVisible(bool(standing))

    def _row(self, place: int, line: str, promise: Promise) -> QWidget:
        name = f"{self.objectName()}.{place}"
        away = lambda: self._correct(line, None)  # noqa: E731 - it is what three parts of the row do
        owner = _StepChip(self._owner(promise), lambda _key: self._hand_over(line, promise), away, f"{name}.owner")
        owner.setAccessibleName(f"{promise.text}: {owner.text()}. An arrow key hands it over")
        owner.clicked.connect(lambda: self._hand_over(line, promise))
        day = _StepChip(self._day(promise), lambda key: self._move(line, promise, key), away, f"{name}.day")
        day.setAccessibleName(f"{promise.text}: {day.text()}. Arrow keys move the day")
        day.setToolTip("← and → one day, Page Up and Page Down one week")
        day.clicked.connect(lambda: self._move(line, promise, Qt.Key.Key_Right))
        no = QuietButton("No", away, name=f"{name}.no")
        no.setAccessibleName(f"Not a commitment: {promise.text}")
        return _laid_out(Passage(promise.text), owner, day, no)

    def _owner(self, promise: Promise) -> str:
        return self._rep or "The rep" if promise.owner is Side.REP else "You"

    def _day(self, promise: Promise) -> str:
        return "no date" if promise.due_on is None else self._write_day(promise.due_on)

    def _hand_over(self, line: str, promise: Promise) -> None:
        other = Side.MANAGER if promise.owner is Side.REP else Side.REP
        self._correct(line, replace(promise, owner=other))

    def _move(self, line: str, promise: Promise, key: int) -> None:
        """A day on or back; one without a day gets that of a week from now."""
        day = self._today() + _WEEK if promise.due_on is None else promise.due_on + _DAYS.get(key, _DAY)
        self._correct(line, replace(promise, due_on=day))

    def _correct(self, line: str, promise: Promise | None) -> None:
        self._corrected[line] = _Corrected(promise)
        self._show()
        self.changed.emit()


class _StepChip(Chip):
    """A chip whose value arrow keys change; Esc and Delete say that the row is no commitment."""

    def __init__(self, text: str, step: Callable[[int], None], away: Callable[[], None], name: str) -> None:
        super().__init__(text.replace("&", "&&"), name=name, checkable=False)
        self._step, self._away = step, away

    def event(self, event: QEvent) -> bool:
        """Esc is the row's before it is the page's."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() in _AWAY:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _AWAY:
            self._away()
        elif event.key() in _ARROWS or event.key() in _DAYS:
            self._step(event.key())
        else:
            super().keyPressEvent(event)


def _laid_out(words: QWidget, *marks: QWidget) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 2, 0, 2)
    line.setSpacing(8)
    line.addWidget(words, 1)
    for mark in marks:
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
    row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return row


def _meant(spoken: SpokenCommitment) -> Promise:
    return Promise(spoken.text, spoken.owner, spoken.due_on)


def _kept(promise: Promise | None) -> list[str | None] | None:
    if promise is None:
        return None
    return [promise.text, promise.owner.value, promise.due_on.isoformat() if promise.due_on else None]


def _promise_of(kept: list[Any] | None) -> Promise | None:
    if kept is None:
        return None
    text, owner, due_on = kept
    return Promise(text, Side(owner), due_on and date.fromisoformat(due_on))
