"""The one background lane: long work one after the other, answers on the main thread."""

import threading
from collections.abc import Callable
from queue import SimpleQueue
from time import monotonic
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from ui.listening import is_there

T = TypeVar("T")

_SECONDS_BETWEEN_PROGRESS = 0.05  # more often than this nobody sees


class Cancelled(Exception):  # noqa: N818 - no error: the user changed their mind
    """Raised inside work that was told to stop; the work undoes itself on the way out."""


class Task:
    """One piece of work in the lane. `cancel` asks it to stop; it does so when it next reports how far it is."""

    def __init__(self, tell: Callable[[float, str], None]) -> None:
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
            self._tell(share, words)


class Worker(QObject):
    """Owned by the app for its whole life. Nothing here blocks the main thread, except `close`, which waits."""

    _answer = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane: SimpleQueue[tuple[Task, Callable[[], None]] | None] = SimpleQueue()
        self._waiting: set[Task] = set()
        self._closed = False
        self._answer.connect(self._deliver)
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

        def tell(share: float, words: str) -> None:
            if progress is not None:
                self._send(progress, share, words)

        task = Task(tell)

        def job() -> None:
            try:
                task.progress(0.0)
                answer = work(task)
            except Cancelled:
                self._send(cancelled or _nothing)
            except Exception as error:  # noqa: BLE001 - it is raised or told on the main thread
                self._send(failed or _raise, error)
            else:
                self._send(then, answer)

        self._waiting.add(task)
        self._lane.put((task, job))
        return task

    def close(self) -> None:
        """Ask everything to stop and wait until the lane is empty."""
        self._closed = True
        for task in tuple(self._waiting):
            task.cancel()
        self._lane.put(None)
        self._thread.join()

    def _work_off(self) -> None:
        while (entry := self._lane.get()) is not None:
            task, job = entry
            job()
            self._waiting.discard(task)

    def _send(self, listener: Callable[..., object], *values: object) -> None:
        self._answer.emit((listener, values))

    def _deliver(self, answer: tuple[Callable[..., object], tuple[Any, ...]]) -> None:
        listener, values = answer
        if not self._closed and is_there(listener):
            listener(*values)


def _raise(error: Exception) -> None:
    raise error


def _nothing() -> None:
    pass
