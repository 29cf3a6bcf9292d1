"""A process to be killed: somebody logs one conversation after the other, letter by letter, and says so after each.

Run as: python busy_manager.py JOURNAL SETTINGS MILLISECONDS_BETWEEN_KEYS. The journal holds Dana Reyes.
"""

import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.hands import press
from ui.app import App
from ui.main_window import MainWindow

WORDS = "Talk {} was about the cost of waiting"


def a_days_work(window: MainWindow) -> Iterator[None]:
    """A key at a time; whoever goes on with it decides how fast."""
    for number in count(1):
        window.activateWindow()
        while not window.isActiveWindow():
            yield
        press(window, "Ctrl+N")
        while (log := QApplication.activeModalWidget()) is None or not log.isActiveWindow():
            yield
        for key in ("D", "A", "Return"):
            press(listener(), key)
            yield
        for letter in WORDS.format(number):
            QTest.keyClicks(listener(), letter)
            yield
        press(listener(), "Ctrl+Return")
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


def listener() -> QWidget:
    heard_by = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert heard_by is not None
    return heard_by


def main(journal: str, settings: str, between_keys: str) -> int:
    qt = QApplication([])
    app = App(qt, QSettings(settings, QSettings.Format.IniFormat))
    app.open(Path(journal))
    assert app.desk is not None
    keys = QTimer(qt, interval=int(between_keys))

    def begin() -> None:
        assert app.desk is not None
        assert app.desk.window is not None
        work = a_days_work(app.desk.window)
        keys.timeout.connect(lambda: next(work))
        keys.start()

    app.desk.ready.connect(begin)
    return qt.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
