"""What some keys do in a note beyond their letter: lists go on, lines move in and out, boxes are ticked.

Every one is a single step of undo, and changes the source only as the key says.
"""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from coachjournal.rules.list_item import list_item
from ui.widgets.text_places import python_place

_INDENT = "    "
"""Four, since that lies inside an item of a list under "- " as well as under "10. "."""
_NEW_BOX = "- [ ] "


def begin_line(note: QTextEdit) -> None:
    """A new line: the next item of a list, or its end where the item is empty."""
    cursor = note.textCursor()
    line, column = cursor.block().text(), cursor.positionInBlock()
    item = None if cursor.hasSelection() else list_item(line)
    if item is None or python_place(line, column) < item.text:
        cursor.insertBlock()
    elif line[item.text :].strip():
        cursor.beginEditBlock()
        cursor.insertBlock()
        cursor.insertText(item.next_lead)
        cursor.endEditBlock()
    else:
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
    note.setTextCursor(cursor)
    note.ensureCursorVisible()


def begin_plain_line(note: QTextEdit) -> None:
    note.textCursor().insertBlock()
    note.ensureCursorVisible()


def indent(note: QTextEdit) -> None:
    for edit, _line in _lines(note):
        edit.insertText(_INDENT)


def outdent(note: QTextEdit) -> None:
    """By a tab, or by up to as many spaces as an indent has."""
    for edit, line in _lines(note):
        spaces = len(line) - len(line.lstrip(" "))
        for _ in range(1 if line.startswith("\t") else min(spaces, len(_INDENT))):
            edit.deleteChar()


def tick(note: QTextEdit) -> None:
    """Tick the boxes of the lines, or take the tick off; a line without a box is given one."""
    for edit, line in _lines(note):
        item = list_item(line)
        if item is None or item.is_quote:
            edit.setPosition(edit.position() + len(line) - len(line.lstrip()))
            edit.insertText(_NEW_BOX)
        elif item.box is None:
            edit.setPosition(edit.position() + item.text)
            edit.insertText("[ ] ")
        else:
            _turn(edit, item.box, ticked=item.ticked)


def tick_at(note: QTextEdit, box: int) -> None:
    """Tick the box that begins at this place of the text, or take the tick off."""
    edit = QTextCursor(note.document())
    edit.setPosition(box)
    item = list_item(edit.block().text())
    if item is not None and item.box is not None:
        edit.setPosition(edit.block().position())
        edit.beginEditBlock()
        _turn(edit, item.box, ticked=item.ticked)
        edit.endEditBlock()


def insert(note: QTextEdit, text: str) -> None:
    """Put words in place of the selection."""
    note.textCursor().insertText(text)
    note.ensureCursorVisible()


def _turn(edit: QTextCursor, box: int, *, ticked: bool) -> None:
    edit.setPosition(edit.position() + box + 1)
    edit.deleteChar()
    edit.insertText(" " if ticked else "x")


def _lines(note: QTextEdit) -> Iterator[tuple[QTextCursor, str]]:
    """The lines of the selection, each with a cursor at its beginning; what is done to them is undone together."""
    chosen = note.textCursor()
    edit = QTextCursor(note.document())
    edit.setPosition(chosen.selectionStart())
    edit.beginEditBlock()
    block: QTextBlock = edit.block()
    while block.isValid() and block.position() <= chosen.selectionEnd():
        edit.setPosition(block.position())
        yield edit, block.text()
        block = block.next()
    edit.endEditBlock()
