"""One conversation: the note to write on, what was agreed under it, what to have in mind beside it.

The page has three parts: the sheet with the note at the left, the sheets of this kind of conversation over or under it,
the side at the right. A part is a widget with `show_page`; it is made in `__init__` and named in `_lay_out`.
"""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coachjournal.commands.conversation import delete_conversation
from coachjournal.queries.conversation_page import ConversationPage, conversation_page
from ui.context import Context
from ui.screens.conversation_calls import CallsSheet
from ui.screens.conversation_deal_review import DealReviewSheet
from ui.screens.conversation_note import NoteSheet
from ui.screens.conversation_side import ConversationSide
from ui.screens.conversation_words import head_aside, title_of
from ui.screens.screen import Screen
from ui.widgets.buttons import PrimaryButton, QuietButton, spoken_key
from ui.widgets.parts import Parts
from ui.widgets.saved_mark import SavedMark
from ui.widgets.sheet import EmptyState, Sheet

_AROUND = 40
"""Pixels above and below the sheets together."""
_NOTE, _SIDE = 69, 31  # shares of the width
_BESIDE = 90
"""Characters of width from which the goals and questions fit beside the note."""

UNKEPT = "What you wrote about a conversation is not kept yet. Closing once more leaves it behind."


class ConversationScreen(Screen):
    """Ctrl+Enter and Esc both go back and both keep everything."""

    topics = frozenset(
        {"conversation", "conversation_deal", "commitment", "rep", "deal", "account", "goal", "check_in", "skill"}
        | {"field_call", "observation", "question", "question_set", "template"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._conversation_id: int | None = None
        self._warned = False
        self._note = NoteSheet(context)
        self._over = (DealReviewSheet(context),)
        self._sheets = (CallsSheet(context),)
        self._side = ConversationSide(context)
        self._saved = SavedMark(name="conversation.saved")
        self._delete = QuietButton("Delete", self._on_delete, name="conversation.delete")
        self._make_header()
        self._lay_out()
        self._note.kept.connect(self._on_kept)
        self._note.troubled.connect(self._saved.troubled)
        self._parts = Parts(self, self._find_parts)
        for keys in ("Esc", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._on_done, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def open_item(self, item_id: int) -> None:
        if item_id != self._conversation_id:
            self._note.leave()
            self._saved.forget()
            self._conversation_id = item_id
        self.refresh()

    def load(self) -> None:
        wanted = self._conversation_id
        page = None if wanted is None else self.context.journal.ask(conversation_page, conversation_id=wanted)
        self._content.setVisible(page is not None)
        self._gone.setVisible(page is None)
        self._delete.setEnabled(page is not None)
        if page is None:
            self.header.say("Conversation")
        else:
            self._show_page(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What lies beside the note goes below it where there is no room."""
        super().resizeEvent(event)
        self._make_room()
        wide = self.width() >= self.fontMetrics().averageCharWidth() * _BESIDE
        self._halves.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self._finish()
        super().hideEvent(event)

    def may_close(self) -> bool:
        """Only asking again leaves words behind that cannot be kept."""
        kept = self._note.finish_all()
        may, self._warned = kept or self._warned, not kept
        if not may:
            self.context.messages.note(UNKEPT)
        return may

    def _show_page(self, page: ConversationPage) -> None:
        head = page.head
        self.header.say(title_of(head.kind, head.rep), head_aside(head, self.context.locale))
        self._note.show_page(page)
        for sheet in (*self._over, *self._sheets):
            sheet.show_page(page)
        self._make_room()
        self._side.show_page(page)

    def _make_header(self) -> None:
        self.header.add_action(self._saved)
        self.header.add_action(self._delete)
        self.header.add_action(PrimaryButton("Done", self._on_done, name="conversation.done", key="Ctrl+Return"))

    def _lay_out(self) -> None:
        self._content = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._content)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(16)
        written = QVBoxLayout()
        written.setSpacing(16)
        for sheet in (*self._over, self._note, *self._sheets):
            written.addWidget(sheet)
        written.addStretch(1)
        self._halves.addLayout(written, _NOTE)
        self._halves.addWidget(self._side, _SIDE)
        self._gone = EmptyState(
            f"This conversation is not in the journal. {spoken_key('Ctrl+Z')} may bring it back.",
            "All conversations",
            lambda: self.context.navigator.open_page("journal"),
        )
        self._gone.hide()
        self.body.addWidget(self._content, 1)
        self.body.addWidget(self._gone)

    def _find_parts(self) -> Iterable[QWidget]:
        """The sheets over the note, the note, those under it, those of the side."""
        return (*self._over, self._note.text, *self._sheets, *self._side.findChildren(Sheet))

    def _make_room(self) -> None:
        """A note with nothing over it fills the page."""
        filled = any(not sheet.isHidden() for sheet in self._over)
        self._note.stand(0 if filled else self.height() - self.header.height() - _AROUND)

    def _finish(self) -> None:
        for sheet in self._over:
            sheet.finish()
        self._note.finish()

    def _on_kept(self) -> None:
        self._saved.saved(self.context.locale.second(self.context.journal.clock.now()))

    def _on_done(self) -> None:
        self._finish()
        self.context.navigator.go_back()

    def _on_delete(self) -> None:
        if self._conversation_id is None:
            return
        self._note.leave()
        self.context.do(delete_conversation, conversation_id=self._conversation_id)
        self.context.navigator.go_back()
