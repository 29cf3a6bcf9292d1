"""Where the wrong words of a note stand: each is told as a cursor that has selected it."""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor

from coachjournal.spelling.words import Word
from ui.spelling.ink import SpellingInk
from ui.widgets.text_places import qt_places


def wrong_at(ink: SpellingInk, cursor: QTextCursor) -> QTextCursor | None:
    """The wrong word that a cursor stands in or beside."""
    place = cursor.position()
    return next((word for word in _wrong_in(ink, cursor.block()) if _start(word) <= place <= _end(word)), None)


def wrong_from(ink: SpellingInk, cursor: QTextCursor) -> Iterator[QTextCursor]:
    """Those behind a cursor, then those from the top on."""
    for block in _blocks_from(cursor.block()):
        yield from (word for word in _wrong_in(ink, block) if _start(word) >= _end(cursor))
    for block in _blocks_from(cursor.document().begin()):
        if block.position() > cursor.position():
            return
        yield from _wrong_in(ink, block)


def _wrong_in(ink: SpellingInk, block: QTextBlock) -> list[QTextCursor]:
    line = block.text()
    return [_selected(block, line, word) for word in ink.misspelt(line)]


def _blocks_from(block: QTextBlock) -> Iterator[QTextBlock]:
    while block.isValid():
        yield block
        block = block.next()


def _selected(block: QTextBlock, line: str, word: Word) -> QTextCursor:
    place = qt_places(line)
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + place(word.start))
    cursor.setPosition(block.position() + place(word.end), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _start(word: QTextCursor) -> int:
    return word.selectionStart()


def _end(word: QTextCursor) -> int:
    return word.selectionEnd()
