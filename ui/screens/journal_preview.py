"""The conversation the list stands on, to read."""

from PySide6.QtWidgets import QHBoxLayout, QLabel

from coachjournal.queries.journal_page import Preview, journal_preview
from ui.context import Context
from ui.screens.conversation_words import title_of, when_and_how_long
from ui.theme import icon, tokens
from ui.widgets.buttons import PlainButton, QuietButton
from ui.widgets.note_edit import NoteEdit
from ui.widgets.sheet import Sheet
from ui.widgets.text import ElidedLabel, Text

_LOCK = 16
_PRIVATE = "This note is private. Open it to read it."


class PreviewSheet(Sheet):
    """A private note shows that it is one and nothing else: somebody may be looking over the shoulder."""

    def __init__(self, context: Context) -> None:
        super().__init__(name="journal.preview")
        self.setAccessibleName("Preview")
        self._context = context
        self._has_room = True
        self._conversation_id: int | None = None
        self._title = ElidedLabel("", "section")
        self._when = Text("", "aside", wrap=True)
        self._when.setObjectName("journal.preview.when")
        self._lock = QLabel()
        self.open = PlainButton("Open", name="journal.open", hint="Return")
        self.delete = QuietButton("Delete", name="journal.delete", hint="Del")
        self._text = NoteEdit(name="journal.preview.text", label="Note")
        self._text.setProperty("page", True)
        self._text.setReadOnly(True)
        self._nothing = Text("", "muted", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self.delete)
        head.addWidget(self.open)
        self.rows.addLayout(head)
        self.add(self._when)
        note = QHBoxLayout()
        note.setSpacing(8)
        note.addWidget(self._lock)
        note.addWidget(self._nothing, 1)
        self.rows.addLayout(note)
        self.add(self._text, 1)
        self.rows.addStretch()

    def make_room(self, *, wide: bool) -> None:
        """Without room the sheet is not there, and no note is read for it."""
        if wide != self._has_room:
            self._has_room = wide
            self.show_conversation(self._conversation_id)

    def show_conversation(self, conversation_id: int | None) -> None:
        self._conversation_id = conversation_id
        ask, wanted = self._context.journal.ask, conversation_id if self._has_room else None
        preview = None if wanted is None else ask(journal_preview, conversation_id=wanted)
        self.setVisible(preview is not None)
        if preview is not None:
            self._show(preview)

    def _show(self, preview: Preview) -> None:
        when = when_and_how_long(preview.held_on, preview.starts_at, preview.minutes, self._context.locale)
        self._title.setText(title_of(preview.kind, preview.rep))
        self._when.setText(when)
        closed = preview.private or not preview.text.strip()
        self._nothing.setText(_PRIVATE if preview.private else "Nothing is written down.")
        self._nothing.setVisible(closed)
        self._lock.setVisible(preview.private)
        self._lock.setPixmap(icon("lock", tokens().amber).pixmap(_LOCK, _LOCK))
        self._text.setVisible(not closed)
        self._text.show_source("" if closed else preview.text)
        self.setProperty("private", preview.private)
        self.style().polish(self)
