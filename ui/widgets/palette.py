"""Ctrl+K: a few letters of any page, command, rep or deal, or any word that was ever written; then Enter."""

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Protocol

import shiboken6
from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from ui.widgets.found import AROUND, Found, FoundDelegate, FoundModel
from ui.widgets.inline import LeaveByEsc
from ui.widgets.matching import Named
from ui.widgets.names import Names
from ui.widgets.text import Text

_MOST = 50
_MOST_NAMES = 8
"""Names that stand before what was written; where there are more, the others come after it."""
_INSIDE = 3
"""The rank of a name that has the letters in the middle of a word: what was written comes before it."""
_LINES_SEEN, _PAGE = 13, 8
_CHARACTERS_WIDE = 84
_TOP = 64
_PAUSE = 250
"""Milliseconds without a key after which everything that was ever written is ranked, not the newest only."""
_STEPS: dict[int, int] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}


class Writings(Protocol):
    """What was ever written."""

    def written(self, words: str) -> Sequence[Found]:
        """With these words, best first. Asked at every key."""

    def all_of_it(self, words: str) -> Found:
        """The last row, which leads to the rest."""


class Palette(QFrame):
    """Lies over the window; Esc or a click elsewhere closes it. When `opened`, its owner feeds the long list."""

    opened = Signal()
    paused = Signal(str)
    """These words stand there for a moment: time to look through all there is, and `show_written`."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._before: QWidget = host
        """Who had the focus: the cursor goes back there."""
        self._writings: Writings | None = None
        self._written: Sequence[Found] = ()
        self.setObjectName("palette")
        self.setAutoFillBackground(True)
        self._at_hand: Names[Found] = Names()
        self._people: Names[Found] = Names()
        self._deals: Names[Found] = Names()
        self._line = QLineEdit()
        self._model = FoundModel(self)
        self._list = QListView()
        self._nothing = Text("Nothing is called that, and nothing that was written says it.", "muted", wrap=True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._make_line()
        self._make_list()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 8)
        column.addWidget(self._line)
        column.addWidget(self._list, 1)
        column.addWidget(self._nothing)
        self._pause.timeout.connect(lambda: self.paused.emit(self._line.text()))
        self.hide()

    def offer(self, at_hand: Iterable[Found]) -> None:
        """Pages and commands, there at once."""
        self._at_hand = Names(Named.by(f"{found.title} {found.also}", found) for found in at_hand)

    def feed(self, people_and_deals: tuple[Names[Found], Names[Found]]) -> None:
        """They may come while the palette is open."""
        self._people, self._deals = people_and_deals
        if self.isVisible():
            self._show_again()

    def look_in(self, writings: Writings) -> None:
        """Search what was written too."""
        self._writings = writings

    def show_written(self, words: str, written: Sequence[Found]) -> None:
        """What was found for these words, better ranked; late if something else stands there by now."""
        if self.isVisible() and words == self._line.text():
            self._written = written
            self._show_again()

    def open(self) -> None:
        self._line.clear()
        self._search()
        if not self.isVisible():
            self._before = QApplication.focusWidget() or self._host
        self.show()
        self._hide_the_page_below()
        self.raise_()
        self._line.setFocus()
        self.opened.emit()

    # ------------------------------------------------------------------------------------------------- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event.key())
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._put_away()
        return super().eventFilter(watched, event)

    def _on_key(self, key: int) -> bool:
        """Whether the key was the palette's and not the line's."""
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self._list.currentIndex())
        elif key in _STEPS:
            self._move(_STEPS[key])
        else:
            return False
        return True

    def _move(self, lines: int) -> None:
        """Past an end to the other one, but a whole page stops there."""
        count, at = self._model.rowCount(), self._list.currentIndex().row() + lines
        if count:
            self._choose(at % count if abs(lines) == 1 else min(max(at, 0), count - 1))

    # --------------------------------------------------------------------------------------------- searching

    def _search(self) -> None:
        typed = self._line.text()
        self._pause.stop()
        self._written = self._writings.written(typed) if self._writings and typed.strip() else ()
        self._show(self._rows())
        self._choose(0)
        if typed.strip():
            self._pause.start()

    def _show_again(self) -> None:
        """More was found, or better: what the person stands on stays under the hand."""
        chosen = self._model.row_at(self._list.currentIndex()) if self._model.rowCount() else None
        self._show(self._rows())
        self._choose(0 if chosen is None else max(self._model.place_of(chosen.identity), 0))

    def _rows(self) -> Sequence[Found]:
        typed = self._line.text()
        if not typed.strip():
            return (*self._at_hand.things, *self._people.things, *self._deals.things)[:_MOST]
        rows = self._best(typed)
        last = [self._writings.all_of_it(typed)] if self._writings and self._written else []
        return [*rows[:_MOST], *last]

    def _best(self, typed: str) -> list[Found]:
        """The likely names, what was written, the other names; nothing twice."""
        names = [each for kind in (self._people, self._at_hand, self._deals) for each in kind.best(typed, _MOST)]
        names.sort(key=itemgetter(0))
        likely = [found for rank, found in names if rank < _INSIDE][:_MOST_NAMES]
        rows: dict[object, Found] = {}
        for found in (*likely, *self._written, *(found for _, found in names)):
            rows.setdefault(found.identity, found)
        return list(rows.values())

    def _show(self, rows: Sequence[Found]) -> None:
        self._model.show_rows(rows)
        self._list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self._stand()

    def _choose(self, row: int) -> None:
        self._list.setCurrentIndex(self._model.index(row, 0))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            found = self._model.row_at(index)
            self._close()
            found.open()

    def _close(self) -> None:
        self._put_away()
        (self._before if shiboken6.isValid(self._before) else self._host).setFocus()

    def _put_away(self) -> None:
        self._pause.stop()
        self.hide()

    # --------------------------------------------------------------------------------------------- laying out

    def _make_line(self) -> None:
        self._line.setObjectName("palette.line")
        self._line.setAccessibleName("Search or jump to")
        self._line.setPlaceholderText("Search or jump to…")
        self._line.textChanged.connect(self._search)
        self._line.installEventFilter(self)
        LeaveByEsc(self._line, leave=self._close)  # and not the page below, which has an Esc of its own

    def _make_list(self) -> None:
        self._list.setObjectName("palette.list")
        self._list.setAccessibleName("Found")
        self._list.setModel(self._model)
        self._list.setItemDelegate(FoundDelegate(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.clicked.connect(self._open)
        self._nothing.setObjectName("palette.nothing")
        self._nothing.setContentsMargins(4, 0, 4, 4)

    def _hide_the_page_below(self) -> None:
        """Else it is painted anew at every key. A style sheet takes such grounds away when it dresses a widget."""
        for part in (self._line, self._list.viewport(), self._list.verticalScrollBar()):
            part.ensurePolished()
            part.setBackgroundRole(QPalette.ColorRole.Base)
            part.setAutoFillBackground(True)

    def _stand(self) -> None:
        metrics = self.fontMetrics()
        width = min(metrics.averageCharWidth() * _CHARACTERS_WIDE, self._host.width() - 32)
        line = metrics.height() + AROUND
        rows = sum(self._list.sizeHintForRow(row) for row in range(min(self._model.rowCount(), _LINES_SEEN + 1)))
        seen = min(max(rows, line), line * _LINES_SEEN)
        around = self._line.sizeHint().height() + 26
        height = min(seen + around, self._host.height() - _TOP - 16)
        # The list would take its bar away and bring it back at every key.
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if rows > height - around else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._list.setVerticalScrollBarPolicy(bar)
        self.setGeometry((self._host.width() - width) // 2, _TOP, width, height)
