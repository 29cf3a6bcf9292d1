"""Ctrl+K: type a few letters of any page, rep, deal or command, Enter."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.theme import tokens
from ui.widgets.matching import Named, best
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.text import Text

_MOST = 50
_LINES_SEEN = 10
_CHARACTERS_WIDE = 72
_TOP = 64


@dataclass(frozen=True, slots=True)
class Found:
    """Something to go to or to do: its name, what it is, how to, and other words it is found by."""

    title: str
    aside: str
    open: Callable[[], object]
    also: str = ""


class FoundDelegate(QStyledItemDelegate):
    """The name at the left, what it is muted at the right."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = tokens()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setFont(option.font)
        if chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.people_tint))
            painter.drawRoundedRect(option.rect, 6, 6)
        inner: QRect = option.rect.adjusted(10, 0, -10, 0)
        title, aside = str(index.data()), str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole) or "")
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, inner.width() * 2 // 3)
        painter.setPen(QColor(colours.people_strong if chosen else colours.text))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, shown)
        room = inner.width() - metrics.horizontalAdvance(shown) - 16
        painter.setPen(QColor(colours.muted))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(inner, right, metrics.elidedText(aside, Qt.TextElideMode.ElideRight, room))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, option.fontMetrics.height() + 14)


class FoundModel(RowsModel[Found]):
    """One column of things found."""

    def __init__(self, parent: QObject) -> None:
        super().__init__([Column(title="Found", text=lambda found: found.title)], lambda found: found, parent)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and index.isValid():
            return self.row_at(index).aside
        return super().data(index, role)


class Palette(QFrame):
    """Lies over the window; Esc or a click elsewhere closes it. When `opened`, its owner feeds the long list."""

    opened = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.setObjectName("palette")
        self.setAutoFillBackground(True)
        self._at_hand: tuple[Named[Found], ...] = ()
        self._directory: tuple[Named[Found], ...] = ()
        self._line = QLineEdit()
        self._line.setObjectName("palette.line")
        self._line.setAccessibleName("Search or jump to")
        self._line.setPlaceholderText("Search or jump to…")
        self._line.textChanged.connect(self._search)
        self._line.installEventFilter(self)
        self._model = FoundModel(self)
        self._list = QListView()
        self._list.setObjectName("palette.list")
        self._list.setAccessibleName("Found")
        self._list.setModel(self._model)
        self._list.setItemDelegate(FoundDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.clicked.connect(self._open)
        self._nothing = Text("Nothing is called that.", "muted")
        self._nothing.setObjectName("palette.nothing")
        self._nothing.setContentsMargins(4, 0, 4, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 8)
        column.addWidget(self._line)
        column.addWidget(self._list, 1)
        column.addWidget(self._nothing)
        self.hide()

    def offer(self, at_hand: Iterable[Found]) -> None:
        """Pages and commands, there at once."""
        self._at_hand = tuple(Named.by(f"{found.title} {found.also}", found) for found in at_hand)

    def feed(self, directory: Iterable[Named[Found]]) -> None:
        """Reps and deals, which may come while the palette is open."""
        self._directory = tuple(directory)
        if self.isVisible():
            self._search()

    def open(self) -> None:
        self._line.clear()
        self._search()
        self.show()
        self.raise_()
        self._line.setFocus()
        self.opened.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event.key())
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.hide()
        return super().eventFilter(watched, event)

    def _on_key(self, key: int) -> bool:
        """Whether the key was the palette's and not the line's."""
        if key == Qt.Key.Key_Escape:
            self._close()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self._list.currentIndex())
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._move(1 if key == Qt.Key.Key_Down else -1)
        else:
            return False
        return True

    def _move(self, lines: int) -> None:
        count = self._model.rowCount()
        if count:
            self._list.setCurrentIndex(self._model.index((self._list.currentIndex().row() + lines) % count, 0))

    def _search(self) -> None:
        self._model.show_rows(best(self._line.text(), (*self._at_hand, *self._directory), _MOST))
        found = bool(self._model.rowCount())
        self._list.setVisible(found)
        self._nothing.setVisible(not found)
        self._list.setCurrentIndex(self._model.index(0, 0))
        self._stand()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            found = self._model.row_at(index)
            self._close()
            found.open()

    def _close(self) -> None:
        self.hide()
        self._host.setFocus()

    def _stand(self) -> None:
        metrics = self.fontMetrics()
        width = min(metrics.averageCharWidth() * _CHARACTERS_WIDE, self._host.width() - 32)
        line = metrics.height() + 14
        lines = min(max(self._model.rowCount(), 1), _LINES_SEEN)
        height = min(line * lines + self._line.sizeHint().height() + 26, self._host.height() - _TOP - 16)
        self.setGeometry((self._host.width() - width) // 2, _TOP, width, height)
