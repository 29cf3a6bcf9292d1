"""The least that a PySide6 window can be, as a process of its own: says when it is painted, stays until it is told."""

import sys
from time import monotonic

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

_REST_MS = 1_500


class BareWindow(QWidget):
    """Empty, and as large as ours."""

    painted = False

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, lambda: print("painted", monotonic(), flush=True))
            QTimer.singleShot(_REST_MS, lambda: print("rested", monotonic(), flush=True))


qt = QApplication([])
window = BareWindow()
window.resize(1360, 860)
told = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
told.activated.connect(qt.quit)
window.show()
qt.exec()
