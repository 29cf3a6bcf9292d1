"""The earlier versions of a note: when each was written, what has changed since, and the way back to it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeySequence, QShortcut, QTextCharFormat
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QTextEdit, QVBoxLayout

from coachjournal.queries.revisions import EarlierVersion, earlier_versions
from coachjournal.rules.comparing import Fate, Piece, compared, counts
from coachjournal.rules.words import counted
from ui.context import Context
from ui.theme import tokens
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.text import Text

_CHARACTERS, _LINES = 110, 26
_MARGIN = 48
"""Pixels of the page that stay in sight around it."""
_LIST, _TEXT = 34, 66  # shares of the width
_SHOWN = 80
"""Characters of a first line; the list cuts what it has no room for."""
NONE_YET = "There is no earlier version. Each time you finish writing, what stood here before is kept."


class Versions(QDialog):
    """Ctrl+Shift+H on a note. Arrow keys choose, Enter brings back, Esc leaves everything as it is."""

    def __init__(
        self, context: Context, conversation_id: int, text: str, bring_back: Callable[[EarlierVersion], object]
    ) -> None:
        """`text` is the note as it is being written."""
        super().__init__(context.window)
        self._context, self._now, self._bring_back = context, text, bring_back
        self._versions = context.journal.ask(earlier_versions, conversation_id=conversation_id, now=text)
        self.setObjectName("versions")
        self.setWindowTitle("Earlier versions")
        self.setAccessibleName("Earlier versions")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._make_parts()
        self._lay_out()
        self._fill()

    def bring_back(self) -> None:
        """Make the version in sight the note again."""
        version = self._chosen
        if version is not None:
            self.accept()
            self._bring_back(version)

    @property
    def _chosen(self) -> EarlierVersion | None:
        row = self._list.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def _make_parts(self) -> None:
        self._list = QListWidget()
        self._list.setObjectName("versions.list")
        self._list.setAccessibleName("Earlier versions, the latest first")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentRowChanged.connect(lambda _row: self._show())
        self._list.itemActivated.connect(lambda _item: self.bring_back())
        self._since = Text("", "muted", wrap=True)
        self._since.setObjectName("versions.since")
        self._text = QTextEdit()
        self._text.setObjectName("versions.text")
        self._text.setProperty("role", "note")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._back = PrimaryButton("Bring this back", self.bring_back, name="versions.bringBack", hint="Return")
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.bring_back)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(Text("Earlier versions", "title"))
        column.addWidget(self._since)
        halves = QHBoxLayout()
        halves.setSpacing(12)
        halves.addWidget(self._list, _LIST)
        halves.addWidget(self._text, _TEXT)
        column.addLayout(halves, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(QuietButton("Close", self.reject, name="versions.close", hint="Esc"))
        foot.addWidget(self._back)
        column.addLayout(foot)
        room, metrics = self._context.window.size(), self.fontMetrics()
        wide, high = metrics.averageCharWidth() * _CHARACTERS, metrics.lineSpacing() * _LINES
        self.resize(min(wide, room.width() - _MARGIN), min(high, room.height() - _MARGIN))

    def _fill(self) -> None:
        for version in self._versions:
            when = self._context.locale.day_and_time(version.written_at)
            first = version.first_line[:_SHOWN]
            item = QListWidgetItem(f"{when}, {counted(version.words, 'word')}\n{first}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{when}, {counted(version.words, 'word')}: {first}")
            self._list.addItem(item)
        there = bool(self._versions)
        for widget in (self._list, self._text, self._back):
            widget.setVisible(there)
        if there:
            self._list.setCurrentRow(0)
            self._list.setFocus()
        else:
            self._since.setText(NONE_YET)
            self.adjustSize()

    def _show(self) -> None:
        version = self._chosen
        if version is None:
            return
        pieces = compared(version.text, self._now)
        added, removed = counts(pieces)
        since = f"Since then: +{counted(added, 'word')}, underlined; −{counted(removed, 'word')}, struck out."
        self._since.setText(since)
        self._text.setAccessibleName(f"What has changed since {self._context.locale.day_and_time(version.written_at)}")
        self._text.setAccessibleDescription(since)
        self._write(pieces)

    def _write(self, pieces: tuple[Piece, ...]) -> None:
        self._text.clear()
        cursor = self._text.textCursor()
        for piece in pieces:
            cursor.insertText(piece.words, _look(piece.fate))
        cursor.setPosition(0)
        self._text.setTextCursor(cursor)


def _look(fate: Fate) -> QTextCharFormat:
    """Tinted, and never by colour alone."""
    look, colours = QTextCharFormat(), tokens()
    if fate is Fate.ADDED:
        look.setBackground(QColor(colours.people_tint))
        look.setForeground(QColor(colours.people_strong))
        look.setFontUnderline(True)
    elif fate is Fate.REMOVED:
        look.setBackground(QColor(colours.red_tint))
        look.setForeground(QColor(colours.red))
        look.setFontStrikeOut(True)
    return look
