"""One conversation: the note to write on, what was agreed under it, what to have in mind beside it.

The page has three parts: the sheet with the note at the left, the sheets of this kind of conversation over or under it,
the side at the right. A part is a widget with `show_page`; it is made in `__init__` and named in `_lay_out`.
"""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachjournal.commands.conversation import delete_conversation
from coachjournal.commands.taking_place import call_off, plan_again, took_place
from coachjournal.queries.agenda import rep_of_conversation
from coachjournal.queries.conversation_page import ConversationPage, conversation_page
from coachjournal.rules.sections import with_line
from ui.context import Context
from ui.screens.beside import Beside
from ui.screens.conversation_calls import CallsSheet
from ui.screens.conversation_deal_review import DealReviewSheet
from ui.screens.conversation_evening import EveningSheet
from ui.screens.conversation_focus import FocusMode
from ui.screens.conversation_note import NoteSheet
from ui.screens.conversation_pipeline import PipelineSheet
from ui.screens.conversation_seen import SeenSheet
from ui.screens.conversation_side import ConversationSide
from ui.screens.conversation_steps import CALL_OFF, LEFT_OUT, PLAN_AGAIN, TOOK_PLACE, PageSteps, Step
from ui.screens.conversation_words import head_aside, title_of
from ui.screens.screen import Screen
from ui.unsaved import Unsaved
from ui.widgets.buttons import PlainButton, PrimaryButton, spoken_key
from ui.widgets.note_quote import quote
from ui.widgets.parts import Parts
from ui.widgets.private_mark import PrivateMark
from ui.widgets.saved_mark import SavedMark
from ui.widgets.sheet import EmptyState, Sheet

_AROUND = 40
"""Pixels above and below the sheets together."""
_BETWEEN = 16
_NOTE, _SIDE = 68, 32  # shares of the width
_GAP = 8
"""Pixels at the right of the note, as many as at the left of the side; the bar of the note is in between."""
_BESIDE = 90
"""Characters of width from which the goals and questions fit beside the note."""

UNKEPT = "What you wrote about a conversation is not kept yet. Closing once more leaves it behind."


