"""A field that needs no button: what is written in it is kept when one leaves it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent

from ui.widgets.growing_line import GrowingLine
from ui.widgets.inline import is_left


class SavedWords(GrowingLine):
    """`keep` is given changed words when the field is left, or on Enter, and answers whether they could be kept.

    Esc brings back what was kept last. With `lines` Enter begins a new line.
    """

    def __init__(self, keep: Callable[[str], bool], *, lines: bool = False) -> None:
        super().__init__()
        self._keep, self._lines = keep, lines
        self._saved = ""
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.entered.connect(self.settle)

    def show_saved(self, words: str, *, anew: bool) -> None:
        """Show what is kept; of the same thing as before (not `anew`) only where nothing else is being written."""
        if anew or self.words == self._saved:
            self.show_words(words)
            self._saved = words

    def settle(self) -> None:
        """Keep what is written here now."""
        words, before = self.words, self._saved
        if words == before:
            return
        self._saved = words  # what was kept is shown anew before `keep` returns
        if not self._keep(words):
            self._saved = before

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.words != self._saved:
            self.write(self._saved)
        elif self._lines and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.textCursor().insertBlock()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if is_left(event):
            self.settle()
