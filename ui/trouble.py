"""What the window shows when the journal cannot be opened: what happened, and what to do."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import PlainButton, PrimaryButton, QuietButton
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text


class TroublePage(QWidget):
    """One sentence and three ways on."""

    def __init__(
        self,
        sentence: str,
        journal: Path,
        *,
        on_retry: Callable[[], object],
        on_open: Callable[[], object],
        on_quit: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setObjectName("trouble")
        sheet = Sheet(name="trouble.sheet")
        self.sentence = Text(sentence, wrap=True)
        self.sentence.setObjectName("trouble.sentence")
        sheet.add(Text("Your journal could not be opened", "title"))
        sheet.add(self.sentence)
        sheet.add(Text(f"Nothing was changed in {journal}", "small", wrap=True))
        buttons = QHBoxLayout()
        buttons.addWidget(PrimaryButton("Try again", on_retry, name="trouble.retry"))
        buttons.addWidget(PlainButton("Open another journal…", on_open, name="trouble.open"))
        buttons.addStretch(1)
        buttons.addWidget(QuietButton("Quit", on_quit, name="trouble.quit"))
        sheet.rows.addLayout(buttons)
        sheet.setMinimumWidth(self.fontMetrics().averageCharWidth() * 70)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