class ConversationScreen(Screen):
    """Ctrl+Enter and Esc both go back and both keep everything."""

    topics = frozenset(
        {"conversation", "conversation_deal", "commitment", "rep", "deal", "account", "goal", "check_in", "skill"}
        | {"field_call", "observation", "question", "question_set", "template", "agenda_item", "rating"}
        | {"coaching_action", "signal"}
    )

    titled = Signal(str)

    def __init__(self, context: Context, *, alone: bool = False) -> None:
        """`alone` is the page in a window of its own."""
        super().__init__(context)
        self._alone = alone
        self._leave: Callable[[], object] = context.window.close if alone else context.navigator.go_back
        self._conversation_id: int | None = None
        self._warned = False
        self._note = NoteSheet(context)
        self._calls, self._evening = CallsSheet(context), EveningSheet(context)
        self._review = DealReviewSheet(context)
        self._over = (self._review, PipelineSheet(context), self._calls)
        self._writing = (self._note, *self._over, self._evening)
        """Where words are written that saving may fail for."""
        self._seen = SeenSheet(context)
        self._sheets = (self._evening, self._seen)
        self._side = ConversationSide(context)
        self._private = PrivateMark(name="conversation.isPrivate")
        self._saved = SavedMark(name="conversation.saved")
        self._unsaved = Unsaved(context, self._written, name="conversation.unsaved")
        self._more = PageSteps(self, self._steps(), name="conversation.more")
        self._focus = FocusMode(self, self._note, self._find_rest)
        self._make_header()
        self._lay_out()
        self._parts = Parts(self, self._find_parts)
        self._connect()

    def open_item(self, item_id: int) -> None:
        if item_id != self._conversation_id:
            self._evening.leave()
            self._calls.leave()
            self._note.leave()
            self._saved.forget()
            self._unsaved.forget()
            self._conversation_id = item_id
            self.show_top()
            self._beside.show_top()
        else:
            self._note.look_again()
            self._calls.look_again()
        self.refresh()

    def rep_in_sight(self) -> int | None:
        wanted = self._conversation_id
        return None if wanted is None else self.context.journal.ask(rep_of_conversation, conversation_id=wanted)

    def show_first(self, words: str) -> None:
        """Stand at the first place in the note that has these words."""
        self._note.pad.show_first(words)

    def load(self) -> None:
        wanted = self._conversation_id
        page = None if wanted is None else self.context.journal.ask(conversation_page, conversation_id=wanted)
        for part in (self._content, self._side):
            part.setVisible(page is not None)
        self._gone.setVisible(page is None)
        self._more.offer(there=page is not None)
        if page is None:
            self.header.say("Conversation")
            self._private.hide()
            self._make_room()
        else:
            self._show_page(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What lies beside the note goes below it where there is no room."""
        super().resizeEvent(event)
        self._focus.stand()
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._make_room()

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self._leave_focus()
            self._finish()
        super().hideEvent(event)

    def may_close(self) -> bool:
        """Only asking again leaves words behind that cannot be kept."""
        self._leave_focus()
        kept = all((self._finish(), self._calls.finish_all(), self._note.finish_all()))
        may, self._warned = kept or self._warned, not kept
        if not may:
            self.context.messages.note(UNKEPT)
        return may

    def _show_page(self, page: ConversationPage) -> None:
        head = page.head
        title = title_of(head.kind, head.rep)
        self.header.say(title, head_aside(head, self.context.locale))
        self._private.setVisible(head.private)
        self._more.leave_out(LEFT_OUT[head.status])
        self.titled.emit(title)
        self._note.show_page(page)
        for sheet in (*self._over, *self._sheets):
            sheet.show_page(page)
        self._side.show_page(page)
        self._focus.hold()
        self._make_room()

    def _connect(self) -> None:
        self._connect_ride_along()
        for sheet in self._writing:
            sheet.kept.connect(self._on_kept)
            sheet.troubled.connect(self._on_troubled)
        self._side.asked.connect(partial(quote, self._note.text))
        self._review.ended.connect(self._note.text.setFocus)
        self._note.pad.hear_keys(self)
        for keys, do in (("Esc", self._on_esc), ("Ctrl+Enter", self._on_done), ("F11", self._on_focus)):
            QShortcut(QKeySequence(keys), self, do)

    def _connect_ride_along(self) -> None:
        self._calls.past_last.connect(self._evening.begin)
        self._evening.for_note.connect(self._on_for_note)
        for keys, by in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._step_calls, by))

    def _make_header(self) -> None:
        self.header.add_action(self._private)
        self.header.add_action(self._saved)
        self.header.add_action(self._more)
        self.header.add_action(PlainButton("Focus", self._on_focus, name="conversation.focus", hint="F11"))
        self.header.add_action(PrimaryButton("Done", self._on_done, name="conversation.done", key="Ctrl+Return"))

    def _lay_out(self) -> None:
        self._content = QWidget()
        written = QVBoxLayout(self._content)
        written.setContentsMargins(0, 0, 0, 0)
        written.setSpacing(_BETWEEN)
        for sheet in (*self._over, self._note, *self._sheets):
            written.addWidget(sheet)
        written.addStretch(1)
        self._gone = EmptyState(
            f"This conversation is not in the journal. {spoken_key('Ctrl+Z')} may bring it back.",
            "All conversations",
            lambda: self.context.navigator.open_page("journal"),
        )
        self._gone.hide()
        self.put_under_header(self._unsaved)
        self.body.addWidget(self._content)
        self.body.addWidget(self._gone)
        self._beside = Beside(self._side, self.body)
        self.put_beside(self._beside, page=_NOTE, beside=_SIDE)
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda *_: self._note.text.keep_cursor_in_sight())

    def _find_parts(self) -> Iterable[QWidget]:
        """The sheets over the note, the note, those under it, those of the side."""
        return (*self._over, self._note.text, *self._sheets, *self._side.findChildren(Sheet))

    def _make_room(self) -> None:
        """The side stands beside the note if both have room; a note with nothing over it fills what is left."""
        if not self._focus.is_on:
            wide = self.width() >= self.fontMetrics().averageCharWidth() * _BESIDE
            self._beside.put(beside=wide)
            self._beside.setVisible(wide and not self._content.isHidden())
            margins = self.body.contentsMargins()
            margins.setRight(_GAP if wide else margins.left())
            self.body.setContentsMargins(margins)
        filled = any(not sheet.isHidden() for sheet in self._over)
        head = 0 if self.header.isHidden() else self.header.height()
        under = sum(sheet.sizeHint().height() + _BETWEEN for sheet in self._sheets if not sheet.isHidden())
        self._note.stand(0 if filled else self.height() - head - _AROUND - under)

    def _find_rest(self) -> Iterable[QWidget]:
        return (self.header, *self._over, *self._sheets, self._side, self._beside)

    def _finish(self) -> bool:
        """Keep all that is being written on the page; whether the file has it now, be it as drafts."""
        kept = [part.finish() for part in (*self._over, *self._sheets, self._side)]
        return self._note.finish(goes_on=not all(kept)) and all(kept)

    def _steps(self) -> Iterable[Step]:
        yield TOOK_PLACE, "", self._on_took_place
        yield CALL_OFF, "", partial(self._on_status, call_off)
        yield PLAN_AGAIN, "", partial(self._on_status, plan_again)
        yield "Earlier versions…", "Ctrl+Shift+H", self._note.show_versions
        yield "Write down what was seen…", "", self._seen.write
        yield "Whole note private, or public again", "Alt+Shift+P", self._note.toggle_private
        if not self._alone:
            yield "Open in a window of its own", "Ctrl+Shift+O", self._on_own_window
        yield "Delete", "", self._on_delete

    def _on_took_place(self) -> None:
        self._note.took_place()
        self._on_status(took_place)

    def _on_status(self, command: Callable[..., None]) -> None:
        if self._conversation_id is not None:
            self.context.do(command, conversation_id=self._conversation_id)

    def next_call(self) -> bool:
        """To the next call of a ride-along; False in another conversation."""
        return self._calls.next_call()

    def _step_calls(self, by: int) -> None:
        if self._evening.is_here:
            if by < 0:
                self._calls.go_to_last()
        else:
            self._calls.step(by)

    def _on_for_note(self, heading: str, line: str) -> None:
        self._note.text.write(with_line(self._note.text.source, heading, line))

    def _on_kept(self) -> None:
        self._saved.saved(self.context.locale.second(self.context.journal.clock.now()))
        self._unsaved.settle()

    def _written(self) -> str:
        """All that stands on the page and may not be in the file."""
        return "\n\n".join(filter(None, (sheet.words for sheet in self._writing)))

    def _on_troubled(self, sentence: str) -> None:
        self._saved.troubled(sentence)
        self._unsaved.tell(sentence)

    def _on_own_window(self) -> None:
        if self._conversation_id is not None and self._note.hand_over():
            wanted, self._conversation_id = self._conversation_id, None
            self._leave()
            self.context.navigator.open_in_own_window(wanted)

    def _on_focus(self) -> None:
        """Only the note, or everything again as it is now."""
        self._focus.toggle()
        self._make_room()
        if not self._focus.is_on:
            self.refresh()

    def _leave_focus(self) -> None:
        self._focus.leave()
        self._make_room()

    def _on_esc(self) -> None:
        if self._focus.is_on:
            self._on_focus()
        else:
            self._on_done()

    def _on_done(self) -> None:
        self._finish()
        self._leave()

    def _on_delete(self) -> None:
        if self._conversation_id is None:
            return
        self._evening.leave()
        self._calls.leave()
        self._note.leave()
        self.context.do(delete_conversation, conversation_id=self._conversation_id)
        self._leave()
