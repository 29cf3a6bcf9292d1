"""The conversation the list stands on, to read: its note, what was agreed, and its calls."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QTextEdit, QVBoxLayout, QWidget

from coachjournal.queries.conversation_page import ConversationPage, conversation_page
from coachjournal.queries.rep_page import RepCommitment
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import Side
from coachjournal.rules.search_place import marked
from coachjournal.rules.search_words import Phrase
from ui.context import Context
from ui.screens.conversation_calls_read import Told, told_call
from ui.screens.conversation_words import head_aside, title_of
from ui.theme import icon, tokens
from ui.widgets.buttons import PlainButton, QuietButton
from ui.widgets.note_reader import NoteReader
from ui.widgets.scrolling import scroll_on_sheet
from ui.widgets.sheet import Line, Sheet
from ui.widgets.text import ElidedLabel, Text
from ui.widgets.text_places import qt_places

_LOCK = 16
_LATER_MS = 60
"""A key held down walks along the list; the note is read where it comes to rest."""
_MOST_LINES = 2_000
"""Of a note that are looked through for the words: further down nobody sees a tint for a long time."""
_OVER_HIT = 80
"""Pixels of the note above the first word found."""
_PRIVATE = "This note is private. Open it to read it."


class PreviewSheet(Sheet):
    """A private note shows that it is one and nothing else: somebody may be looking over the shoulder."""

    def __init__(self, context: Context) -> None:
        super().__init__(name="journal.preview")
        self.setAccessibleName("Preview")
        self._context = context
        self._has_room = True
        self._conversation_id: int | None = None
        self._phrases: tuple[Phrase, ...] = ()
        self._first = 0
        """Where the first word found is to be brought into sight, in pixels; 0 is where one is anyway."""
        self._title = ElidedLabel("", "section")
        self._when = Text("", "aside", wrap=True)
        self._when.setObjectName("journal.preview.when")
        self._lock = QLabel()
        self._nothing = Text("", "muted", wrap=True)
        self.open = PlainButton("Open", name="journal.open", hint="Return")
        self.delete = QuietButton("Delete", name="journal.delete", hint="Del")
        self.reader = NoteReader(name="journal.preview.note")
        self._below = QWidget()
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self._on_rest)
        self._make_reader()
        self._lay_out()

    def make_room(self, *, wide: bool) -> None:
        """Without room the sheet is not there, and no note is read for it."""
        if wide != self._has_room:
            self._has_room = wide
            self._load()

    def look_for(self, phrases: tuple[Phrase, ...]) -> None:
        """Tint these words from now on."""
        self._phrases = phrases

    def show_conversation(self, conversation_id: int | None) -> None:
        """In a moment, unless another one is wanted by then."""
        self._conversation_id = conversation_id
        self._later.start()

    def changeEvent(self, event: QEvent) -> None:
        """Tints and locks are painted in the colours in force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._conversation_id is not None:
            self._later.start()

    def _on_rest(self) -> None:
        if self.window().isVisible():
            self._load()

    def _load(self) -> None:
        self._later.stop()
        ask, wanted = self._context.journal.ask, self._conversation_id if self._has_room else None
        page = None if wanted is None else ask(conversation_page, conversation_id=wanted)
        self.setVisible(page is not None)
        if page is not None:
            self._show(page)

    # ------------------------------------------------------------------------------------------- inside

    def _show(self, page: ConversationPage) -> None:
        head, private = page.head, page.head.private
        self._title.setText(title_of(head.kind, head.rep))
        self._when.setText(head_aside(head, self._context.locale))
        closed = private or not head.text.strip()
        self._nothing.setText(_PRIVATE if private else "Nothing is written down.")
        self._nothing.setVisible(closed)
        self._lock.setVisible(private)
        self._lock.setPixmap(icon("lock", tokens().amber).pixmap(_LOCK, _LOCK))
        self._scroll.setVisible(not private)
        self.reader.setVisible(not closed)
        self.reader.read("" if closed else head.text)
        self._show_below(() if private else tuple(self._rest(page)))
        self.setProperty("private", private)
        self.style().polish(self)
        self._fit()
        self._tint()

    def _rest(self, page: ConversationPage) -> Iterator[QWidget]:
        """What belongs to the conversation besides its note."""
        if page.commitments:
            yield Told("Agreed", "", (self._agreed(each, page.head.first_name) for each in page.commitments))
        for call in page.calls:
            yield told_call(call, page.head.focus_skill, self._context.locale)

    def _agreed(self, commitment: RepCommitment, first_name: str) -> tuple[str, str]:
        """Who, what, and how it stands."""
        who = "You:" if commitment.owner is Side.MANAGER else f"{first_name}:"
        still_open, due = commitment.status is CommitmentStatus.OPEN, commitment.due_on
        state = self._context.locale.due(due) if still_open and due else commitment.status.label.lower()
        return who, f"{commitment.text} ({state})"

    def _show_below(self, widgets: tuple[QWidget, ...]) -> None:
        old = self._below
        self._below = QWidget()
        rows = QVBoxLayout(self._below)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        if widgets:
            rows.addWidget(Line())
        for widget in widgets:
            rows.addWidget(widget)
        self._inside.replaceWidget(old, self._below)
        old.hide()
        old.deleteLater()

    def _fit(self) -> None:
        """The note is as high as it is long; the sheet scrolls it together with what follows."""
        self.reader.text.setFixedHeight(round(self.reader.text.document().size().height()) + 2)

    def _tint(self) -> None:
        """Tint the words and bring the first into sight."""
        hits = list(self._hits())
        self.reader.text.setExtraSelections(hits)
        self._scroll.verticalScrollBar().setValue(0)
        self._first = self.reader.text.cursorRect(hits[0].cursor).top() - _OVER_HIT if hits else 0
        self._go_to_first()

    def _go_to_first(self) -> None:
        """Once the sheet is laid out that far; then the person scrolls."""
        bar = self._scroll.verticalScrollBar()
        if 0 < self._first <= bar.maximum() + self._scroll.viewport().height():
            if self._first > self._scroll.viewport().height() - 2 * _OVER_HIT:
                bar.setValue(self._first)
            self._first = 0

    def _hits(self) -> Iterator[QTextEdit.ExtraSelection]:
        block, lines = self.reader.text.document().begin(), 0
        while self._phrases and block.isValid() and lines < _MOST_LINES:
            place = qt_places(block.text())
            for start, length in marked(block.text(), self._phrases).marks:
                hit = QTextEdit.ExtraSelection()
                hit.cursor = QTextCursor(block)
                hit.cursor.setPosition(block.position() + place(start))
                hit.cursor.setPosition(block.position() + place(start + length), QTextCursor.MoveMode.KeepAnchor)
                hit.format.setBackground(QColor(tokens().amber_line))
                yield hit
            block, lines = block.next(), lines + 1

    def _make_reader(self) -> None:
        self.reader.text.setProperty("page", True)
        self.reader.text.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self.delete)
        head.addWidget(self.open)
        self.rows.addLayout(head)
        self.add(self._when)
        closed = QHBoxLayout()
        closed.setSpacing(8)
        closed.addWidget(self._lock)
        closed.addWidget(self._nothing, 1)
        self.rows.addLayout(closed)
        self._inside_widget = QWidget()
        self._inside_widget.setObjectName("journal.preview.inside")
        self._inside = QVBoxLayout(self._inside_widget)
        self._inside.setContentsMargins(0, 0, 8, 0)
        self._inside.setSpacing(12)
        self._inside.addWidget(self.reader)
        self._inside.addWidget(self._below)
        self._inside.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("journal.preview.scroll")
        scroll_on_sheet(self._scroll, self._inside_widget)
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._go_to_first())
        self.add(self._scroll, 1)
        self.rows.addStretch()
