"""A day at the window: what a person presses, types, clicks and reads. Keys are counted, letters of a text are not."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import sqlcipher3.dbapi2 as sqlite
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog, QLabel, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.hands import named, press
from ui.app import App
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.pages import Place

W = TypeVar("W", bound=QWidget)

PATIENCE_MS = 15_000  # the first chart of a process brings matplotlib with it, and the machine may be busy


class Day:
    """From the start of the app to its end."""

    def __init__(self, app: App, journal: Path, qtbot: QtBot) -> None:
        self._app, self._qtbot = app, qtbot
        self.journal = journal
        self.keys: list[str] = []
        """Keys pressed since the count began."""
        app.open(journal)
        with qtbot.waitSignal(self._desk.ready, timeout=PATIENCE_MS):
            pass

    def end(self) -> None:
        """Close the window, as at the end of the day."""
        if self._app.desk is not None:
            self._desk.frame.close()
            self._app.close()

    @property
    def window(self) -> MainWindow:
        window = self._desk.window
        assert window is not None
        return window

    @property
    def place(self) -> Place:
        """The page in sight."""
        return self.window.pages.place

    @property
    def page(self) -> QWidget:
        """The page in sight, as a widget."""
        page = self.window.pages.currentWidget()
        assert page is not None
        return page

    @property
    def said(self) -> str:
        """What the bar at the foot says."""
        return self.window.messages.bar.words

    # ------------------------------------------------------------------------------------------------ keys and clicks

    def count_anew(self) -> None:
        self.keys = []

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each where the focus is by then: "Ctrl+N", "Tab", "G"."""
        for key in keys:
            self.keys.append(key)
            press(self._listener(), key)

    def write(self, words: str) -> None:
        """Type a text where the focus is; its letters are not counted as keys."""
        QTest.keyClicks(self._listener(), words)

    def click(self, name: str) -> None:
        self._front()
        QTest.mouseClick(self.see(name), Qt.MouseButton.LeftButton)

    def choose_row(self, table: str, row: int) -> None:
        """Click on a row of a table."""
        view = self.see_as(QAbstractItemView, table)
        where: QPoint = view.visualRect(view.model().index(row, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)

    def choose_file(self, dialog: str, file: Path) -> None:
        """Answer a dialog that asks for a file."""
        line = named(self.see_as(QFileDialog, dialog), "fileNameEdit", QLineEdit)
        line.setText(str(file))
        press(line, "Return")

    # --------------------------------------------------------------------------------------------------------- seeing

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait until it is so, or until the window tells of a mistake."""
        self._qtbot.waitUntil(lambda: condition() or self._broken(), timeout=PATIENCE_MS)
        assert not self._broken()

    def until_at(self, page: str, item: int | None = None) -> None:
        self.until(lambda: self.place == Place(page, item))

    def until_said(self, words: str) -> None:
        self.until(lambda: words in self.said)

    def see(self, name: str) -> QWidget:
        """The widget of this name, once it is in sight."""
        self.until(lambda: self.in_sight(name))
        return _all_named(name)[0]

    def see_as(self, kind: type[W], name: str) -> W:
        """The same, as the kind it is."""
        found = self.see(name)
        assert isinstance(found, kind)
        return found

    def in_sight(self, name: str) -> bool:
        return bool(_all_named(name))

    def read(self, name: str) -> str:
        """What a label says."""
        return self.see_as(QLabel, name).text()

    def rows(self, table: str) -> list[list[str]]:
        """What a table says, row by row."""
        view = self.see_as(QTableView, table)
        model, columns = view.model(), view.horizontalHeader().count()
        return [[_said(model, row, column) for column in range(columns)] for row in range(model.rowCount())]

    def lines(self, view: str) -> list[str]:
        """What a list says, line by line."""
        model = self.see_as(QAbstractItemView, view).model()
        return [_said(model, row, 0) for row in range(model.rowCount())]

    @property
    def rep_ids(self) -> tuple[int, ...]:
        """The team as it stands in the side."""
        return self.window.sidebar.rep_ids

    # --------------------------------------------------------------------------------------------------------- inside

    @property
    def _desk(self) -> Desk:
        desk = self._app.desk
        assert desk is not None
        return desk

    def _broken(self) -> bool:
        return self.in_sight("bug")

    def _listener(self) -> QWidget:
        """Whoever hears the next key."""
        self._front()
        listener = QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()
        assert listener is not None
        return listener

    def _front(self) -> None:
        """Do what a window manager does when a dialog has closed: give the keys back to the window below."""
        front = QApplication.activeModalWidget() or self._desk.frame
        if QApplication.activePopupWidget() is None and not front.isActiveWindow():
            front.activateWindow()
            self.until(front.isActiveWindow)


def _said(model: QAbstractItemModel, row: int, column: int) -> str:
    return str(model.index(row, column).data())


def _all_named(name: str) -> list[QWidget]:
    """What is in sight under a name, in any window."""
    return [
        found
        for window in QApplication.topLevelWidgets()
        if window.isVisible()
        for found in (window, *window.findChildren(QWidget, name))
        if found.objectName() == name and found.isVisible()
    ]


def rows_in(journal: Path) -> dict[str, int]:
    """How many records of each kind a journal file holds, undone steps and SQLite's own tables left out."""
    raw = sqlite.connect(journal)
    try:
        names = raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        kept = [
            name for (name,) in names if not name.startswith(("sqlite_", "search_index_", "search_names_", "undo_"))
        ]
        return {name: raw.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in kept}
    finally:
        raw.close()
