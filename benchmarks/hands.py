"""Keys pressed in the real window, offscreen and in this process, and the time each takes until all is painted."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QSettings, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.app import App
from ui.desk import Desk

SETTLED = 1_000
"""Milliseconds after which a page is in sight, and the lane has answered."""


@contextmanager
def window_on(path: Path) -> Iterator[Desk]:
    """The window as it is in use, on a journal."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qt = QApplication.instance() or QApplication([])
    if not isinstance(qt, QApplication):
        raise TypeError("Qt was started without widgets")
    with TemporaryDirectory() as folder:
        app = App(qt, QSettings(str(Path(folder) / "window.ini"), QSettings.Format.IniFormat))
        app.open(path)
        if app.desk is None:
            raise RuntimeError("the window did not open")
        loop = QEventLoop()
        app.desk.ready.connect(loop.quit)
        loop.exec()
        app.desk.frame.resize(1360, 860)
        pause(SETTLED)
        yield app.desk
        app.close()


def pause(milliseconds: int) -> None:
    """Let the window do what is due. QTest.qWait would keep Python's lock, and the lane could not work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def press(widget: QWidget, letter: str) -> None:
    """The key, then everything it posted: layout and paint."""
    code = QKeyEvent(QEvent.Type.KeyPress, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter)
    QCoreApplication.sendEvent(widget, code)
    QCoreApplication.sendPostedEvents()
