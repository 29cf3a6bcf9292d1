"""A signal in one row: whom it is about, what the number says, and what can be done or how far that has come."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.buttons import PlainButton, PrimaryButton, QuietButton
from ui.widgets.marks import Pill, Tone
from ui.widgets.open_row import OpenRow
from ui.widgets.row_keys import RowKeys
from ui.widgets.text import Passage, Span, Text, bold, tip

_SENTENCE = 34
"""Characters of room that the sentence needs beside the buttons; with less they go below it."""
_INSIDE = 8
"""Pixels between the edge of a row in a list and its words."""
_LEAST = 20
"""Characters of width that a row needs at least."""


class Act(NamedTuple):
    """One thing that is done about a signal."""

    letter: str
    title: str
    name: str


COACH = Act("C", "Coach this", "coach")
NOT_NOW = Act("N", "Not now", "notNow")
RECOGNISE = Act("R", "Recognise", "recognise")
LOOK_AGAIN = Act("L", "Look again", "lookAgain")


@dataclass(frozen=True, slots=True)
class SignalLine:
    """What a row says. Each of `acts` has a key; the first two are buttons, unless a `state` stands in their place."""

    rep: str
    headline: str
    detail: str = ""
    acts: tuple[Act, ...] = (COACH, NOT_NOW)
    state: str = ""
    tone: Tone = Tone.PEOPLE

    @property
    def spans(self) -> tuple[Span | str, ...]:
        """The sentence with its name, or by itself on the rep's own page."""
        return (bold(self.rep), self.headline) if self.rep else (bold(self.headline),)

    @property
    def spoken(self) -> str:
        """All of it, for a screen reader: "Tom Moyo win rate 14%, team median 31%. 3 of 21 won. held 9 Nov"."""
        return ". ".join(filter(None, (f"{self.rep} {self.headline}".strip(), self.detail.rstrip("."), self.state)))


class SignalRow(OpenRow):
    """Enter or a click opens the signal; C, N, R and L do what `acted` carries. `primary` fills its first button.

    Without `buttons` its keys do the same. `in_list` the chosen row is tinted; `pointed` says that it has the focus.
    """

    acted = Signal(object)
    pointed = Signal()

    def __init__(
        self,
        line: SignalLine,
        on_open: Callable[[], object],
        *,
        name: str,
        primary: bool = False,
        buttons: bool = True,
        in_list: bool = False,
    ) -> None:
        super().__init__(line.spoken, on_open, name=name)
        self._line, self._in_list = line, in_list
        self.setAccessibleDescription(
            ", ".join(["Enter opens it", *(f"{act.letter} {_low(act)}" for act in line.acts)])
        )
        self._lay_out()
        if line.state:
            self._marks.addWidget(Pill(line.state, line.tone), 0, Qt.AlignmentFlag.AlignVCenter)
        elif buttons:
            self._add_buttons(name, primary=primary)
        self._marks.addStretch(1)
        self._listen(self)

    def ring_on(self, around: QWidget) -> QRect:
        """In a list the ring is as wide as the tint of the chosen row."""
        return QRect(self.mapTo(around, QPoint()), self.size()) if self._in_list else super().ring_on(around)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.row.totalHeightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * _LEAST, self.fontMetrics().height() + 8)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.pointed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons go below a sentence that would be left with no room beside them."""
        super().resizeEvent(event)
        room = self.width() - self._marks.sizeHint().width()
        beside = room >= self.fontMetrics().averageCharWidth() * _SENTENCE
        self._both.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._both.setSpacing(12 if beside else 4)

    def _lay_out(self) -> None:
        if self._in_list:
            self.row.setContentsMargins(_INSIDE, 4, _INSIDE, 4)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(12)
        self._both.addLayout(self._told(), 1)
        self._marks = QHBoxLayout()
        self._marks.setSpacing(4)
        self._both.addLayout(self._marks)
        self.row.addLayout(self._both, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _told(self) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addStretch(1)
        lines.addWidget(_unclicked(Passage(*self._line.spans)))
        if self._line.detail:
            lines.addWidget(_unclicked(Text(self._line.detail, "small", wrap=True)))
        lines.addStretch(1)
        return lines

    def _add_buttons(self, name: str, *, primary: bool) -> None:
        kinds = (PrimaryButton if primary else PlainButton, QuietButton)
        for act, kind in zip(self._line.acts, kinds, strict=False):
            button = kind(act.title, partial(self.acted.emit, act), name=f"{name}.{act.name}")
            button.setAccessibleName(f"{act.title}: {self._line.rep} {self._line.headline}".replace("  ", " "))
            button.setToolTip(tip(f"{act.title} ({act.letter})"))
            self._marks.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            self._listen(button)

    def _listen(self, widget: QWidget) -> None:
        RowKeys(widget, {act.letter: partial(self.acted.emit, act) for act in self._line.acts})


def _low(act: Act) -> str:
    return act.title.lower()


def _unclicked(words: QWidget) -> QWidget:
    """A click on the words is one on the row."""
    words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return words
