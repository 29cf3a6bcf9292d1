"""The bar under a note that finds words in it."""

from bisect import bisect_left

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea

from coachjournal.rules.find_in_text import found_in
from ui.widgets.buttons import QuietButton
from ui.widgets.note_edit import NoteEdit
from ui.widgets.reveal import reveal_cursor
from ui.widgets.text import Text
from ui.widgets.text_places import qt_places

_PAUSE = 200
"""Milliseconds without a key in the note after which it is searched again."""
_NOTHING = "Nothing found"


class FindBar(QFrame):
    """Hidden until it is opened. Enter and Shift+Enter go through the hits; Esc leaves the cursor at the last one.

    Esc closes it from the note, too; not where it only came along to show what a search had found.
    """

    closed = Signal()

    def __init__(self, note: NoteEdit, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._note = note
        self._hits: list[tuple[int, int]] = []
        self._from = 0
        self._asked_for = False
        """Somebody wants to find something here."""
        self._field = _FindField(name=f"{name}.field")
        self._count = Text("", "muted")
        self._count.setObjectName(f"{name}.count")
        self._again = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out(name)
        self._again.timeout.connect(self._search)
        self._field.textChanged.connect(self._on_typed)
        self._field.went.connect(self._go)
        self._field.left.connect(self.close_bar)
        note.textChanged.connect(self._on_note_changed)
        note.installEventFilter(self)
        self.hide()

    def open_bar(self) -> None:
        """What is selected in the note is what one looks for, where it is a few words."""
        cursor = self._note.textCursor()
        self._from, self._asked_for = cursor.selectionStart(), True
        selected = cursor.selectedText()
        self.show()
        if selected and "\u2029" not in selected:
            self._field.setText(selected)
        self._field.setFocus()
        self._field.selectAll()
        self._on_typed()
        QTimer.singleShot(0, self, self._come_into_sight)

    def show_first(self, words: str) -> None:
        """Tint these words and go to the first; the note keeps the keys. Hidden where there are none."""
        self._from, self._asked_for = 0, False
        self._field.setText(words)
        self._on_typed()
        self.setVisible(bool(self._hits))

    def close_bar(self) -> None:
        self._again.stop()
        self._hits, self._asked_for = [], False
        self._note.show_hits([])
        self.hide()
        self._note.setFocus()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._asked_for and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.close_bar()
                return True
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------------------------------------- inside

    def _lay_out(self, name: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._field, 1)
        row.addWidget(self._count)
        row.addWidget(QuietButton("Previous", lambda: self._go(-1), name=f"{name}.previous", hint="Shift+Return"))
        row.addWidget(QuietButton("Next", lambda: self._go(1), name=f"{name}.next", hint="Return"))
        row.addWidget(QuietButton("Close", self.close_bar, name=f"{name}.close", hint="Esc"))

    def _come_into_sight(self) -> None:
        """A long note may end below the edge of its page."""
        around = self.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(self)
            around = around.parentWidget()

    def _on_typed(self) -> None:
        """To the first hit from where one began to look, without losing that place while typing on."""
        self._search()
        if self._hits:
            self._show(bisect_left(self._hits, (self._from, 0)) % len(self._hits))

    def _on_note_changed(self) -> None:
        if self.isVisible():
            self._again.start()

    def _search(self) -> None:
        text = self._note.document().toRawText()
        place = qt_places(text)
        self._hits = [(place(start), place(end)) for start, end in found_in(text, self._field.text())]
        self._note.show_hits(self._hits)
        self._say_count(self._hits.index(self._here()) if self._here() in self._hits else None)

    def _go(self, steps: int) -> None:
        if not self._hits:
            return
        start, end = self._here()
        after = bisect_left(self._hits, (start, end))
        on_a_hit = after < len(self._hits) and self._hits[after] == (start, end)
        number = after + steps if on_a_hit else after + min(steps, 0)
        self._show(number % len(self._hits))
        self._from = self._hits[number % len(self._hits)][0]

    def _here(self) -> tuple[int, int]:
        cursor = self._note.textCursor()
        return cursor.selectionStart(), cursor.selectionEnd()

    def _show(self, number: int) -> None:
        start, end = self._hits[number]
        cursor = self._note.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._note.setTextCursor(cursor)
        reveal_cursor(self._note)
        self._say_count(number)

    def _say_count(self, number: int | None) -> None:
        if not self._field.text():
            self._count.setText("")
        elif not self._hits:
            self._count.setText(_NOTHING)
        else:
            total = len(self._hits)
            self._count.setText(f"{total:,}" if number is None else f"{number + 1:,} of {total:,}")


class _FindField(QLineEdit):
    """`went` carries one step on or back. Enter and Esc are its own, and not the page's."""

    went = Signal(int)
    left = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName("Find in this note")
        self.setPlaceholderText("Find in this note")

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and is_own_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not _with_control(event):
            self.went.emit(-1 if back else 1)
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.went.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)


def is_own_escape(event: QKeyEvent) -> bool:
    """Whether the page asks if this Esc is wanted here, before it takes it for itself."""
    return event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape


def _with_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
