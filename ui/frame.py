"""The frame of the window: painted before anything else is brought in, so that the app is there at once."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QSettings, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPaintEvent, QPalette
from PySide6.QtWidgets import QMainWindow, QWidget

from ui.tokens import Tokens

_SMALLEST = (720, 480)
_FIRST_SIZE = (1360, 860)
_FIRST_SIDE = 216


class Frame(QMainWindow):
    """Ground and side in their colours, nothing on them; the main window is put inside when `painted`."""

    painted = Signal()
    closing = Signal()

    def __init__(self, settings: QSettings, colours: Tokens) -> None:
        super().__init__()
        self._settings = settings
        self._painted = False
        self.may_close: Callable[[], bool] = _always
        self.setObjectName("frame")
        self.setWindowTitle("Coach Journal")
        self.setMinimumSize(*_SMALLEST)
        geometry = settings.value("window/geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(*_FIRST_SIZE)
        self.setPalette(_plain(colours.ground))
        self._side = QWidget(self)
        self._side.setPalette(_plain(colours.side))
        self._side.setAutoFillBackground(True)
        self._side.setGeometry(0, 0, _FIRST_SIDE, self.height())

    def put_inside(self, window: QWidget) -> None:
        """Put the main window where the bare colours were."""
        self._side.deleteLater()
        self.setPalette(QPalette())
        self.setCentralWidget(window)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay while there are words that would be lost."""
        if not self.may_close():
            event.ignore()
            return
        self._settings.setValue("window/geometry", self.saveGeometry())
        self.closing.emit()
        super().closeEvent(event)

    def come_forward(self) -> None:
        """A second start asked for this window."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()


def _always() -> bool:
    return True


def _plain(colour: str) -> QPalette:
    """Qt fills a window from its palette by itself; a painter's fillRect alone would cost 10 ms of imports."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(colour))
    return palette
