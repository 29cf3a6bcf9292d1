"""One window a journal: a second start brings the first window to the front and ends."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from PySide6.QtCore import QLockFile, QObject

if TYPE_CHECKING:  # the network module is only brought in once the window is painted
    from PySide6.QtNetwork import QLocalServer

_WAIT_MS = 1000


class OneWindow(QObject):
    """Holds the lock beside the journal file while this window has it open."""

    def __init__(self, journal: Path) -> None:
        super().__init__()
        place = str(journal.resolve())  # however it was spelt, or linked to
        self._name = f"coachjournal-{crc32(place.encode()):08x}"
        self._lock = QLockFile(place + ".lock")
        self._lock.setStaleLockTime(0)  # only a dead process lets go, however long it runs
        self._server: QLocalServer | None = None

    def is_first(self) -> bool:
        """Take the journal for this window; False when another window has it."""
        if self._lock.tryLock(0):
            return True
        return self._lock.error() is not QLockFile.LockError.LockFailedError

    def raise_first(self) -> bool:
        """Ask the first window to come to the front; False when it does not answer."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT_MS):
            return False
        socket.disconnectFromServer()
        return True

    def listen(self, on_raise: Callable[[], object]) -> None:
        """Hear of second starts."""
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)
        self._server.newConnection.connect(lambda: self._on_second_start(on_raise))
        self._server.listen(self._name)

    def release(self) -> None:
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _on_second_start(self, on_raise: Callable[[], object]) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.deleteLater()
        on_raise()
