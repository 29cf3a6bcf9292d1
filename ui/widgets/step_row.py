"""A coaching step in one row: planned is a hollow mark, held a filled one."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from ui.theme import icon, tokens
from ui.widgets.buttons import PlainButton, QuietButton
from ui.widgets.open_row import OpenRow
from ui.widgets.row_keys import RowKeys

_RING = 1.6
"""Pixels of the ring of a step that is planned."""


class StepAct(NamedTuple):
    """One thing that is done with a planned step."""

    letter: str
    title: str


START = StepAct("S", "Start now")
HELD = StepAct("H", "It took place")
MOVE = StepAct("M", "Move to another day…")
DROP = StepAct("D", "Drop it")


@dataclass(frozen=True, slots=True)
class StepLine:
    """What a row says of a step."""

    title: str
    day: str
    below: str
    held: bool
    starts: bool
    """Whether it can be made into a conversation."""


class StepMark(QWidget):
    """A ring for what is planned, a disc for what was held. The words beside it say the same."""

    def __init__(self, *, held: bool) -> None:
        super().__init__()
        self.held = held
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("held" if held else "planned")

    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * 0.65)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(tokens().people)
        painter.setPen(QPen(colour, _RING))
        painter.setBrush(colour if self.held else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(self.rect()).adjusted(_RING, _RING, -_RING, -_RING))


class StepRow(OpenRow):
    """Enter opens it. A planned one is started by S, H says that it took place; `acted` carries what was asked for."""

    acted = Signal(object)

    def __init__(self, line: StepLine, on_open: Callable[[], object], *, name: str) -> None:
        words = ", ".join(filter(None, (line.title, line.day, line.below)))
        super().__init__(words, on_open, name=name)
        self.row.setContentsMargins(0, 3, 0, 3)
        self.add_mark(StepMark(held=line.held))
        self.add_lines(line.title, line.day, line.below)
        if not line.held:
            self._add_acts(line, name)

    def _add_acts(self, line: StepLine, name: str) -> None:
        self._acts = (START, HELD, MOVE, DROP) if line.starts else (HELD, MOVE, DROP)
        first = self._acts[0]
        button = PlainButton("Start" if line.starts else "Held", partial(self.acted.emit, first), name=f"{name}.first")
        button.setAccessibleName(f"{first.title}: {line.title}")
        button.setToolTip(f"{first.title} ({first.letter})")
        more = QuietButton("", self._offer, name=f"{name}.more")
        more.setIcon(icon("ellipsis", tokens().muted))
        words = "Start, took place, move or drop" if line.starts else "Took place, move or drop"
        more.setAccessibleName(words)
        more.setToolTip(words)
        self._more = more
        for mark in (button, more):
            self.add_mark(mark)
        self.setAccessibleDescription(", ".join(f"{act.letter} {act.title.lower()}" for act in self._acts))
        RowKeys(self, {act.letter: partial(self.acted.emit, act) for act in self._acts})

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("step.menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for act in self._acts:
            menu.addAction(f"{act.title}\t{act.letter}", partial(self.acted.emit, act))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))
