"""A table model over frozen rows: the columns say what they show and how they sort."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from ui.widgets.marks import Tone
from ui.widgets.sparkline import Spark

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

ToneRole = Qt.ItemDataRole.UserRole + 1
"""The tone of a cell that is drawn as a pill, else None."""
MutedRole = Qt.ItemDataRole.UserRole + 2
"""Whether a cell's words are muted."""
SparkRole = Qt.ItemDataRole.UserRole + 3
"""The small line that is drawn in place of a cell's words, else None."""


@dataclass(frozen=True, kw_only=True)
class Column(Generic[Row]):
    """One column: its title, a row's words in it, and what it sorts by if not by its words. Empty values sort last."""

    title: str
    text: Callable[[Row], str]
    sort_by: Callable[[Row], Any] | None = None
    right: bool = False
    bold: bool = False
    muted: bool = False
    tone: Callable[[Row], Tone | None] | None = None
    """Draws the words as a pill where it answers a tone."""
    spark: Callable[[Row], Spark] | None = None
    """Draws a small line; the words then say the same to who does not see it."""
    width: int = 12
    """Characters to begin with, until the user drags the column."""
    least: int = 0
    """Where it is not 0 the column takes all room that is left, and at least so many characters."""
    gives_way: int = 0
    """Hidden while there is no room for all columns, 1 before 2; 0 stays. What is hidden is told when a row opens."""
    comes_and_goes: bool = False
    """Hidden while no row has a word in it: the others have the room."""


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Shows a tuple of rows. `identity` tells one row from another, so that a selection outlives a refresh."""

    def __init__(
        self,
        columns: Iterable[Column[Row]],
        identity: Callable[[Row], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.identity = identity
        self._given: tuple[Row, ...] = ()
        self._rows: list[Row] = []
        self._sorted: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    def show_rows(self, rows: Iterable[Row]) -> None:
        self.beginResetModel()
        self._given = tuple(rows)
        self._arrange()
        self.endResetModel()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as they stand, sorted."""
        return tuple(self._rows)

    def row_at(self, index: Index) -> Row:
        return self._rows[index.row()]

    def place_of(self, identity: object) -> int:
        """The line of a row, or -1."""
        return next((at for at, row in enumerate(self._rows) if self.identity(row) == identity), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the signature of Qt
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - likewise
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(right=column.right)
            case Qt.ItemDataRole.FontRole:
                return _bold_font() if column.bold else None
            case _:
                return _own_data(column, row, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(right=self.columns[section].right)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self._rows
        self._sorted = (column, order)
        self._arrange()
        self._move_persistent_indexes(before)
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        at, order = self._sorted
        if not 0 <= at < len(self.columns):
            self._rows = list(self._given)
            return
        column = self.columns[at]
        value: Callable[[Row], Any] = column.sort_by or (lambda row: column.text(row).casefold() or None)
        empty = [row for row in self._given if value(row) is None]
        filled = [row for row in self._given if value(row) is not None]
        filled.sort(key=value, reverse=order is Qt.SortOrder.DescendingOrder)
        self._rows = filled + empty

    def _move_persistent_indexes(self, before: list[Row]) -> None:
        indexes = self.persistentIndexList()
        places = {id(row): at for at, row in enumerate(self._rows)}
        moved = [self.index(places[id(before[index.row()])], index.column()) for index in indexes]
        self.changePersistentIndexList(indexes, moved)


def _own_data(column: Column[Row], row: Row, role: int) -> object:
    if role == ToneRole:
        return column.tone(row) if column.tone else None
    if role == SparkRole:
        return column.spark(row) if column.spark else None
    return column.muted if role == MutedRole else None


def _alignment(*, right: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


def _bold_font() -> QFont:
    font = QFont()
    font.setWeight(QFont.Weight.DemiBold)
    return font
