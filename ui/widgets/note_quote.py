"""A question put into a note as a quotation, with the cursor below it for what is said."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

_BEGIN = "> "


def quote(note: QTextEdit, words: str) -> None:
    """Write the words behind the line of the cursor; one step of undo in the note."""
    cursor = note.textCursor()
    cursor.clearSelection()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    before = "" if cursor.block().text().strip() == "" else "\n\n"
    cursor.insertText(f"{before}{_BEGIN}{words}\n\n")
    note.setTextCursor(cursor)
    note.setFocus()
    note.ensureCursorVisible()
