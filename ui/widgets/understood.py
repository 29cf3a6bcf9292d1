"""Commitments understood from a note, shown before they are made: whose, by when, and a way to say "no"."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachjournal.commands.draft import Promise
from coachjournal.rules.conversation import Side
from coachjournal.rules.spoken_commitments import SpokenCommitment
from ui.widgets.buttons import QuietButton
from ui.widgets.choices import Chip
from ui.widgets.text import Passage, Text

_WEEK = timedelta(7)
_DAYS: dict[int, int] = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 7,
    Qt.Key.Key_PageDown: -7,
}
_ARROWS: tuple[int, ...] = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
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
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(Text("Understood from your note, and made when you are done:", "small", wrap=True))
        self.hide()

    def begin(self, corrected: dict[str, Any] | None = None) -> None:
        """Ready for another note, perhaps with what was said about its lines before: see `corrections`."""
        self._corrected = {
            line: _Corrected(Promise.of_kept(kept) if kept else None) for line, kept in (corrected or {}).items()
        }
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
        return {line: each.promise and each.promise.kept for line, each in self._corrected.items()}

    # ------------------------------------------------------------------------------------------- inside

    def _standing(self) -> list[tuple[str, Promise]]:
        told = [(each.line, self._corrected.get(each.line, _Corrected(_meant(each))).promise) for each in self._spoken]
        return [(line, promise) for line, promise in told if promise is not None]

    def _show(self) -> None:
        """Rows stay where they are, so that whoever steps through days keeps the focus."""
        standing = self._standing()
        while len(self._rows) < len(standing):
            self._add_row()
        for row, (_, promise) in zip(self._rows, standing, strict=False):
            owner = (self._rep or "The rep") if promise.owner is Side.REP else "You"
            row.say(promise.text, owner, "no date" if promise.due_on is None else self._write_day(promise.due_on))
            row.show()
        for row in self._rows[len(standing) :]:
            row.hide()
        self.setVisible(bool(standing))

    def _add_row(self) -> None:
        place = len(self._rows)
        row = _Row(f"{self.objectName()}.{place}")
        row.handed_over.connect(lambda: self._hand_over(place))
        row.moved.connect(lambda days: self._move(place, days))
        row.turned_down.connect(lambda: self._correct(place, None))
        self._rows.append(row)
        self._column.addWidget(row)

    def _hand_over(self, place: int) -> None:
        promise = self._standing()[place][1]
        other = Side.MANAGER if promise.owner is Side.REP else Side.REP
        self._correct(place, replace(promise, owner=other))

    def _move(self, place: int, days: int) -> None:
        """A day on or back; one without a day gets that of a week from now."""
        promise = self._standing()[place][1]
        day = self._today() + _WEEK if promise.due_on is None else promise.due_on + timedelta(days)
        self._correct(place, replace(promise, due_on=day))

    def _correct(self, place: int, promise: Promise | None) -> None:
        self._corrected[self._standing()[place][0]] = _Corrected(promise)
        self._show()
        self.changed.emit()


class _Row(QWidget):
    """One commitment as it was understood."""

    handed_over = Signal()
    moved = Signal(int)
    """Carries the days it moves by."""
    turned_down = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._words = Passage()
        self._owner = _StepChip(dict.fromkeys(_ARROWS, self.handed_over.emit), name=f"{name}.owner")
        by_days = {key: partial(self.moved.emit, days) for key, days in _DAYS.items()}
        self._day = _StepChip(by_days, name=f"{name}.day")
        self._day.setToolTip("← and → one day, Page Up and Page Down one week")
        self._no = QuietButton("No", self.turned_down.emit, name=f"{name}.no")
        self._no.setToolTip("This is no commitment")
        self._owner.clicked.connect(self.handed_over)
        self._day.clicked.connect(partial(self.moved.emit, 1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        for chip in (self._owner, self._day):
            chip.turned_down.connect(self.turned_down)
            row.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._no, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, words: str, owner: str, day: str) -> None:
        self._words.say(words)
        self._owner.say(owner, f"{words}: {owner}. An arrow key hands it over")
        self._day.say(day, f"{words}: {day}. Arrow keys move the day")
        self._no.setAccessibleName(f"No commitment: {words}")


class _StepChip(Chip):
    """A chip whose value keys change; Esc and Delete say that its row is no commitment."""

    turned_down = Signal()

    def __init__(self, steps: Mapping[int, Callable[[], object]], *, name: str) -> None:
        super().__init__("", name=name, checkable=False)
        self._steps = steps

    def say(self, text: str, spoken: str) -> None:
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(spoken)

    def event(self, event: QEvent) -> bool:
        """Esc is the row's before it is the page's."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() in _AWAY:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in _AWAY:
            self.turned_down.emit()
        elif (step := self._steps.get(event.key())) is not None:
            step()
        else:
            super().keyPressEvent(event)


def _meant(spoken: SpokenCommitment) -> Promise:
    return Promise(spoken.text, spoken.owner, spoken.due_on)
