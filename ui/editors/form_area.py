"""The fields of an editor: all of them in sight where the window has room, else scrolled through."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

_AROUND = 2
"""Pixels that a ring of the focus takes around a field."""


class FormArea(QScrollArea):
    """As high as its `form`, but no higher than `room` pixels."""

    def __init__(self) -> None:
        super().__init__()
        self.room = 0
        inside = QWidget()
        inside.setObjectName("formInside")
        self.form = QVBoxLayout(inside)
        self.form.setContentsMargins(0, 0, _AROUND, 0)
        self.form.setSpacing(12)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The form grew or shrank."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return self._at_most(self.form.totalSizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._at_most(self.form.totalMinimumSize())

    def hasHeightForWidth(self) -> bool:
        return self.form.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        return min(self.form.totalHeightForWidth(width), self.room)

    def _at_most(self, wanted: QSize) -> QSize:
        return QSize(wanted.width(), min(wanted.height(), self.room))
