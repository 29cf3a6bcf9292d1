"""One skill and a level from 1 to 5 for it: a figure or a click gives it, Delete takes it back."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import tokens
from ui.widgets.level_keys import LEVELS
from ui.widgets.marks import Tone, draw_pill

_CORNER, _SIDE, _GAP = 6, 8, 6
_PILL = 2
"""Widths of a pill in heights of a line."""
_CLEAR = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class LevelChoice(QWidget):
    """`given` says that a person gave a level by its key, `pointed` that the row has the keys."""

    given = Signal()
    pointed = Signal()

    def __init__(self, skill: str, *, name: str) -> None:
        super().__init__()
        self._skill = skill
        self._level: int | None = None
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    @property
    def level(self) -> int | None:
        """None while nothing is said."""
        return self._level

    def show_level(self, level: int | None) -> None:
        self._level = level
        self._tell()
        self.update()

    def value(self) -> int:
        """The level, 0 while nothing is said: as a field of figures has it."""
        return self._level or 0

    def setValue(self, value: int) -> None:
        self.show_level(value or None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sign = event.text()
        if event.key() in _CLEAR:
            self.show_level(None)
        elif sign.isdecimal() and int(sign) in LEVELS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._give(int(sign))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        for level in LEVELS:
            if self.place_of(level).contains(event.position().toPoint()):
                self.show_level(level)

    def place_of(self, level: int) -> QRect:
        """Where the figure of a level stands, the last one at the right end."""
        line = self.fontMetrics().height()
        right = self.width() - _SIDE - (LEVELS[-1] - level) * (line * _PILL + _GAP)
        return QRect(right - line * _PILL, (self.height() - line - _GAP) // 2, line * _PILL, line + _GAP)

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width() * 2, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As wide as the figures and a few letters."""
        line = self.fontMetrics().height()
        return QSize((line * _PILL + _GAP) * (len(LEVELS) + 2), line + 3 * _GAP)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        self.pointed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QColor(tokens().people))
            painter.setBrush(QColor(tokens().people_tint))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), _CORNER, _CORNER)
        room = QRect(_SIDE, 0, self.place_of(LEVELS[0]).left() - 2 * _SIDE, self.height())
        words = self.fontMetrics().elidedText(self._skill, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(QColor(tokens().text))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
        for level in LEVELS:
            tone = Tone.PEOPLE if level == self._level else Tone.PLAIN
            draw_pill(painter, QRectF(self.place_of(level)), str(level), tone)

    def _give(self, level: int) -> None:
        self.show_level(level)
        self.given.emit()

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._skill}: {self._level or 'no level yet'}")
