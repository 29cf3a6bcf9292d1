"""Writes notes into the journal. What it will not take now is tried again as soon as it takes something else."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from coachjournal.commands.begun import page_slot
from coachjournal.commands.draft import Promise, finish_text
from coachjournal.errors import Rejected, StorageUnavailable
from ui.context import Context


class Written(NamedTuple):
    """What was written in a conversation, what the rep said of it, and what it promises."""

    text: str
    reps_words: str
    promises: tuple[Promise, ...]
    in_line: Promise | None
    """A commitment that was being written below the note; one of the promises, too."""


class Saving(QObject):
    """Each note on its own values, since another conversation may be in sight. `saved` carries which, and its words."""

    saved = Signal(int, object)

    def __init__(self, context: Context, again: Callable[[], object], parent: QObject) -> None:
        """`again` is what to try when the file could not be written."""
        super().__init__(parent)
        self._context, self._again = context, again
        self._unwritten: dict[int, Written] = {}

    @property
    def is_behind(self) -> bool:
        """Whether there are words that could not be written yet."""
        return bool(self._unwritten)

    def take_back(self, conversation_id: int) -> Written | None:
        """The words of a conversation that could not be written, to be shown again."""
        return self._unwritten.pop(conversation_id, None)

    def write(self, conversation_id: int, written: Written) -> bool:
        """False when it is worth trying again."""
        self._unwritten.pop(conversation_id, None)
        try:
            self._context.journal.do(
                finish_text,
                slot=page_slot(conversation_id),
                conversation_id=conversation_id,
                text=written.text,
                reps_words=written.reps_words,
                promises=written.promises,
            )
        except Rejected as refusal:
            self._context.messages.refused(refusal)
        except StorageUnavailable as trouble:
            self._unwritten[conversation_id] = written
            self._context.messages.storage_unavailable(trouble, retry=self._again)
            return False
        else:
            self.saved.emit(conversation_id, written)
            self._context.messages.done(self._again)
        return True

    def catch_up(self, *, besides: int | None) -> bool:
        """Write what could not be written, besides this conversation; whether the file has all of it now."""
        while left := [each for each in self._unwritten if each != besides]:
            if not self.write(left[0], self._unwritten[left[0]]):
                return False
        return True
