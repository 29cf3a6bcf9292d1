"""One journal open in one window, from the first paint to the last save."""

import gc
import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from ui.bringing_in import bring_in, bring_in_the_core
from ui.frame import Frame
from ui.garbage import Garbage
from ui.one_window import OneWindow

if TYPE_CHECKING:  # brought in behind the painted frame
    from coachjournal.clock import Clock
    from coachjournal.journal import Journal
    from ui.main_window import MainWindow
    from ui.pages import Place
    from ui.spelling.spelling import Spelling
    from ui.theme import Theme
    from ui.worker import Task, Worker

_YIELD_SECONDS = 0.0005  # while modules come in behind it, the window gets the interpreter back this often
_NEEDED_FIRST = ("ui.locale", "ui.screens.screen", "ui.spelling.spelling")
# Not the rep page: matplotlib, which it draws with, weighs as much as all the rest and is fetched when first wanted.
_WANTED_SOON = ("ui.finding", "ui.screens.brief", "ui.editors.rep", "ui.editors.quick_log")


class Desk(QObject):
    """Shows the frame at once; then, a step at a time, the window inside it, the journal, and what is wanted soon."""

    ready = Signal()
    """Everything is in."""
    journal_wanted = Signal(object)

    def __init__(
        self, settings: QSettings, frame: Frame, path: Path, clock: "Clock | None", dress: "Callable[[], Theme]"
    ) -> None:
        super().__init__()
        self._settings, self._path, self._clock, self._dress = settings, path, clock, dress
        self._journal: Journal | None = None
        self.worker: Worker | None = None
        self.window: MainWindow | None = None
        self._spelling: Spelling | None = None
        self.one_window = OneWindow(path)
        self._garbage = Garbage(self)
        self.frame = frame
        self.frame.painted.connect(self._on_painted)

    def close(self) -> None:
        """Wait for what is running, fold the journal up, let go of it."""
        self.frame.close()
        if self._spelling is not None:
            self._spelling.close()
        if self.worker is not None:
            self.worker.close()
        if self._journal is not None:
            self._journal.close()
        self.one_window.release()
        self.frame.deleteLater()

    def _on_painted(self) -> None:
        """Dress, furnish, bring in: the event loop breathes before each step."""
        QTimer.singleShot(0, self, self._get_dressed)

    def _get_dressed(self) -> None:
        self._dress()
        QTimer.singleShot(0, self, self._fetch_window)

    def _fetch_window(self) -> None:
        import_module("ui.main_window")
        QTimer.singleShot(0, self, self._furnish)

    def _furnish(self) -> None:
        from ui.main_window import MainWindow
        from ui.worker import Worker

        self.window = MainWindow(self._dress(), self._settings)
        self.window.journal_wanted.connect(self.journal_wanted)
        self.window.messages.catch_everything()
        self.frame.closing.connect(self.window.keep_state)
        self.frame.put_inside(self.window)
        self.frame.may_close = self.window.pages.may_close
        gc.disable()  # from here on there is another thread, and it must not be the one that clears away widgets
        self.worker = Worker(self)
        QTimer.singleShot(0, self, partial(self._bring_in, self.window, self.worker))

    def _bring_in(self, window: "MainWindow", worker: "Worker") -> None:
        """Open the journal in the lane, and with it all that the first page needs."""
        sys.setswitchinterval(_YIELD_SECONDS)
        again = partial(self._bring_in, window, worker)
        worker.run(
            self._open, partial(self._on_opened, window, worker), lambda error: self._on_failed(window, again, error)
        )

    def _open(self, _task: "Task") -> "Journal":
        from coachjournal.journal import open_journal
        from coachjournal.queries.team import team

        self._journal = open_journal(self._path, clock=self._clock)
        bring_in_the_core(_NEEDED_FIRST)
        self._journal.ask(team)  # the first answer takes the longest
        return self._journal

    def _on_opened(self, window: "MainWindow", worker: "Worker", journal: "Journal") -> None:
        from PySide6.QtCore import Qt

        from ui.bus import Bus
        from ui.context import Context
        from ui.locale import Locale
        from ui.spelling.spelling import Spelling

        window.pages.moved.connect(partial(self._prepare, worker), Qt.ConnectionType.SingleShotConnection)
        bus = Bus(self)
        bus.listen_to(journal)
        locale = Locale(journal.clock)
        self._spelling = Spelling(journal, bus, worker, locale=locale.name, parent=self)
        self._spelling.ready.connect(gc.freeze)
        window.attach(
            Context(
                journal=journal,
                bus=bus,
                worker=worker,
                messages=window.messages,
                navigator=window.ways,
                locale=locale,
                spelling=self._spelling,
                settings=self._settings,
                window=window,
            )
        )
        self.one_window.listen(self.frame.come_forward)

    def _prepare(self, worker: "Worker", _place: "Place") -> None:
        """Once the first page is in sight, bring in what the next ones will need."""
        for module in _WANTED_SOON[:-1]:
            bring_in(worker, (module,), _nothing)
        bring_in(worker, _WANTED_SOON[-1:], self._settle)

    def _settle(self) -> None:
        """What stays for good need not be looked through for garbage again."""
        gc.freeze()
        self._garbage.take_over()
        self.ready.emit()

    def _on_failed(self, window: "MainWindow", again: Callable[[], object], error: Exception) -> None:
        from coachjournal.errors import StorageUnavailable
        from ui.trouble import TroublePage

        self._garbage.take_over()
        if not isinstance(error, StorageUnavailable):
            raise error
        window.show_trouble(
            TroublePage(
                error.sentence, self._path, on_retry=again, on_open=window.open_journal, on_quit=self.frame.close
            )
        )


def _nothing() -> None:
    pass
