"""A conversation that has only begun: it is taken away again when its page is left and nothing came of it."""

from contextlib import suppress

from coachjournal.changes import Change
from coachjournal.commands.begun import leave_begun
from coachjournal.errors import StorageUnavailable
from coachjournal.journal import Journal
from coachjournal.queries.drafts import KeptDraft

_COMES_OF_IT = frozenset(
    {"commitment", "rating", "check_in", "answer", "agenda_item", "field_call", "observation"}
    | {"conversation_deal", "deal_change"}
)
"""What a person may do on the page of a conversation besides writing: then it took place, though nothing is written."""


class OnlyBegun:
    """Whether the conversation in sight `is_so`; its draft tells."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.is_so = self._happened = False

    def look_at(self, draft: KeptDraft | None) -> None:
        self.is_so, self._happened = draft is not None and bool(draft.fields.get("begun")), False

    def hear(self, change: Change) -> None:
        """Something was done on its page."""
        self._happened = self._happened or bool(change.topics & _COMES_OF_IT)

    def took_place(self) -> None:
        """It was said so, without a word written."""
        self._happened = True

    def leave(self, conversation_id: int) -> None:
        """Where the file takes nothing just now, the draft tells of it at the next start."""
        self.is_so = False
        with suppress(StorageUnavailable):
            self._journal.do(leave_begun, conversation_id=conversation_id, happened=self._happened)
