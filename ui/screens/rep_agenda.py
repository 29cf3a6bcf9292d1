"""What is to be raised with the rep next time, on the rep's page."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from coachjournal.queries.agenda import agenda
from coachjournal.queries.rep_page import RepPage
from ui.context import Context
from ui.screens.agenda_rows import Agenda
from ui.widgets.buttons import spoken_key
from ui.widgets.row_walk import RowWalk
from ui.widgets.scrolling import scroll_on_sheet
from ui.widgets.table import INDENT
from ui.widgets.text import Text

KEY = "Ctrl+Shift+R"


class RepAgenda(QScrollArea):
    """`count` is how many there are. A tick takes one off; in the next conversation they stand beside the note."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("repPage.raised")
        self._context = context
        self.count = 0
        walk = RowWalk(self)
        self._none = Text(
            f"What to raise next time stands here and beside the next note. {spoken_key(KEY)} adds to it anywhere.",
            "muted",
            wrap=True,
        )
        self._agenda = Agenda(context, name="repPage.agenda", stop=walk.stop)
        walk.stop(self._agenda.add.line)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(INDENT, 8, INDENT, 8)
        column.setSpacing(8)
        column.addWidget(self._none)
        column.addWidget(self._agenda)
        column.addStretch(1)
        scroll_on_sheet(self, inside)

    def sizeHint(self) -> QSize:
        """A few rows: a long list scrolls by itself and not the page."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def show_page(self, page: RepPage) -> None:
        items = self._context.journal.ask(agenda, rep_id=page.rep.rep_id)
        self.count = len(items)
        self._none.setVisible(not items)
        self._agenda.show_items(items, rep_id=page.rep.rep_id, rep=page.rep.first_name)

    def more(self, _page: RepPage) -> str:
        """All of them are shown."""
        return ""

    def show_all(self) -> None:
        """All of them are."""

    def hideEvent(self, event: QHideEvent) -> None:
        """The page or this list of it is left: what stands in the line is added."""
        if not event.spontaneous():
            self._agenda.finish()
        super().hideEvent(event)
