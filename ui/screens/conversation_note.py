"""The sheet a conversation is written on. Every word is kept while it is typed; leaving it is one change."""

from typing import Any

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QWidget

from coachjournal.changes import Change
from coachjournal.commands.begun import page_slot
from coachjournal.commands.draft import Promise
from coachjournal.commands.revision import bring_back
from coachjournal.queries.conversation_page import ConversationPage
from coachjournal.queries.drafts import KeptDraft, kept_draft
from coachjournal.queries.revisions import EarlierVersion, earlier_versions
from coachjournal.queries.template import template_headings
from coachjournal.rules.conversation import ConversationKind
from ui.context import Context
from ui.draft_keeper import DraftKeeper
from ui.note_tokens import NoteTokens
from ui.screens.conversation_chips import ConversationChips
from ui.screens.conversation_commitments import ConversationCommitments
from ui.screens.conversation_headings import Headings
from ui.screens.conversation_only_begun import OnlyBegun
from ui.screens.conversation_reps_words import RepsWords
from ui.screens.conversation_saving import Saving, Written
from ui.screens.conversation_versions import Versions
from ui.spelling.note_spelling import NoteSpelling
from ui.widgets.note_pad import NotePad
from ui.widgets.picked_up import PickedUp
from ui.widgets.sheet import Line, Sheet
from ui.widgets.text import Text

_FEWEST, _MOST = 12, 26
"""Lines of text: the note grows with what is written on it, from this many to that many."""


