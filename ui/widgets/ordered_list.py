"""A list in an order of the user's own: Alt+Up and Alt+Down move a row, Del takes it out."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from ui.theme import tokens
from ui.widgets.text import tip

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_LEAST_ROWS, _MOST_ROWS = 3, 12
_LEAST = 12
"""Characters of width that it needs at least."""


class OrderedRow(NamedTuple):
    """A row by its key; a muted one stands apart and cannot be moved."""

    key: int
    title: str
    muted: bool = False


class OrderedList(QListWidget):
    """`pointed` carries the key of the row in focus, `moved` how far a person moves it, `removed` says Del."""

    pointed = Signal(int)
    moved = Signal(int)
    removed = Signal()

    def __init__(self, *, name: str, label: str, most_rows: int = _MOST_ROWS) -> None:
        """From more than `most_rows` on it scrolls."""
        super().__init__()
        self._most_rows = most_rows
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.currentItemChanged.connect(lambda item, _before: self._on_current(item))

    def show_rows(self, rows: Iterable[OrderedRow]) -> None:
        """Show other rows; the one in focus stays it, or the one that takes its place."""
        key, at = self.key, self.currentRow()
        self.blockSignals(True)
        self.clear()
        for row in rows:
            item = QListWidgetItem(row.title)
            item.setData(Qt.ItemDataRole.UserRole, row.key)
            item.setToolTip(tip(row.title))
            if row.muted:
                item.setForeground(QColor(tokens().muted))
            self.addItem(item)
        self.setCurrentRow(min(max(at, 0), self.count() - 1))
        self._seek(key)
        self.blockSignals(False)
        self.updateGeometry()
        if self.key != key:
            self._on_current(self.currentItem())

    @property
    def key(self) -> int:
        """Of the row in focus; 0 where there is none."""
        return _key_of(self.currentItem())

    def choose(self, key: int) -> None:
        self._seek(key)
        self.scrollToItem(self.currentItem())

    def event(self, event: QEvent) -> bool:
        """The window's own Alt+Up and Alt+Down wait while a row can be moved."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _step(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if step := _step(event):
            self.moved.emit(step)
        elif event.key() == Qt.Key.Key_Delete and self.key:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._high(min(max(self.count(), _LEAST_ROWS), self._most_rows)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * _LEAST, self._high(_LEAST_ROWS))

    def _high(self, rows: int) -> int:
        row = self.sizeHintForRow(0) if self.count() else self.fontMetrics().lineSpacing()
        return rows * row + 2 * self.frameWidth()

    def _seek(self, key: int) -> None:
        for at in range(self.count()):
            if self.item(at).data(Qt.ItemDataRole.UserRole) == key:
                self.setCurrentRow(at)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        self.pointed.emit(_key_of(item))


def _key_of(item: QListWidgetItem | None) -> int:
    return 0 if item is None else int(item.data(Qt.ItemDataRole.UserRole))


def _step(event: QKeyEvent) -> int:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _STEPS.get(Qt.Key(event.key()), 0) if held == Qt.KeyboardModifier.AltModifier else 0
