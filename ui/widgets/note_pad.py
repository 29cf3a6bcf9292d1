"""A note with what belongs to it: the reading view, the bar that finds, the count of its words, and their keys."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTextEdit, QVBoxLayout, QWidget

from ui.widgets.find_bar import FindBar
from ui.widgets.note_edit import NoteEdit
from ui.widgets.note_reader import NoteReader
from ui.widgets.word_count import WordCount


class NotePad(QWidget):
    """`text` is where one writes. `hear_keys` lets a page or a dialog pass the keys on from all its parts."""

    def __init__(self, *, name: str, label: str, on_page: bool = False) -> None:
        super().__init__()
        self.text = NoteEdit(name=name, label=label)
        self.reader = NoteReader(name=f"{name}.reader")
        self.foot = QHBoxLayout()
        self._find = FindBar(self.text, name=f"{name}.find")
        self._either = QStackedWidget()
        for each in (self.text, self.reader.text):
            each.setProperty("page", on_page)
        self._lay_out(name)
        self._actions = self._make_actions()
        self.text.addActions(self._actions)
        self.reader.left.connect(self.write)
        self.text.textChanged.connect(self._on_changed)

    def hear_keys(self, where: QWidget) -> None:
        """Let the keys of the note work wherever the focus is inside this widget."""
        where.addActions(self._actions)

    @property
    def is_reading(self) -> bool:
        return self._either.currentWidget() is self.reader

    def read(self) -> None:
        """Show the note as it reads, at about the same place."""
        self._find.close_bar()
        self.reader.read(self.text.source)
        self._either.setCurrentWidget(self.reader)
        _stand_at(self.text, self.reader.text)
        self.reader.setFocus()

    def write(self) -> None:
        """Back to the words themselves."""
        if self.is_reading:
            self._either.setCurrentWidget(self.text)
            _stand_at(self.reader.text, self.text)
        self.text.setFocus()

    def open_find(self) -> None:
        """Look for words where one writes."""
        self.write()
        self._find.open_bar()

    def show_first(self, words: str) -> None:
        """Stand where these words are, as after a search; "" stands nowhere."""
        if words:
            self.write()
        self._find.show_first(words)

    # ------------------------------------------------------------------------------------------- inside

    def _lay_out(self, name: str) -> None:
        self._either.addWidget(self.text)
        self._either.addWidget(self.reader)
        self.foot.addStretch(1)
        self.foot.addWidget(WordCount(self.text, name=f"{name}.words"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self._either, 1)
        rows.addWidget(self._find)
        rows.addLayout(self.foot)

    def _make_actions(self) -> list[QAction]:
        return [
            self._action("Find in this note", "Ctrl+F", self.open_find),
            self._action("Read or write", "Ctrl+E", self._turn),
            self._action("Private or not", "Ctrl+Shift+P", lambda: self._unless_reading(self.text.toggle_private)),
            self._action("Tick or untick", "Ctrl+L", lambda: self._unless_reading(self.text.tick)),
        ]

    def _action(self, title: str, key: str, do: Callable[[], object]) -> QAction:
        action = QAction(title, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(do)
        return action

    def _on_changed(self) -> None:
        """An undo elsewhere may change what is being read."""
        if self.is_reading:
            self.reader.read(self.text.source)

    def _turn(self) -> None:
        if self.is_reading:
            self.write()
        else:
            self.read()

    def _unless_reading(self, do: Callable[[], object]) -> None:
        if not self.is_reading:
            do()


def _stand_at(left: QTextEdit, shown: QTextEdit) -> None:
    """Roughly the same place: the share of the way down."""
    was, bar = left.verticalScrollBar(), shown.verticalScrollBar()
    bar.setValue(round(bar.maximum() * was.value() / max(was.maximum(), 1)))