class NoteSheet(Sheet):
    """Chips, the note, what was agreed. `kept` and `troubled` tell how saving goes."""

    kept = Signal()
    troubled = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(name="conversation.note")
        self._context = context
        self._page: ConversationPage | None = None
        self._saved = self._aside = ""
        self._saved_reps = self._aside_reps = ""
        self._height = 0
        self._keeper = DraftKeeper(context.journal, self._worth_keeping, self)
        self._saving = Saving(context, self.finish_all, self)
        self._only_begun = OnlyBegun(context.journal)
        self._chips = ConversationChips(context)
        self._picked_up = PickedUp("Back to what was saved", name="conversation.pickedUp")
        self.pad = NotePad(name="conversation.text", label="Note", on_page=True)
        self.text = self.pad.text
        self._headings = Headings(self.text)
        self._tokens = NoteTokens(context, self.text)
        self._purpose = Text("", "muted", wrap=True)
        self._reps_words = RepsWords()
        for note in (self.text, self._reps_words.text):
            NoteSpelling(context, note, lambda: self._keeper.slot)
        self._commitments = ConversationCommitments(context)
        above = (self._chips, self._picked_up, self._reps_words, self._purpose)
        below = (Line(), self._commitments)
        self.around: tuple[QWidget, ...] = (*above, *below)
        """All that stands on the sheet besides the note."""
        for widget in (*above, self.pad, *below):
            self.add(widget, stretch=widget is self.pad)
        self._connect()

    def show_page(self, page: ConversationPage) -> None:
        """Show a conversation. Words being typed stay as they are when the same one is shown again."""
        before, self._page = self._page, page
        same = page.shows_same_as(before)
        other_kind = before is not None and before.head.kind is not page.head.kind
        self._chips.show_page(page)
        self._commitments.show_page(page)
        self._tokens.be_about(page.head.rep_id, page.head.rep, page.head.conversation_id)
        self._show_rest(page)
        if not same:
            self._begin(page)
        elif not self._is_written_on and (self._is_other(page) or other_kind):
            self._show_saved(page.head.text, page.head.reps_words)
        self._understand()

    def stand(self, height: int) -> None:
        """Fill this height, so that what was agreed stays in sight under a short note."""
        self._height = height
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Rows came or went under the note."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def finish(self, *, goes_on: bool = False) -> bool:
        """Make what was written part of the conversation: one step of undo, however long it was written on.

        Answers whether the file has the words now, be it as a draft. `goes_on`: the page is not left, or has other
        words that could not be kept; then it stays though it was only begun.
        """
        if self._page is None:
            return True
        kept = self._keeper.flush()
        if self._is_unfinished:
            return self._write_here(self._page) or kept
        if self._only_begun.is_so and not goes_on:
            self._keeper.settle()
            self._only_begun.leave(self._page.head.conversation_id)
        return True

    def took_place(self) -> None:
        """It was said so: leaving the page takes nothing away."""
        self._only_begun.took_place()

    def look_again(self) -> None:
        """The page is opened again: what was planned for today may have been begun anew."""
        page = self._page
        draft = page and self._context.journal.ask(kept_draft, slot=page_slot(page.head.conversation_id))
        if draft and draft.fields.get("begun") and not self._only_begun.is_so:
            self._only_begun.look_at(draft)
            self._keeper.keep_in(self._keeper.slot, in_file=True)
        self.pad.write()

    def leave(self) -> None:
        """Finish, and be ready for another conversation."""
        self.finish()
        self._keeper.keep_in("", in_file=False)
        self._page = None

    def hand_over(self) -> bool:
        """Let go of a conversation that goes on in another window, which finds it as a draft, headings and all.

        Answers whether the file has the words.
        """
        if self._page is None or not self._keeper.flush():
            return False
        self._keeper.keep_in("", in_file=False)
        self._page, self._only_begun.is_so = None, False
        return True

    def show_versions(self) -> None:
        """Earlier states of the note, against what stands here now, which stays unfinished."""
        if self._page is not None:
            now = self._headings.written
            Versions(self._context, self._page.head.conversation_id, now, self._bring_back).open()

    def toggle_private(self) -> None:
        """Mark the whole note private, or no longer."""
        self._chips.toggle_private()

    @property
    def words(self) -> str:
        """The note as it is to be kept, and what stands in the line below it."""
        promise = self._commitments.line.promise
        return "\n\n".join(filter(None, (self._headings.written, promise.text if promise else "")))

    def finish_all(self) -> bool:
        """Finish this one and those that could not be when they were left; whether the file has all words now."""
        kept = self.finish(goes_on=True)
        here = None if self._page is None else self._page.head.conversation_id
        return self._saving.catch_up(besides=here) and kept

    # ------------------------------------------------------------------------------------------- inside

    @property
    def _is_unfinished(self) -> bool:
        return self._is_written_on or self._commitments.line.promise is not None

    @property
    def _is_written_on(self) -> bool:
        return self._headings.written != self._saved or self._reps_words.source != self._saved_reps

    def _is_other(self, page: ConversationPage) -> bool:
        """Whether the journal has other words than were shown: undo, another window."""
        return (page.head.text, page.head.reps_words) != (self._saved, self._saved_reps)

    def _connect(self) -> None:
        self.text.edited.connect(self._keeper.touch)
        self._reps_words.edited.connect(self._keeper.touch)
        self.text.said.connect(self._context.messages.note)
        self.text.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._tokens.understood.connect(self._understand)
        self._tokens.wanted.connect(self._commitments.make)
        self._commitments.understood.changed.connect(self._keeper.touch)
        self._commitments.line.edited.connect(self._keeper.touch)
        self._commitments.line.listen(self._tokens.listener)
        self._keeper.kept.connect(self.kept)
        self._keeper.troubled.connect(self.troubled)
        self._saving.saved.connect(self._on_saved)
        self._picked_up.turned.connect(self._on_turned)
        self._context.bus.changed.connect(self._on_changed)

    def _fit(self) -> None:
        line, written = self.fontMetrics().lineSpacing(), self.text.document().size().height()
        tall = max(self.minimumSizeHint().height(), self.rows.totalMinimumHeightForWidth(self.width()))  # chips wrap
        room = self._height - (tall - self.text.minimumHeight())
        self.text.setMinimumHeight(max(min(round(written) + line, line * _MOST), line * _FEWEST, room))

    def _worth_keeping(self) -> dict[str, Any] | None:
        if self._page is None or not (self._is_unfinished or self._only_begun.is_so):
            return None
        head, written = self._page.head, self._is_written_on or not self._only_begun.is_so
        promise = self._commitments.line.promise
        return {
            "rep_id": head.rep_id,
            "kind": head.kind.value,
            "text": self.text.source if written else "",
            "reps_words": self._reps_words.source if written else "",
            "corrected": self._commitments.understood.corrections,
            "in_line": promise and promise.kept,
            "headings": self._headings.mine,
            "begun": self._only_begun.is_so,
        }

    def _begin(self, page: ConversationPage) -> None:
        slot = page_slot(page.head.conversation_id)
        draft = self._context.journal.ask(kept_draft, slot=slot)
        self._keeper.keep_in(slot, in_file=draft is not None)
        self._only_begun.look_at(draft)
        self._commitments.understood.begin(draft.fields.get("corrected") if draft else None)
        self._show_saved(page.head.text, page.head.reps_words)
        unwritten = self._saving.take_back(page.head.conversation_id)
        in_line = draft.fields.get("in_line") if draft else None
        kept = Promise.of_kept(in_line) if in_line else None
        self._commitments.begin(unwritten.in_line if unwritten else kept)
        if unwritten is not None:
            self._put_in(unwritten.text, unwritten.reps_words)
        elif draft is not None and (
            draft.fields["text"] or draft.fields.get("reps_words") or not self._only_begun.is_so
        ):
            self._pick_up(draft)
        self.pad.write()

    def _pick_up(self, draft: KeptDraft) -> None:
        """Words that were typed and not finished, when the power failed perhaps. Undo leads to what was saved."""
        self._headings.mine = tuple(draft.fields.get("headings", ()))
        self._put_in(draft.fields["text"], draft.fields.get("reps_words", self._saved_reps))
        if self._is_written_on:
            self._picked_up.offer(self._context.locale.day_and_time(draft.kept_at))
        else:
            self._keeper.touch()  # it says what the journal says by now: let go of it

    def _put_in(self, text: str, reps_words: str) -> None:
        """Write words as if they were typed."""
        self.text.write(text)
        self._headings.go_on()
        if reps_words != self._reps_words.source:
            self._reps_words.write(reps_words)
            self._reps_words.show()

    def _show_saved(self, text: str, reps_words: str) -> None:
        self._saved, self._saved_reps = text, reps_words
        self._reps_words.show_source(reps_words)
        self._headings.put_in(() if text else self._template())
        if text:
            self.text.show_source(text)
        self._purpose.setVisible(bool(self._headings.mine and self._purpose.text()))
        self._picked_up.hide()
        self._understand()

    def _understand(self) -> None:
        """Show what the note promises by now; what stood in it when it was saved was made or turned down then."""
        if self._page is not None:
            self._commitments.understand(self._headings.written, self._saved, self._tokens.listener())

    def _template(self) -> tuple[str, ...]:
        if self._page is None:
            return ()
        head = self._page.head
        return self._context.journal.ask(template_headings, kind=head.kind, first_name=head.first_name)

    def _show_rest(self, page: ConversationPage) -> None:
        head = page.head
        self.setProperty("private", head.private)
        for widget in (self, self.text, self._reps_words.text):
            widget.style().polish(widget)
        self.text.setPlaceholderText(head.purpose)
        self._purpose.setText(head.purpose)
        self._reps_words.call(head.first_name)
        self._reps_words.setVisible(head.kind is not ConversationKind.IN_PASSING or bool(head.reps_words))

    def _on_turned(self, aside: bool) -> None:
        if aside:
            self._aside, self._aside_reps = self.text.source, self._reps_words.source
        self._put_in(*((self._saved, self._saved_reps) if aside else (self._aside, self._aside_reps)))

    def _on_changed(self, change: Change) -> None:
        """The file takes something again: perhaps it now takes what it did not."""
        if self.isVisible():
            self._only_begun.hear(change)
        if self._saving.is_behind:
            QTimer.singleShot(0, self, self.finish_all)

    def _bring_back(self, version: EarlierVersion) -> None:
        """Finish what stands here, so that undo leads back to it; then one step makes the earlier version the note."""
        if self._page is None or (self._is_written_on and not self._write_here(self._page)):
            return
        kept = self._context.journal.ask(earlier_versions, conversation_id=self._page.head.conversation_id)
        revision_id = next((each.revision_id for each in kept if each.text == version.text), None)
        if revision_id is not None:
            self._context.do(bring_back, revision_id=revision_id)

    def _write_here(self, page: ConversationPage) -> bool:
        self._understand()
        in_line = self._commitments.line.promise
        promises = (*self._commitments.understood.promises, *([in_line] if in_line else ()))
        written = Written(self._headings.written, self._reps_words.source, promises, in_line)
        return self._saving.write(page.head.conversation_id, written)

    def _on_saved(self, conversation_id: int, written: Written) -> None:
        if self._keeper.slot == page_slot(conversation_id):
            self._keeper.settle()
            self._only_begun.is_so = False
            self._commitments.begin(None)
            self._show_saved(written.text, written.reps_words)
            self.kept.emit()
