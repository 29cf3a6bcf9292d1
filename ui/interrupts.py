"""Ctrl+C in the terminal and a polite kill close the window as the user would."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class Interrupts(QObject):
    """Wakes the event loop through a socket, since Python's own handlers wait until Python runs."""

    def __init__(self, on_interrupt: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._read, self._write = socket.socketpair()
        for end in (self._read, self._write):
            end.setblocking(False)
        self._before = signal.set_wakeup_fd(self._write.fileno())
        self._handlers = {which: signal.signal(which, _ignore) for which in (signal.SIGINT, signal.SIGTERM)}
        self._on_interrupt = on_interrupt
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)

    def stop(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        for which, handler in self._handlers.items():
            signal.signal(which, handler)
        self._read.close()
        self._write.close()

    def _on_woken(self) -> None:
        self._read.recv(64)
        self._on_interrupt()


def _ignore(_signal: int, _frame: object) -> None:
    """The notifier acts."""
