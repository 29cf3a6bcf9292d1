"""A small window over the page that shows the rows behind something."""

from typing import TypeVar

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.widgets.buttons import PrimaryButton
from ui.widgets.rows_model import RowsModel
from ui.widgets.table import Table
from ui.widgets.text import Text

Row = TypeVar("Row")

_MARGIN = 48
"""Pixels of the page that stay in sight around it."""


class RowsWindow(QDialog):
    """Its title, what is put into `column` with `say` and `add_table`, and a way to close it."""

    def __init__(self, page: QWidget, title: str, *, name: str) -> None:
        super().__init__(page)
        self._page, self._title = page, title
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 16)
        self.column.setSpacing(12)
        self.column.addWidget(Text(title, "title", wrap=True))

    def say(self, words: str, role: str = "", *, name: str = "") -> None:
        """A sentence above the rows."""
        line = Text(words, role, wrap=True)
        line.setObjectName(name)
        self.column.addWidget(line)

    def add_table(self, rows: RowsModel[Row], settings: QSettings, *, name: str = "") -> Table[Row]:
        """The rows, with the focus; its columns are kept under `name`."""
        table = Table(rows, settings, name=name or f"{self.objectName()}.table", label=self._title)
        self.column.addWidget(table, 1)
        table.setFocus()
        return table

    def add_buttons(self, *left: QPushButton) -> None:
        """What else can be done with the rows, and Close."""
        buttons = QHBoxLayout()
        for button in left:
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(PrimaryButton("Close", self.accept, name=f"{self.objectName()}.close", hint="Esc"))
        self.column.addLayout(buttons)

    def make_room(self, *, characters: int, lines: int) -> None:
        """So wide and high, where the page has room for it."""
        metrics = self.fontMetrics()
        self.resize(
            min(metrics.averageCharWidth() * characters, self._page.width() - _MARGIN),
            min(metrics.height() * lines, self._page.height() - _MARGIN),
        )
