"""What was said last, and what lies unfinished."""

from functools import partial

from coachjournal.queries.today import LATEST, Note, TodayPage
from ui.context import Context
from ui.screens.drafts import DraftRows
from ui.widgets.buttons import spoken_key
from ui.widgets.folded_rows import FoldedRows
from ui.widgets.open_row import OpenRow
from ui.widgets.sheet import Sheet
from ui.widgets.text import SectionTitle

_MOST_DRAFTS = 3


class NotesSheet(Sheet):
    """Two lists on one sheet; each row opens what it tells of."""

    def __init__(self, context: Context) -> None:
        super().__init__("Latest notes", name="today.notesSheet")
        self._context = context
        self._notes = FoldedRows(name="today.notes")
        self._draft_title = SectionTitle("Drafts", "picked up where you left off")
        self.drafts = DraftRows(context, name="today.drafts")
        self.add(self._notes)
        self.rows.addSpacing(4)
        self.add(self._draft_title)
        self.add(self.drafts)
        self.rows.addStretch(1)

    def show_page(self, page: TodayPage) -> None:
        self._notes.show_rows(
            page.notes,
            self._note,
            room=LATEST,
            empty=f"What you write down appears here. {spoken_key('Ctrl+N')} starts a note from anywhere.",
        )
        self.drafts.show_drafts(page.drafts, room=_MOST_DRAFTS)
        for widget in (self._draft_title, self.drafts):
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
