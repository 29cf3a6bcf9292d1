"""A name completed where it is written: after @, # or ! and two letters a small list stands under the cursor."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QListView, QTextEdit, QVBoxLayout

from coachjournal.rules.tokens import Ref, Token, begun_at_the_end
from ui.widgets.found import Found, FoundDelegate, FoundModel
from ui.widgets.text_places import python_place, qt_places

_CHARACTERS_WIDE = 52
_AROUND = 4
_TAKE: frozenset[int] = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_MOVE: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Offered(Protocol):
    """A name that can be taken."""

    @property
    def title(self) -> str: ...
    @property
    def aside(self) -> str: ...
    @property
    def token(self) -> str: ...
    @property
    def ref(self) -> Ref: ...


class TokenCompletion(QFrame):
    """Belongs to one note. Up and Down choose, Enter or Tab takes, Esc closes; every other key goes on writing."""

    def __init__(
        self,
        note: QTextEdit,
        offers: Callable[[Token], Sequence[Offered]],
        named_by: Callable[[Token], Ref | None],
    ) -> None:
        super().__init__(note)
        self._note, self._offers, self._named_by = note, offers, named_by
        self._place: int | None = None
        """Where in the note the token begins that is being completed, as Qt counts."""
        self._settled: int | None = None
        """Where one begins that was taken, or turned away with Esc."""
        self.setObjectName(f"{note.objectName()}.names")
        self.setAutoFillBackground(True)
        self._model = FoundModel(self)
        self._list = QListView()
        self._list.setObjectName(f"{note.objectName()}.names.list")
        self._list.setAccessibleName("Names that fit")
        self._list.setModel(self._model)
        self._list.setItemDelegate(FoundDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        column.addWidget(self._list)
        self.hide()
        note.installEventFilter(self)
        note.cursorPositionChanged.connect(self._on_cursor)
        note.verticalScrollBar().valueChanged.connect(self._go_along)

    def look(self) -> None:
        """Something was typed: offer the names that fit the token at the cursor."""
        begun, place = self._begun()
        if begun is None or place == self._settled or self._note.isReadOnly():
            self._settled = self._settled if begun is not None else None
            self.close_list()
            return
        offers = self._offers(begun)
        if not offers or (len(offers) == 1 and self._named_by(begun) == offers[0].ref):
            self.close_list()
            return
        self._place, self._settled = place, None
        self._model.show_rows([Found(offer.title, offer.aside, lambda: None, offer.token) for offer in offers])
        self._choose(0)
        self._stand()
        self.show()
        self.raise_()

    def close_list(self) -> None:
        self._place = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.isHidden() or watched is not self._note:
            return super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent) and _is_ours(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._on_key(event.key())
                return True
        elif event.type() in {QEvent.Type.FocusOut, QEvent.Type.Hide}:
            self.close_list()
        elif event.type() == QEvent.Type.Resize:  # a row came under the note, say
            self._go_along()
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------------------------------------- inside

    def _begun(self) -> tuple[Token | None, int | None]:
        """The token that ends at the cursor, and where it begins."""
        cursor = self._note.textCursor()
        line = cursor.block().text()
        if cursor.hasSelection():
            return None, None
        begun = begun_at_the_end(line[: python_place(line, cursor.positionInBlock())])
        return begun, None if begun is None else cursor.block().position() + qt_places(line)(begun.start)

    def _on_key(self, key: int) -> None:
        if key in _TAKE:
            self._take(self._list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self._settled = self._place
            self.close_list()
        else:
            self._choose((self._list.currentIndex().row() + _MOVE[key]) % self._model.rowCount())

    def _on_cursor(self) -> None:
        if self._place is not None and self._begun()[1] != self._place:
            self.close_list()

    def _take(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """One step of the note's own undo."""
        place, token = self._place, self._model.row_at(index).also
        self.close_list()
        if place is None:
            return
        self._settled = place
        cursor = self._note.textCursor()
        cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(token)
        self._note.setTextCursor(cursor)

    def _choose(self, row: int) -> None:
        index = self._model.index(row, 0)
        self._list.setCurrentIndex(index)
        found = self._model.row_at(index)
        said = f"{found.title}, {found.aside}" if found.aside else found.title
        announcement = QAccessibleAnnouncementEvent(self._note, f"{said}, {row + 1} of {self._model.rowCount()}")
        QAccessible.updateAccessibility(announcement)

    def _go_along(self) -> None:
        """With the token, as long as that can be seen."""
        if self._place is None:
            return
        if self._note.viewport().rect().intersects(self._note.cursorRect()):
            self._stand()
        else:
            self.close_list()

    def _stand(self) -> None:
        """Under the beginning of the token, or over it where there is no room; the note's neighbours may be covered."""
        window = self._note.window()
        if self.parent() is not window:
            self.setParent(window)
        cursor = self._note.textCursor()
        cursor.setPosition(self._place if self._place is not None else cursor.position())
        line = self._note.cursorRect(cursor)
        height = (self.fontMetrics().height() + 14) * self._model.rowCount() + 2 * _AROUND + 2
        width = min(self.fontMetrics().averageCharWidth() * _CHARACTERS_WIDE, window.width())
        below = self._note.viewport().mapTo(window, line.bottomLeft() + QPoint(0, _AROUND))
        above = self._note.viewport().mapTo(window, line.topLeft()).y() - _AROUND - height
        top = below.y() if below.y() + height <= window.height() or above < 0 else above
        self.setGeometry(max(0, min(below.x(), window.width() - width)), top, width, height)


def _is_ours(event: QKeyEvent) -> bool:
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return plain and event.key() in {*_TAKE, *_MOVE, Qt.Key.Key_Escape}
