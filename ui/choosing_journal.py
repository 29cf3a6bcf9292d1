"""Asks for the file of a journal, one that is there or a new one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

_FILES = "Coach Journal (*.coach)"


def choose_journal(parent: QWidget, title: str, then: Callable[[Path], object], *, new: bool) -> None:
    """`then` is given the file that was chosen."""
    dialog = QFileDialog(parent, title)
    dialog.setObjectName("chooseJournal")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave if new else QFileDialog.AcceptMode.AcceptOpen)
    dialog.setNameFilter(_FILES)
    dialog.setDefaultSuffix("coach")
    dialog.fileSelected.connect(lambda file: then(Path(file)))
    dialog.open()
