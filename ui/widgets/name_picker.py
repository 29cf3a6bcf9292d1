"""One of many by name: a few letters, Enter."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from ui.widgets.matching import Named, best

_MOST = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be picked, as the picker knows it."""

    key: int
    name: str


class NamePicker(QLineEdit):
    """A name completed from a few letters; leaving it or Enter takes the first match. `chosen` carries its key.

    `unmatched` carries what was typed when it was left or entered and is nobody's name.
    """

    chosen = Signal(int)
    unmatched = Signal(str)

    def __init__(self, choices: Iterable[tuple[int, str]], key: int | None = None) -> None:
        super().__init__()
        self._choices: list[Named[Choice]] = []
        self._key: int | None = None
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
        self.offer(choices)
        self.choose(key)

    @property
    def key(self) -> int | None:
        """What the name that stands here belongs to, or None while it is nobody's."""
        return self._key

    def offer(self, choices: Iterable[tuple[int, str]]) -> None:
        """Let these names be picked."""
        self._choices = [Named.by(name, Choice(key, name)) for key, name in choices]

    def choose(self, key: int | None) -> None:
        """Show a name without telling anyone."""
        name = next((named.thing.name for named in self._choices if named.thing.key == key), "")
        self._key = key if name else None
        self.setText(name)
        self.setCursorPosition(0)  # of a long name, how it begins

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() and self._key is None:
            self.take_first()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.complete()
        super().focusOutEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the open list takes the name marked in it, else the first; Qt would ask the line first."""
        enters = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in enters:
            marked = self._popup.currentIndex()
            self._popup.hide()
            if marked.isValid():
                self._take_name(str(marked.data()))
            else:
                self.take_first()
            return event.key() != Qt.Key.Key_Tab or not self.hasFocus()  # who was chosen may have led on already
        return super().eventFilter(watched, event)

    def complete(self) -> None:
        """Make a name of what is typed, where that was not done yet."""
        if self._key is None:
            self.take_first()

    def take_first(self) -> None:
        """Complete what is typed to the best match."""
        if not self.text().strip():
            return
        matches = self._matches(1)
        if matches:
            self._take(matches[0])
        else:
            self.unmatched.emit(self.text())

    def besides(self) -> Iterable[str]:
        """What else the list offers for what is typed, below the names."""
        return ()

    def take_besides(self, words: str) -> None:
        """Somebody chose one of these."""

    def _on_typed(self) -> None:
        self._key = None
        names = [*(choice.name for choice in self._matches(_MOST)), *self.besides()]
        self._names.setStringList(names)
        if names:
            self._completer.complete()
        else:
            self._popup.hide()

    def _take_name(self, name: str) -> None:
        choice = next((choice for choice in self._matches(_MOST) if choice.name == name), None)
        if choice is not None:
            self._take(choice)
        else:
            self.take_besides(name)

    def _take(self, choice: Choice) -> None:
        self._key = choice.key
        self.setText(choice.name)
        self.chosen.emit(choice.key)

    def _matches(self, limit: int) -> tuple[Choice, ...]:
        return best(self.text(), self._choices, limit)
