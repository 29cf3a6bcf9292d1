"""The one place that shows messages: what was done, what the journal refuses, what is broken."""

import logging
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coachjournal.changes import Change
from coachjournal.errors import Rejected, StorageUnavailable
from ui.widgets.notices import Banner, BugDialog, Step, UndoBar


class Messages(QObject):
    """Speaks over `host` (the pages of the window) and never stops anyone; only a bug opens a dialog."""

    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.bar = UndoBar(host)
        self.banner = Banner(name="banner")
        self._bug: BugDialog | None = None
        self._thrown: Step | None = None

    def changed(self, change: Change) -> None:
        """Say what a change did, with the way back."""
        self.bar.say(change.words, undo=self.undo_wanted.emit if change.undoable else None)

    def undone(self, change: Change | None) -> None:
        if change is None:
            self.note("There is nothing to undo.")
        else:
            self.bar.say(change.words, redo=self.redo_wanted.emit)

    def redone(self, change: Change | None) -> None:
        if change is None:
            self.note("There is nothing to do again.")
        else:
            self.bar.say(change.words, undo=self.undo_wanted.emit)

    def note(self, words: str, *steps: Step) -> None:
        """Say something that needs no answer, perhaps with a step or two to go on with: ("Open", open_it)."""
        self.bar.say(words, steps=steps)

    def thrown_away(self, words: str, back: Callable[[], object]) -> None:
        """Say that something went which the journal's undo does not know: while it is said, Ctrl+Z brings it back."""
        self._thrown = (words, back)
        self.bar.say(words, undo=self._bring_back)

    def take_back(self) -> bool:
        """Bring back what was thrown away, if that is what the bar tells of."""
        if self.bar.isHidden() or self._thrown is None or self.bar.words != self._thrown[0]:
            return False
        self.bar.hide()
        self._bring_back()
        return True

    def refused(self, refusal: Rejected) -> None:
        self.bar.say(refusal.sentence)

    def storage_unavailable(self, trouble: StorageUnavailable, retry: Callable[[], object] | None = None) -> None:
        """Say what is wrong with the file, and offer to try again where it is known what was tried."""
        self.banner.say(trouble.sentence, "Try again", retry)

    def done(self, retry: Callable[[], object]) -> None:
        """Something succeeded: if it is what the banner offers to try again, nobody should do it twice."""
        if self.banner.offers(retry):
            self.banner.hide()

    def bug(self, error: BaseException, trace: TracebackType | None) -> None:
        """Show a mistake of ours, one at a time, and write it to the log."""
        logging.getLogger(__name__).error("A mistake in Coach Journal", exc_info=(type(error), error, trace))
        if self._bug is None:
            self._bug = BugDialog(self._host, "".join(traceback.format_exception(type(error), error, trace)))
            self._bug.destroyed.connect(self._on_bug_closed)
            self._bug.open()

    def catch_everything(self) -> None:
        """Show whatever no one caught instead of losing it."""
        sys.excepthook = self._on_uncaught

    def _on_uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, Rejected):
            self.refused(error)
        elif isinstance(error, StorageUnavailable):
            self.storage_unavailable(error)
        elif issubclass(kind, Exception):
            self.bug(error, trace)
        else:
            sys.__excepthook__(kind, error, trace)

    def _bring_back(self) -> None:
        thrown, self._thrown = self._thrown, None
        if thrown is not None:
            thrown[1]()

    def _on_bug_closed(self) -> None:
        self._bug = None
