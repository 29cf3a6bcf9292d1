"""What may have been meant by a word: chosen by its number, or by the arrows and Enter."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

LOOKING, NOTHING = "Looking…", "Nothing like it in the dictionary"


class SuggestionMenu(QMenu):
    """Opens at once; suggestions come when they are found. A number pressed before that waits for them."""

    chosen = Signal(str)

    def __init__(self, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("suggestions")
        self.setAccessibleName(f"Suggestions for {word}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.word = word
        self._instead: tuple[str, ...] = ()
        self._number = 0
        self._looking = self._say(LOOKING)
        self._end = self.addSeparator()
        self.add_own = self.addAction(f"&Add “{_escaped(word)}” to your words")
        self.ignore = self.addAction("&Ignore in this note")

    def show_suggestions(self, instead: tuple[str, ...]) -> None:
        """They have been found."""
        self._instead = instead
        if not instead:
            self._looking.setText(NOTHING)
            return
        self.removeAction(self._looking)
        for number, word in enumerate(instead, 1):
            action = QAction(f"{number}   {_escaped(word)}", self)
            action.setObjectName(f"suggestions.{number}")
            action.triggered.connect(lambda _checked=False, word=word: self.chosen.emit(word))
            self.insertAction(self._end, action)
        self.setActiveAction(self.actions()[0])
        self._choose(self._number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdigit():
            self._number = int(event.text())
            self._choose(self._number)
        else:
            super().keyPressEvent(event)

    def _choose(self, number: int) -> None:
        if 1 <= number <= len(self._instead):
            self.chosen.emit(self._instead[number - 1])
            self.close()

    def _say(self, words: str) -> QAction:
        action = self.addAction(words)
        action.setEnabled(False)
        return action


def _escaped(word: str) -> str:
    return word.replace("&", "&&")
