"""A bar of parts of one whole, in shades of the accent; what each part is and how many stands written below it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import blend, tokens
from ui.widgets.buttons import QuietButton
from ui.widgets.flow import Flow
from ui.widgets.layouts import clear
from ui.widgets.text import tip

_GAP = 2.0
_FAINTEST = 0.25
"""How much of the accent the last part still has: what is fainter is lost on the sheet."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the whole: "One-on-one", 34."""

    title: str
    count: int


class MixBar(QWidget):
    """A bar, and below it a button for each part that opens its rows. `opened` is given the place of the part."""

    def __init__(self, opened: Callable[[int], object], *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._opened = opened
        self._bar = _Bar()
        self._below = QWidget()
        self._parts = Flow(self._below, spacing=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._bar)
        column.addWidget(self._below)

    def show_parts(self, parts: Iterable[Part]) -> None:
        """Parts that are nothing are left out of the bar and of what stands below it."""
        shown = [(at, part) for at, part in enumerate(parts) if part.count]
        self._bar.show_parts([part for _, part in shown])
        clear(self._parts)
        for place, (at, part) in enumerate(shown):
            name = f"{self.objectName()}.{at}"
            button = QuietButton(f"{part.title} {part.count}", partial(self._opened, at), name=name)
            self._parts.addWidget(_behind(_Swatch(place, len(shown)), button))
        self.setVisible(bool(shown))


class _Bar(QWidget):
    """The parts side by side, as wide as they are many."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[Part] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: list[Part]) -> None:
        self._shown = parts
        told = ", ".join(f"{part.title} {part.count}" for part in parts)
        self.setAccessibleName(told)
        self.setToolTip(tip(told))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, round(self.fontMetrics().height() * 0.9))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole, left = sum(part.count for part in self._shown), 0.0
        room = self.width() - _GAP * (len(self._shown) - 1)
        for place, part in enumerate(self._shown):
            width = room * part.count / whole
            painter.setBrush(_shade_of(place, len(self._shown)))
            painter.drawRoundedRect(QRectF(left, 0, width, self.height()), 3, 3)
            left += width + _GAP


class _Swatch(QWidget):
    """The shade of a part beside its name."""

    def __init__(self, place: int, parts: int) -> None:
        super().__init__()
        self._place, self._parts = place, parts
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * 0.6)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_shade_of(self._place, self._parts))
        painter.drawRoundedRect(QRectF(self.rect()), 2, 2)


def _behind(swatch: QWidget, button: QWidget) -> QWidget:
    result = QWidget()
    row = QHBoxLayout(result)
    row.setContentsMargins(0, 0, 8, 0)
    row.setSpacing(0)
    row.addWidget(swatch)
    row.addWidget(button)
    return result


def _shade_of(place: int, parts: int) -> QColor:
    """From the accent itself to its faintest shade, evenly."""
    share = 1 - (1 - _FAINTEST) * place / max(parts - 1, 1)
    return blend(tokens().sheet, tokens().people, share)
