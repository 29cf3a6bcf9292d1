"""Which rep: two letters of the name, Enter."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from ui.widgets.matching import Named, best

_MOST = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """A rep as the picker knows them."""

    rep_id: int
    name: str


class RepPicker(QLineEdit):
    """A name completed from a few letters; leaving it or Enter takes the first match. `chosen` carries the rep's id."""

    chosen = Signal(int)

    def __init__(self, reps: Iterable[tuple[int, str]], rep_id: int | None = None) -> None:
        super().__init__()
        self._reps = [Named.by(name, Choice(rep_id, name)) for rep_id, name in reps]
        self._rep_id: int | None = None
        self.setPlaceholderText("Two letters of the name")
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_MOST)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._take_name)
        self._popup = QListView()
        self._completer.setPopup(self._popup)
        self._popup.installEventFilter(self)
        self.textEdited.connect(self._on_typed)
        self.choose(rep_id)

    @property
    def rep_id(self) -> int | None:
        """The rep whose name stands here, or None while it is nobody's."""
        return self._rep_id

    def choose(self, rep_id: int | None) -> None:
        """Show a rep without telling anyone."""
        name = next((named.thing.name for named in self._reps if named.thing.rep_id == rep_id), "")
        self._rep_id = rep_id if name else None
        self.setText(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() and self._rep_id is None:
            self.take_first()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.PopupFocusReason and self._rep_id is None:
            self.take_first()
        super().focusOutEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the open list takes its first name when none is marked."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            unmarked = not self._popup.currentIndex().isValid()
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab} and unmarked:
                self._popup.hide()
                self.take_first()
                return event.key() != Qt.Key.Key_Tab
        return super().eventFilter(watched, event)

    def take_first(self) -> None:
        """Complete what is typed to the best match."""
        matches = self._matches(1)
        if self.text().strip() and matches:
            self._take(matches[0])

    def _on_typed(self) -> None:
        self._rep_id = None
        names = [choice.name for choice in self._matches(_MOST)]
        self._names.setStringList(names)
        if names:
            self._completer.complete()
        else:
            self._popup.hide()

    def _take_name(self, name: str) -> None:
        choice = next((choice for choice in self._matches(_MOST) if choice.name == name), None)
        if choice is not None:
            self._take(choice)

    def _take(self, choice: Choice) -> None:
        self._rep_id = choice.rep_id
        self.setText(choice.name)
        self.chosen.emit(choice.rep_id)

    def _matches(self, limit: int) -> tuple[Choice, ...]:
        return best(self.text(), self._reps, limit)
