"""One journal open in one window, from the first paint to the last save."""

import gc
import sys
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal

from coachjournal.clock import Clock
from coachjournal.errors import StorageUnavailable
from ui.bus import Bus
from ui.context import Context
from ui.main_window import MainWindow
from ui.one_window import OneWindow
from ui.theme import Theme
from ui.trouble import TroublePage
from ui.worker import Task, Worker

if TYPE_CHECKING:  # brought in behind the painted window
    from coachjournal.journal import Journal

_YIELD_SECONDS = 0.0005  # while modules come in behind it, the window gets the interpreter back this often
_NEEDED_FIRST = ("coachjournal.queries.team", "ui.locale")
_WANTED_SOON = (
    "coachjournal.commands.rep",
    "ui.finding",
    "ui.editors.quick_log",
    "ui.screens.rep",
)


class Desk(QObject):
    """Makes the window at once and brings the journal in behind it."""

    ready = Signal()

    def __init__(self, theme: Theme, settings: QSettings, path: Path, clock: Clock) -> None:
        super().__init__()
        self._settings, self._path, self._clock = settings, path, clock
        self._journal: Journal | None = None
        self.one_window = OneWindow(path)
        self.worker = Worker(self)
        self.bus = Bus(self)
        self.window = MainWindow(theme, settings)
        self.window.painted.connect(self.bring_in)

    def bring_in(self) -> None:
        """Open the journal in the lane, and with it all that the first page needs."""
        sys.setswitchinterval(_YIELD_SECONDS)
        gc.disable()  # a collection over half-imported modules would hold the window up
        self.worker.run(self._open, self._on_opened, self._on_failed)

    def close(self) -> None:
        """Wait for what is running, fold the journal up, let go of it."""
        self.window.close()
        self.worker.close()
        if self._journal is not None:
            self._journal.close()
        self.one_window.release()
        self.window.deleteLater()

    def come_forward(self) -> None:
        """A second start asked for this window."""
        self.window.setWindowState(self.window.windowState() & ~self.window.windowState().WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def _open(self, _task: Task) -> "Journal":
        from coachjournal.journal import open_journal

        self._journal = open_journal(self._path, clock=self._clock)
        for module in _NEEDED_FIRST:
            import_module(module)
        return self._journal

    def _on_opened(self, journal: "Journal") -> None:
        from ui.locale import Locale

        self.bus.listen_to(journal)
        self.window.attach(
            Context(
                journal=journal,
                bus=self.bus,
                worker=self.worker,
                messages=self.window.messages,
                navigator=self.window,
                locale=Locale(self._clock),
                settings=self._settings,
                window=self.window,
            )
        )
        self.one_window.listen(self.come_forward)
        for module in _WANTED_SOON:
            self.worker.run(partial(_bring_in_module, module), lambda _module: None)
        self.worker.run(lambda _task: None, lambda _nothing: self._settle())

    def _settle(self) -> None:
        """Everything is in: what stays for good need not be looked through for garbage again."""
        gc.enable()
        gc.freeze()
        self.ready.emit()

    def _on_failed(self, error: Exception) -> None:
        gc.enable()
        if not isinstance(error, StorageUnavailable):
            raise error
        self.window.show_trouble(
            TroublePage(
                error.sentence,
                self._path,
                on_retry=self.bring_in,
                on_open=self.window.open_journal,
                on_quit=self.window.close,
            )
        )


def _bring_in_module(name: str, _task: Task) -> None:
    import_module(name)
