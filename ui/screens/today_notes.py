"""What was said last, and what lies unfinished."""

import re
from functools import partial

from coachjournal.queries.today import LATEST, Note, TodayPage, UnfinishedDraft
from coachjournal.rules.words import counted
from ui.context import Context, Navigator
from ui.widgets.buttons import spoken_key
from ui.widgets.folded_rows import FoldedRows
from ui.widgets.open_row import OpenRow
from ui.widgets.sheet import Sheet
from ui.widgets.text import SectionTitle

_MOST_DRAFTS = 3
_CONVERSATION = re.compile(r"\D*conversation\D*(\d+)(?:\.\w+(?::\d+)?)?")
"""A conversation, or a part of its page."""


class NotesSheet(Sheet):
    """Two lists on one sheet; each row opens what it tells of."""

    def __init__(self, context: Context) -> None:
        super().__init__("Latest notes", name="today.notesSheet")
        self._context = context
        self._notes = FoldedRows(name="today.notes")
        self._draft_title = SectionTitle("Drafts", "picked up where you left off")
        self._drafts = FoldedRows(name="today.drafts")
        self.add(self._notes)
        self.rows.addSpacing(4)
        self.add(self._draft_title)
        self.add(self._drafts)
        self.rows.addStretch(1)

    def show_page(self, page: TodayPage) -> None:
        self._notes.show_rows(
            page.notes,
            self._note,
            room=LATEST,
            empty=f"What you write down appears here. {spoken_key('Ctrl+N')} starts a note from anywhere.",
        )
        self._drafts.show_rows(page.drafts, self._draft, room=_MOST_DRAFTS, empty="")
        for widget in (self._draft_title, self._drafts):
            widget.setVisible(bool(page.drafts))

    def _note(self, note: Note) -> OpenRow:
        kind, day = note.kind.label.lower(), self._context.locale.near_day(note.held_on)
        below = note.first_line or ("Private note" if note.private else "Nothing written")
        row = OpenRow(
            f"{note.rep}, {kind} {day}: {below}",
            partial(self._context.navigator.open_conversation, note.conversation_id),
            name=f"note.{note.conversation_id}",
        )
        row.add_lines(note.rep, f"{kind}, {day}", below)
        return row

    def _draft(self, draft: UnfinishedDraft) -> OpenRow:
        title, aside = draft_title(draft), f"{draft_age(draft, self._context)}, {counted(draft.words, 'word')}"
        row = OpenRow(
            f"Continue: {title}, {aside}", partial(continue_draft, draft, self._context.navigator), name=draft.slot
        )
        row.add_lines(title, aside, "")
        return row


def draft_title(draft: UnfinishedDraft) -> str:
    """What was being written: "Ride-along with Will Novak", "New conversation"."""
    kind = draft.kind.label if draft.kind else "New conversation"
    return f"{kind} with {draft.rep}" if draft.rep else kind


def draft_age(draft: UnfinishedDraft, context: Context) -> str:
    return context.locale.near_day(draft.kept_at.astimezone().date())


def continue_draft(draft: UnfinishedDraft, navigator: Navigator) -> None:
    """Open what the draft belongs to: a conversation that was being changed, else the quick log."""
    conversation = _CONVERSATION.fullmatch(draft.slot)
    if conversation:
        navigator.open_conversation(int(conversation[1]))
    else:
        navigator.log_conversation()
