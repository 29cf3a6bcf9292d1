"""Keeps what is being typed: at most a second after a key it is on the disk."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from coachjournal.commands.draft import drop_draft, keep_draft
from coachjournal.errors import StorageUnavailable

if TYPE_CHECKING:
    from coachjournal.journal import Journal

_SOON = 1000
"""Milliseconds from the first key that is not kept yet; with the write itself well under two seconds."""


class DraftKeeper(QObject):
    """Asks `read` for the fields of an editor when they are due; None says there is nothing worth keeping.

    A write takes about a millisecond and happens where the typing does, so that nothing can come between.
    When it fails, `troubled` says why and the keeper tries again until it succeeds.
    """

    kept = Signal()
    troubled = Signal(str)

    def __init__(self, journal: "Journal", read: Callable[[], dict[str, Any] | None], parent: QObject) -> None:
        super().__init__(parent)
        self._journal, self._read = journal, read
        self.slot = ""
        self._in_file = False
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.setInterval(_SOON)
        self._due.timeout.connect(self._keep)

    def keep_in(self, slot: str, *, in_file: bool) -> None:
        """From now on keep under this slot, in which there is or is not a draft already."""
        self._due.stop()
        self.slot, self._in_file = slot, in_file

    @property
    def in_file(self) -> bool:
        """Whether the slot holds a draft."""
        return self._in_file

    def touch(self) -> None:
        """Something was typed."""
        if not self._due.isActive():
            self._due.start()

    def flush(self) -> bool:
        """Keep at once what was typed last; False when that failed, and the words stand nowhere but in the window."""
        if self._due.isActive():
            self._keep()
        return not self._due.isActive()

    def let_go(self) -> None:
        """What was typed has become something else by a command that knows no draft: nothing is worth keeping."""
        self.touch()
        self.flush()

    def settle(self) -> None:
        """What was typed is in the journal itself now, and the draft is gone."""
        self._due.stop()
        self._in_file = False

    def _keep(self) -> None:
        self._due.stop()
        fields = self._read()
        try:
            if fields is not None:
                self._journal.do(keep_draft, slot=self.slot, fields=fields)
            elif self._in_file:
                self._journal.do(drop_draft, slot=self.slot)
        except StorageUnavailable as trouble:
            self.troubled.emit(trouble.sentence)
            self._due.start()
        else:
            self._in_file = fields is not None
            if self._in_file:
                self.kept.emit()
