"""Files dropped on the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


def dropped_file(data: QMimeData) -> Path | None:
    """The first file of what is dragged; None for anything else, such as words or a page of the web."""
    first = next(iter(data.urls()), None)
    return Path(first.toLocalFile()) if first is not None and first.isLocalFile() else None


class DroppedFiles(QObject):
    """Lets files be dropped on a widget and hands on the first of them."""

    def __init__(self, widget: QWidget, take: Callable[[Path], object]) -> None:
        super().__init__(widget)
        self._take = take
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            if dropped_file(event.mimeData()) is not None:
                event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            file = dropped_file(event.mimeData())
            if file is not None:
                event.acceptProposedAction()
                self._take(file)
            return True
        return super().eventFilter(watched, event)
