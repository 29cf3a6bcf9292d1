"""What the lists below the timeline have in common: a table, an empty state, and more rows when they are asked for."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from coachjournal.queries.rep_page import RepPage
from ui.context import Context
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.sheet import EmptyState
from ui.widgets.table import INDENT, Table

Row = TypeVar("Row")

AT_FIRST = 50
ALL = -1


class RepList(QWidget, Generic[Row]):
    """One tab. Subclasses override `ask`; the list is asked for when it comes into sight, long ones in two helpings."""

    def __init__(
        self,
        context: Context,
        columns: Iterable[Column[Row]],
        identity: Callable[[Row], object],
        empty: EmptyState,
        *,
        name: str,
        label: str,
    ) -> None:
        super().__init__()
        self.context = context
        self.page: RepPage | None = None
        self.most = AT_FIRST
        self.rows = RowsModel(columns, identity, self)
        self.table: Table[Row] = Table(self.rows, context.settings, name=f"repPage.{name}", label=label)
        self._empty = empty
        empty.setContentsMargins(INDENT, 0, INDENT, 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(empty)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self._stack)

    def sizeHint(self) -> QSize:
        """Three rows: what else the window has room for comes by stretching, so that a long list scrolls by itself."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """The empty state wraps; asked for a height by width, the page would make room for the longest list."""
        return False

    def ask(self, page: RepPage) -> tuple[Row, ...]:
        """The rows, at most `self.most` of them."""
        raise NotImplementedError

    def more(self, page: RepPage) -> str:
        """What the button beside the tabs says; '' when everything is shown."""
        raise NotImplementedError

    def show_page(self, page: RepPage) -> None:
        if self.page is None or self.page.rep.rep_id != page.rep.rep_id:
            self.most = AT_FIRST
        self.page = page
        self.rows.show_rows(self.ask(page))
        self._stack.setCurrentWidget(self.table if self.rows.rowCount() else self._empty)

    def show_all(self) -> None:
        self.most = ALL
        if self.page is not None:
            self.show_page(self.page)

    def rest(self, total: int) -> str:
        """What leads to the rows that are not shown yet: "All 460"."""
        return f"All {total:n}" if 0 <= self.most < total else ""
