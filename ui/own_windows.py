"""Conversations in windows of their own, beside the main one. Each is open once, wherever that is."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.messages import Messages
from ui.navigation import Pages
from ui.pages import Place

if TYPE_CHECKING:
    from ui.context import Context

_FIRST_SIZE = QSize(980, 720)
_GEOMETRY = "window/own_geometry"


class OwnWindow(QWidget):
    """One conversation; Done and Esc close it, and both keep everything."""

    closing = Signal()

    def __init__(self, context: "Context", place: Place) -> None:
        from ui.screens.conversation import ConversationScreen  # only once a page of this kind has been shown

        super().__init__()
        self.setObjectName("ownWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = context.settings
        self._inside = QWidget()
        messages = Messages(self._inside)
        self.page = ConversationScreen(replace(context, window=self, messages=messages), alone=True)
        self.page.titled.connect(self.setWindowTitle)
        inside = QVBoxLayout(self._inside)
        whole = QVBoxLayout(self)
        for column in (inside, whole):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
        inside.addWidget(self.page, 1)
        whole.addWidget(messages.banner)
        whole.addWidget(self._inside, 1)
        geometry = self._settings.value(_GEOMETRY)
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(_FIRST_SIZE)
        if place.item is not None:
            self.page.open_item(place.item)
        QShortcut(QKeySequence("Ctrl+Shift+R"), self, self._raise_next_time)

    def _raise_next_time(self) -> None:
        """With the rep of this window, whoever is in sight in the main one."""
        from ui.editors.raise_next_time import RaiseNextTime

        RaiseNextTime(self.page.context, rep_id=self.page.rep_in_sight()).open()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay while there are words that would be lost."""
        if not self.page.may_close():
            event.ignore()
            return
        self._settings.setValue(_GEOMETRY, self.saveGeometry())
        self.closing.emit()
        super().closeEvent(event)


class OwnWindows(QObject):
    """Opens them, brings them forward, closes them with the app."""

    def __init__(self, pages: Pages) -> None:
        super().__init__(pages)
        self._pages = pages
        self._windows: dict[Place, OwnWindow] = {}
        self._actions: list[QAction] = []
        pages.wanted_elsewhere.connect(self._bring_forward)
        pages.moved.connect(self._on_moved)

    def offer(self, actions: Iterable[QAction]) -> None:
        """What can be done from each of them."""
        self._actions = list(actions)

    def open(self, context: "Context", place: Place) -> None:
        """A window for this place, or the one it has."""
        if place not in self._windows:
            window = OwnWindow(context, place)
            window.addActions(self._actions)
            window.closing.connect(partial(self._forget, place))
            self._windows[place] = window
            self._pages.elsewhere[place] = window.page
            window.show()
        self._bring_forward(place)

    def close_all(self) -> None:
        for window in list(self._windows.values()):
            window.close()

    def _forget(self, place: Place) -> None:
        self._windows.pop(place, None)
        self._pages.elsewhere.pop(place, None)

    def _on_moved(self, _place: Place) -> None:
        """What was opened from a window beside it is in the main window: there one goes."""
        if QApplication.activeWindow() in self._windows.values():
            self._pages.window().raise_()
            self._pages.activateWindow()

    def _bring_forward(self, place: Place) -> None:
        window = self._windows[place]
        if window.isMinimized():
            window.showNormal()
        window.raise_()
        window.activateWindow()
