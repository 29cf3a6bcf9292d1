"""What every page of the window has in common: a header, a body, and knowing when to look again."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coachjournal.changes import Change
from coachjournal.errors import StorageUnavailable
from ui.context import Context
from ui.widgets.page_header import PageHeader


class Screen(QWidget):
    """A page. Subclasses set `topics` (the tables they show) and `title`, build widgets into `body`, override `load`.

    In sight, a screen loads again as soon as a change touches its topics; out of sight it waits until it is shown.
    """

    topics: frozenset[str] = frozenset()
    title: str = ""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.header = PageHeader(self.title)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(24, 20, 24, 20)
        self.body.setSpacing(16)
        self._stale = True
        self._build_frame()
        context.bus.changed.connect(self._on_changed)

    def load(self) -> None:
        """Ask the journal and show the answer. May raise StorageUnavailable."""
        raise NotImplementedError

    def open_item(self, item_id: int) -> None:
        """Show one record: the rep, conversation or deal this page was opened for."""
        raise NotImplementedError

    def may_close(self) -> bool:
        """Whether the window may close without losing what was written here; says why not."""
        return True

    def rep_in_sight(self) -> int | None:
        """The rep this page is about, where it is about one."""
        return None

    def enter(self) -> bool:
        """Put the focus on the first thing that Tab stops at; whether there is one."""
        widgets: list[QWidget] = self.findChildren(QWidget)
        first = next((each for each in widgets if _is_stop(each)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        return first is not None

    def enter_rows(self) -> bool:
        """Put it on the first row that the arrows walk through; False where there is none."""
        return False

    def put_under_header(self, notice: QWidget) -> None:
        """Put something that concerns the whole page where it stays in sight."""
        self._column.insertWidget(1, notice)

    def put_beside(self, area: QWidget, *, page: int, beside: int) -> None:
        """Put something at the right that scrolls on its own; the width is shared out in these parts."""
        self._row.addWidget(area, beside)
        self._row.setStretch(0, page)

    def room_in_body(self) -> int:
        """Pixels of height that the body fills without scrolling."""
        margins = self.body.contentsMargins()
        return self._scroll.viewport().height() - margins.top() - margins.bottom()

    def show_top(self) -> None:
        """Begin at the top: another record is shown than before."""
        self._scroll.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Load now if in sight, else when shown."""
        self._stale = True
        if self.isVisible():
            self._load()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._load()

    def _load(self) -> None:
        try:
            self.load()
        except StorageUnavailable as trouble:
            self.context.messages.storage_unavailable(trouble, retry=self.refresh)
        else:
            self._stale = False

    def _on_changed(self, change: Change) -> None:
        if self.topics & change.topics:
            self.refresh()

    def _build_frame(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        inside = QWidget()
        inside.setObjectName("pageBody")
        inside.setLayout(self.body)
        self._scroll = scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addWidget(scroll, 1)
        column.addWidget(self.header)
        column.addLayout(self._row, 1)


def _is_stop(widget: QWidget) -> bool:
    by_tab = Qt.FocusPolicy.TabFocus
    return widget.focusPolicy() & by_tab == by_tab and widget.isVisible() and widget.isEnabled()
