"""One skill and a level from 1 to 5 for it: a figure or a click gives it, Delete takes it back."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme import tokens
from ui.widgets.choices import Chip
from ui.widgets.level_keys import LEVELS
from ui.widgets.text import ElidedLabel

_CORNER = 6
_CLEAR = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class LevelChoice(QWidget):
    """`given` says that a person gave a level, `pointed` that the row has the keys."""

    given = Signal()
    pointed = Signal()

    def __init__(self, skill: str, *, name: str) -> None:
        super().__init__()
        self._skill = skill
        self._level: int | None = None
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 8, 3)
        row.setSpacing(4)
        row.addWidget(ElidedLabel(skill, "bold"), 1)
        self._chips = {level: Chip(str(level), name=f"{name}.{level}") for level in LEVELS}
        for level, chip in self._chips.items():
            chip.setAccessibleName(f"{skill} {level}")
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.clicked.connect(partial(self._on_clicked, level))
            row.addWidget(chip)
        self._tell()

    @property
    def level(self) -> int | None:
        """None while nothing is said."""
        return self._level

    def show_level(self, level: int | None) -> None:
        self._level = level
        for each, chip in self._chips.items():
            chip.setChecked(each == level)
        self._tell()

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
        super().mousePressEvent(event)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

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
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(tokens().people))
            painter.setBrush(QColor(tokens().people_tint))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), _CORNER, _CORNER)

    def _on_clicked(self, level: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.show_level(level)

    def _give(self, level: int) -> None:
        self.show_level(level)
        self.given.emit()

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._skill}: {self._level or 'no level yet'}")
