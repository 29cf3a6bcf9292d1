"""Paints lines again once more is known of their words: those in sight first, a few milliseconds at a time."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from time import monotonic

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextBlock

from coachjournal.spelling.words import words_in
from ui.widgets.note_edit import NoteEdit
from ui.widgets.note_ground import blocks_in_sight

_TURN = 0.004
"""Seconds of painting before the next key may be heard."""
_SOON = 50
"""Milliseconds in which words gather that turned out to be wrong."""


class Repainting(QObject):
    """Belongs to its note."""

    def __init__(self, note: NoteEdit) -> None:
        super().__init__(note)
        self._note = note
        self._words: set[str] = set()
        self._lines: Iterator[QTextBlock] = iter(())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def all_lines(self) -> None:
        self._words.clear()
        self._lines = self._lines_where(lambda _line: True)
        self._timer.start(0)

    def lines_with(self, words: frozenset[str]) -> None:
        self._words |= words
        if not self._timer.isActive():
            self._timer.start(_SOON)

    def _go_on(self) -> None:
        until = monotonic() + _TURN
        while True:
            for line in self._lines:
                self._note.ink_line_again(line)
                if monotonic() > until:
                    self._timer.start(0)
                    return
            if not self._words:
                return
            words, self._words = frozenset(self._words), set()
            self._lines = self._lines_where(partial(_has_one_of, words))

    def _lines_where(self, wanted: Callable[[str], bool]) -> Iterator[QTextBlock]:
        """By number, since there may be other words by the time the next one is asked for."""
        document = self._note.document()
        in_sight = [block.blockNumber() for block in blocks_in_sight(self._note)]
        for number in chain(in_sight, range(document.blockCount())):
            line = document.findBlockByNumber(number)
            if line.isValid() and wanted(line.text()):
                yield line


def _has_one_of(words: frozenset[str], line: str) -> bool:
    return not words.isdisjoint(word.text for word in words_in(line))
