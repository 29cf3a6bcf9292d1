"""Buttons. One primary button a page; a key that does the same stands small inside the button."""

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcutEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy

_GAP = 8
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def spoken_key(key: str) -> str:
    """A key as it stands on a button: "Ctrl N", on a Mac "⌘N"."""
    native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText).replace("Return", "Enter")
    return re.sub(r"\+(?=.)", " ", native)


class PlainButton(QPushButton):
    """A white button. `key` presses it while it is in sight; `hint` only names a key that works elsewhere."""

    def __init__(
        self,
        text: str,
        on_click: Callable[[], object] | None = None,
        *,
        name: str,
        key: str = "",
        hint: str = "",
    ) -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self._hint = spoken_key(key or hint)
        self.setProperty("hinted", bool(self._hint))
        if key:
            self.setShortcut(QKeySequence(key))
        self._on_click = on_click
        self.clicked.connect(self._press)

    def say(self, text: str) -> None:
        """Change the words and keep the key."""
        key = self.shortcut()
        self.setText(text)
        self.setShortcut(key)
        self.setAccessibleName(text)

    @property
    def words_and_key(self) -> str:
        """As a menu says it."""
        return f"{self.text()}\t{self._hint}" if self._hint else self.text()

    def event(self, event: QEvent) -> bool:
        """Act on the key at once: Qt would show the button pressed for a tenth of a second and lose what is typed."""
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.click()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button in focus; Qt leaves that to Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & ~_KEYPAD:
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return hint + QSize(self._hint_width() + _GAP, 0) if self._hint else hint

    def minimumSizeHint(self) -> QSize:
        """Where there is little room the key goes first."""
        return super().sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without its key beside them the words stand in the middle."""
        super().resizeEvent(event)
        if self.property("hinted") != self._has_room:
            self.setProperty("hinted", self._has_room)
            self.style().polish(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_room:
            return
        painter = QPainter(self)
        painter.setFont(self._hint_font())
        colour = QColor(self.palette().buttonText().color())
        colour.setAlphaF(0.72)
        painter.setPen(colour)
        where = QRect(0, 0, self.width() - self._margin(), self.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._hint)

    @property
    def _has_room(self) -> bool:
        """For the key."""
        return bool(self._hint) and self.width() >= super().sizeHint().width() + self._hint_width() + _GAP // 2

    def _press(self) -> None:
        if self._on_click is not None:
            self._on_click()

    def _margin(self) -> int:
        return max(8, (super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())) // 2)

    def _hint_width(self) -> int:
        return QFontMetrics(self._hint_font()).horizontalAdvance(self._hint)

    def _hint_font(self) -> QFont:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        return font


class PrimaryButton(PlainButton):
    """The filled button: the one thing this page is for."""


class QuietButton(PlainButton):
    """A button that looks like a word until it is pointed at."""


class SearchButton(PlainButton):
    """Looks like a field to search in; opens Ctrl+K."""

    def __init__(self, on_click: Callable[[], object], *, name: str) -> None:
        super().__init__("Search or jump to…", on_click, name=name, hint="Ctrl+K")

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() * 3 // 2, hint.height())

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(hint.width() // 2, hint.height())
