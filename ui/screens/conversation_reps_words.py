"""How the rep saw it, in their own words: above the manager's note, and written first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.note_edit import NoteEdit
from ui.widgets.text import SectionTitle

_FEWEST, _MOST = 2, 6
"""Lines: short while nothing is written, and never so long that it pushes the note out of sight."""


class RepsWords(QWidget):
    """A short field; `source` is kept with the note, as it is typed."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = SectionTitle("How the rep saw it")
        self.text = NoteEdit(name="conversation.repsWords", label="How the rep saw it")
        self.text.setProperty("page", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self.text)
        self.text.edited.connect(self.edited)
        self.text.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    @property
    def source(self) -> str:
        return self.text.source

    def show_source(self, text: str) -> None:
        self.text.show_source(text)

    def write(self, text: str) -> None:
        """Put words in as if they were typed: undo brings back what stood here."""
        self.text.write(text)

    def call(self, rep: str) -> None:
        """Name the rep whose words they are."""
        self._title.say(f"How {rep} saw it", "in their own words")
        self.text.setAccessibleName(f"How {rep} saw it")
        self.text.setPlaceholderText(f"Ask {rep} first")

    def _fit(self) -> None:
        line, written = self.fontMetrics().lineSpacing(), round(self.text.document().size().height())
        self.text.setFixedHeight(max(min(written, line * _MOST), line * _FEWEST))
