"""Coach Journal as `main.py` starts it, with somebody looking on; stays until it is told to open a rep or to end.

Says on standard output, each with its instant: `painted`; `shown`, when the day's data are painted; `ready`; `rested`;
`drawn`, when a rep's chart is. Before `ready` comes `stall`: the longest time the event loop did not get round.
"""

import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Qt, QTimer

import main
from ui import app
from ui.desk import Desk

if TYPE_CHECKING:  # brought in behind the painted frame
    from ui.main_window import MainWindow

_REST_MS = 1_500
_LOOK_AGAIN_MS = 20
_ONCE = Qt.ConnectionType.SingleShotConnection


class Watch(QObject):
    """Looks at one desk from outside."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._longest, self._last = 0.0, 0.0
        self._fast = QTimer(self, interval=0)
        self._fast.timeout.connect(self._on_round)
        desk.frame.painted.connect(self._on_painted)
        desk.ready.connect(self._on_ready)
        self._told = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._told.activated.connect(self._on_told)

    def eventFilter(self, page: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint:
            page.removeEventFilter(self)
            QTimer.singleShot(0, self, lambda: tell("shown"))
        return False

    def _on_painted(self) -> None:
        tell("painted")
        self._last = monotonic()
        self._fast.start()
        self._await_window()

    def _await_window(self) -> None:
        if self._desk.window is None:
            QTimer.singleShot(0, self, self._await_window)
        else:
            self._desk.window.pages.moved.connect(self._on_first_page, _ONCE)

    def _on_first_page(self, _place: object) -> None:
        page = self.window.pages.currentWidget()
        if page is not None:
            page.installEventFilter(self)

    def _on_ready(self) -> None:
        QTimer.singleShot(0, self, self._stop_looking)

    def _stop_looking(self) -> None:
        self._fast.stop()
        print("stall", self._longest, flush=True)
        tell("ready")
        QTimer.singleShot(_REST_MS, self, lambda: tell("rested"))

    def _on_round(self) -> None:
        now = monotonic()
        self._longest, self._last = max(self._longest, now - self._last), now

    def _on_told(self) -> None:
        word = sys.stdin.readline().strip()
        if word:
            self.window.ways.open_rep(int(word))
            self._await_chart()
        else:
            self._told.setEnabled(False)
            self._desk.frame.close()

    def _await_chart(self) -> None:
        from ui.widgets.timeline import TimelineView

        view = self.window.findChild(TimelineView)
        if view is not None and view.isVisible() and view.figure is not None and view.figure.layout is not None:
            tell("drawn")
            QTimer.singleShot(_REST_MS, self, lambda: tell("rested"))
        else:
            QTimer.singleShot(_LOOK_AGAIN_MS, self, self._await_chart)

    @property
    def window(self) -> "MainWindow":
        if self._desk.window is None:
            raise RuntimeError("the window is not there yet")
        return self._desk.window


class Watched(app.App):
    """The application, watched from the first paint on."""

    def open(self, path: Path) -> bool:
        opened = super().open(path)
        if self.desk is not None:
            Watch(self.desk)
        return opened


def tell(word: str) -> None:
    print(word, monotonic(), flush=True)


vars(app)["App"] = Watched
sys.exit(main.main(sys.argv[1:]))
