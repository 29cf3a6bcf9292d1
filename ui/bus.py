"""Carries the journal's changes, told on whichever thread wrote, to the main thread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from coachjournal.changes import Change

if TYPE_CHECKING:
    from coachjournal.journal import Journal


class Bus(QObject):
    """`changed` is heard on the main thread, after the file has the change."""

    changed = Signal(object)
    _heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard.connect(self._tell, Qt.ConnectionType.AutoConnection)

    def listen_to(self, journal: "Journal") -> None:
        """Tell of this journal's changes until the journal is closed."""
        journal.subscribe(self._heard.emit)

    def _tell(self, change: Change) -> None:
        self.changed.emit(change)
