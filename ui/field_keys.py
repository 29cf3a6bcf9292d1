"""Who hears a key that both a text field and the window know.

Ctrl+Z is the field's own while it has typing to take back, else the journal's. Ctrl+K, which some platforms' fields
use to delete to the end of the line, is always the window's.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_UNDO, _REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
_DELETE_LINE = QKeySequence.StandardKey.DeleteEndOfLine


class FieldKeys(QObject):
    """Watches only the text field in focus: it would otherwise swallow the key even with nothing to undo."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = event.matches(_UNDO), event.matches(_REDO)
            not_its_own = (undo and not _can_undo(watched)) or (redo and not _can_redo(watched))
            if not_its_own or event.matches(_DELETE_LINE):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _on_focus(self, left: QWidget | None, entered: QWidget | None) -> None:
        if left is not None:
            left.removeEventFilter(self)
        if isinstance(entered, QLineEdit | QPlainTextEdit | QTextEdit):
            entered.installEventFilter(self)


def _can_undo(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    return isinstance(field, QPlainTextEdit | QTextEdit) and field.document().isUndoAvailable()


def _can_redo(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable()
    return isinstance(field, QPlainTextEdit | QTextEdit) and field.document().isRedoAvailable()
