"""Says in red that what is being written cannot be saved just now, and offers other ways to keep it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from coachjournal.errors import Rejected
from ui.context import Context
from ui.widgets.buttons import PlainButton
from ui.widgets.save_dialog import ask_where
from ui.widgets.text import Text


class Unsaved(QFrame):
    """Hidden while all is well: it goes away by itself as soon as saving works again. `read` gives the words."""

    def __init__(self, context: Context, read: Callable[[], str], *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._context, self._read = context, read
        self._since: datetime | None = None
        self._what = Text("", "bold", wrap=True)
        self._why = Text("", wrap=True)
        for label, part in ((self._what, "what"), (self._why, "why")):
            label.setObjectName(f"{name}.{part}")
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self._what)
        said.addWidget(self._why)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(8)
        row.addLayout(said, 1)
        for button in (
            PlainButton("Copy the text", self._copy, name=f"{name}.copy"),
            PlainButton("Save to a file…", self._ask_for_file, name=f"{name}.file"),
        ):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def settle(self) -> None:
        """It is saved, as of now."""
        self._since = self._context.journal.clock.now()
        self.hide()

    def forget(self) -> None:
        """Something else is being written from now on."""
        self._since = None
        self.hide()

    def tell(self, sentence: str) -> None:
        """Saving failed; it is being tried again."""
        if self._since is None:
            self._since = self._context.journal.clock.now()
        self._what.setText(f"Not saved since {self._context.locale.time(self._since)}. Trying again.")
        if self.isHidden():
            self._why.setText(sentence)
            self.setAccessibleName(f"{self._what.text()} {sentence}")
            self.show()
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._read())
        self._why.setText("Copied. Paste it wherever it is safe.")

    def _ask_for_file(self) -> None:
        today = self._context.journal.clock.today().isoformat()
        ask_where(
            self.window(),
            self._context.settings,
            "Save the text",
            name=f"Note {today}",
            kinds=("Markdown (*.md)", "Text (*.txt)"),
            then=self.save_to,
        )

    def save_to(self, path: Path) -> None:
        """Write the words there, all of them or none."""
        from coachjournal.documents.saving import save

        try:
            save(self._read().encode("utf-8"), path)
        except Rejected as refusal:
            self._why.setText(refusal.sentence)
        else:
            self._why.setText(f"Saved to {path.name}. It is still being tried here.")
