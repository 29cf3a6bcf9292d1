"""Making a part of a note private, and public again: two marks around it in the source, set or taken off."""

from typing import NamedTuple

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from coachjournal.rules.private_text import MARK, private_spans
from ui.widgets.text_places import qt_places

_PARAGRAPH = "\u2029"


class _Part(NamedTuple):
    """Places as Qt counts, marks included."""

    start: int
    end: int
    closed: bool


def toggle_private(note: QTextEdit) -> None:
    """The selection, or the line of the cursor, or the private part it touches: one step of undo."""
    cursor = note.textCursor()
    begin, end = _meant(cursor)
    touched = [part for part in _parts(note) if _touches(part, begin, end)]
    if touched:
        _take_off(note, touched)
    else:
        _put_on(note, cursor, begin, end)


def _meant(cursor: QTextCursor) -> tuple[int, int]:
    if cursor.hasSelection():
        return cursor.selectionStart(), cursor.selectionEnd()
    block = cursor.block()
    return block.position(), block.position() + block.length() - 1


def _parts(note: QTextEdit) -> list[_Part]:
    text = note.document().toRawText().replace(_PARAGRAPH, "\n")
    place = qt_places(text)
    return [_Part(place(start), place(end), _is_closed(text[start:end])) for start, end in private_spans(text)]


def _is_closed(part: str) -> bool:
    """Only the last one may go on to the end without a second mark."""
    return part.endswith(MARK) and len(part) >= 2 * len(MARK)


def _touches(part: _Part, begin: int, end: int) -> bool:
    return part.start < max(end, begin + 1) and begin < part.end


def _put_on(note: QTextEdit, cursor: QTextCursor, begin: int, end: int) -> None:
    """What was selected stays so, and the cursor stays where it was in the words."""
    anchor, position = cursor.anchor() + len(MARK), cursor.position() + len(MARK)
    cursor.beginEditBlock()
    cursor.setPosition(end)
    cursor.insertText(MARK)
    cursor.setPosition(begin)
    cursor.insertText(MARK)
    cursor.endEditBlock()
    cursor.setPosition(anchor)
    cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
    note.setTextCursor(cursor)


def _take_off(note: QTextEdit, parts: list[_Part]) -> None:
    """From the end to the beginning, so that places before stay true."""
    edit = QTextCursor(note.document())
    edit.beginEditBlock()
    for part in reversed(parts):
        for place in (part.end - len(MARK), part.start) if part.closed else (part.start,):
            edit.setPosition(place)
            edit.setPosition(place + len(MARK), QTextCursor.MoveMode.KeepAnchor)
            edit.removeSelectedText()
    edit.endEditBlock()
