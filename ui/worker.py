"""The one background lane: long work one after the other, answers on the main thread."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from time import monotonic
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from coachjournal.errors import StorageUnavailable
from ui.listening import is_there

T = TypeVar("T")

_SECONDS_BETWEEN_PROGRESS = 0.05  # more often than this nobody sees


class Cancelled(Exception):  # noqa: N818 - no error: the user changed their mind
    """Raised inside work that was told to stop; the work undoes itself on the way out."""


@dataclass(slots=True)
class Listeners:
    """Who hears of a piece of work; usually methods of widgets."""

    then: Callable[[Any], object]
    failed: Callable[[Exception], object]
    cancelled: Callable[[], object]
    progress: Callable[[float, str], object]


class Task:
    """One piece of work in the lane. `cancel` asks it to stop; it does so when it next reports how far it is."""

    def __init__(self, work: "Callable[[Task], object]", listeners: Listeners, tell: "Telling") -> None:
        self.work: Callable[[Task], object] | None = work
        self.listeners: Listeners | None = listeners
        self.outcome: Callable[[], object] | None = None
        """What is to be told, once the work has ended."""
        self._tell = tell
        self._stop = threading.Event()
        self._told = 0.0

    def cancel(self) -> None:
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        return self._stop.is_set()

    def progress(self, share: float, words: str = "") -> None:
        """Called from inside the work: how far it is (0 to 1). Raises Cancelled when it should stop."""
        if self.cancelled:
            raise Cancelled
        if monotonic() - self._told >= _SECONDS_BETWEEN_PROGRESS:
            self._told = monotonic()
            self._tell(self, share, words)

    def carry_out(self) -> None:
        """Do the work, in the lane."""
        if self.work is None or self.listeners is None:
            return
        try:
            self.progress(0.0)
            self.outcome = partial(self.listeners.then, self.work(self))
        except Cancelled:
            self.outcome = self.listeners.cancelled
        except Exception as error:  # noqa: BLE001 - it is raised or told on the main thread
            self.outcome = partial(self.listeners.failed, error)

    def let_go(self) -> None:
        """Forget, on the main thread, all that may hold a widget: whoever forgets last is who clears it away."""
        self.work = self.listeners = self.outcome = None


Telling = Callable[[Task, float, str], object]


class Worker(QObject):
    """Owned by the app for its whole life. Nothing here blocks the main thread, except `close`, which waits."""

    _ended = Signal(object)
    _told = Signal(object, float, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane: SimpleQueue[Task | None] = SimpleQueue()
        self._waiting: set[Task] = set()
        self._closed = False
        self._ended.connect(self._on_ended)
        self._told.connect(self._on_told)
        # `close` waits for it; should the main thread die without that, the process must not live on unseen.
        self._thread = threading.Thread(target=self._work_off, name="lane", daemon=True)
        self._thread.start()

    def run(
        self,
        work: Callable[[Task], T],
        then: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
        progress: Callable[[float, str], object] | None = None,
        cancelled: Callable[[], object] | None = None,
    ) -> Task:
        """Do `work(task)` in the lane; exactly one of `then`, `failed`, `cancelled` hears of it on the main thread.

        Without `failed`, an error is raised on the main thread. An answer to a widget that is gone is dropped, and so
        is every answer once the lane is closed: whoever asked is on the way out, and the journal is shut.
        """
        listeners = Listeners(then, failed or _raise, cancelled or _nothing, progress or _nothing)
        task = Task(work, listeners, self._told.emit)
        self._waiting.add(task)
        self._lane.put(task)
        return task

    def close(self) -> None:
        """Ask everything to stop and wait until the lane is empty."""
        self._closed = True
        for task in tuple(self._waiting):
            task.cancel()
        self._lane.put(None)
        self._thread.join()
        for task in self._waiting:
            task.let_go()
        self._waiting.clear()

    def _work_off(self) -> None:
        while (task := self._lane.get()) is not None:
            task.carry_out()
            self._ended.emit(task)

    def _on_ended(self, task: Task) -> None:
        outcome = task.outcome
        self._waiting.discard(task)
        task.let_go()
        self._hear(outcome)

    def _on_told(self, task: Task, share: float, words: str) -> None:
        if task.listeners is not None:
            self._hear(partial(task.listeners.progress, share, words))

    def _hear(self, outcome: Callable[[], object] | None) -> None:
        if outcome is not None and not self._closed and is_there(outcome):
            outcome()


def told_elsewhere(error: Exception) -> None:
    """For what is nice to know: while the file cannot be read, the page in sight says so."""
    if not isinstance(error, StorageUnavailable):
        raise error


def _raise(error: Exception) -> None:
    raise error


def _nothing(*_told: object) -> None:
    pass
