"""A table of small cells, each of which opens what it was counted from: names above, what is counted at the left."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.theme import blend, tabular, tokens
from ui.widgets.text import tip

CellRole = Qt.ItemDataRole.UserRole + 1
"""The cell itself."""

_AROUND = 4
"""Pixels between the edge of a cell and its words."""
_LEAST = 5
"""Characters that a column has room for at least; below that the table scrolls sideways."""
_NOTHING = "–"
_NAMES = 26
"""Characters of what is counted that are seen at most."""
_LEAST_ROWS = 5
"""Rows that are seen where there is little room; the others scroll."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell; `told` says it in full, with what it is about, to screen readers and under the pointer."""

    text: str
    told: str
    aside: str = ""
    """A few words behind the text, where all cells have room for theirs."""
    shade: float = 0.0
    """How much of the accent lies below it, 0 to 1; the number says the same."""
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """The title of a row or a column, short, and what it stands for in full."""

    title: str
    told: str


@dataclass(frozen=True, slots=True)
class Cells:
    """All of a table: row by row, each as long as there are columns."""

    columns: tuple[Head, ...] = ()
    rows: tuple[Head, ...] = ()
    cells: tuple[tuple[Cell, ...], ...] = ()


class CellsModel(QAbstractTableModel):
    """Shows cells as they are given."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = Cells()

    def show_cells(self, cells: Cells) -> None:
        if cells != self.shown:
            self.beginResetModel()
            self.shown = cells
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the signature of Qt
        return 0 if parent.isValid() else len(self.shown.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - likewise
        return 0 if parent.isValid() else len(self.shown.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.shown.cells[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return cell.told
            case Qt.ItemDataRole.ToolTipRole:
                return tip(cell.told)
            case _:
                return cell if role == CellRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        heads = self.shown.columns if orientation is Qt.Orientation.Horizontal else self.shown.rows
        if not 0 <= section < len(heads):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return heads[section].title
            case Qt.ItemDataRole.AccessibleTextRole:
                return heads[section].told
            case Qt.ItemDataRole.ToolTipRole:
                return tip(heads[section].told)
            case _:
                return None


class _Delegate(QStyledItemDelegate):
    """A calm shade, the number on it, and a ring around the cell that has the focus."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(parent)
        self.widest = 0
        """Pixels of the widest cell with its aside."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Cell = index.data(CellRole)
        rect = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(tokens().sheet, tokens().people_line, cell.shade))  # words keep their contrast
        painter.drawRoundedRect(rect, 4, 4)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(tokens().people))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        self._write(painter, rect.adjusted(_AROUND, 0, -_AROUND, 0), cell, option.font)
        painter.restore()

    def _write(self, painter: QPainter, rect: QRectF, cell: Cell, font: QFont) -> None:
        painter.setFont(tabular(font))
        metrics = painter.fontMetrics()
        aside = _behind(cell) if self.widest <= rect.width() else ""
        text = seen_text(cell, metrics, int(rect.width()))
        left = rect.center().x() - (metrics.horizontalAdvance(text) + metrics.horizontalAdvance(aside)) / 2
        for words, colour in (
            (text, tokens().muted if cell.muted else tokens().text),
            (aside, tokens().text if cell.shade else tokens().muted),
        ):
            painter.setPen(QColor(colour))
            where = QRectF(left, rect.top(), rect.right() - left + 1, rect.height())
            painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine), words)
            left += metrics.horizontalAdvance(words)


def seen_text(cell: Cell, metrics: QFontMetrics, width: int) -> str:
    """What is painted: a dash for muted words such as "not yet" that do not fit, but never for a number."""
    is_words = not any(map(str.isdigit, cell.text))
    if cell.muted and is_words and metrics.horizontalAdvance(cell.text) > width:
        return _NOTHING
    return metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, width)


def _behind(cell: Cell) -> str:
    return f" · {cell.aside}" if cell.aside else ""


class CellTable(QTableView):
    """Arrows go from cell to cell, Enter or a click opens one; Tab leaves. `opened` carries its row and column."""

    opened = Signal(int, int)
    column_opened = Signal(int)
    """A click on the name above."""

    def __init__(self, *, name: str, label: str) -> None:
        super().__init__()
        self.cells = CellsModel()
        self.cells.setParent(self)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setModel(self.cells)
        self._delegate = _Delegate(self)
        self.setItemDelegate(self._delegate)
        self._dress()
        self.clicked.connect(lambda index: self.opened.emit(index.row(), index.column()))
        self.horizontalHeader().sectionClicked.connect(self.column_opened)

    def show_cells(self, cells: Cells) -> None:
        """Show these; who stood on a cell stays where they were."""
        before = self.currentIndex().row(), self.currentIndex().column()
        self.cells.show_cells(cells)
        self._fit()
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.cells.index(max(before[0], 0), max(before[1], 0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self.opened.emit(index.row(), index.column())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.cells.index(0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def sizeHint(self) -> QSize:
        """A few rows; where there is more room it is taken."""
        rows = min(self.cells.rowCount(), _LEAST_ROWS)
        high = self.horizontalHeader().sizeHint().height() + rows * self.verticalHeader().defaultSectionSize()
        if self.horizontalScrollBar().maximum():
            high += self.horizontalScrollBar().sizeHint().height()
        return QSize(super().sizeHint().width(), high + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        above, beside = self.horizontalHeader(), self.verticalHeader()
        for head in (above, beside):
            head.setHighlightSections(False)
            head.setTextElideMode(Qt.TextElideMode.ElideRight)
        above.setSectionsClickable(True)
        above.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        above.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        beside.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        beside.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalScrollBar().rangeChanged.connect(lambda *_: self.updateGeometry())
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        self._delegate.widest = max(
            (metrics.horizontalAdvance(cell.text + _behind(cell)) for row in self.cells.shown.cells for cell in row),
            default=0,
        )
        self.horizontalHeader().setMinimumSectionSize(metrics.averageCharWidth() * _LEAST + 2 * _AROUND)
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 11)
        self.verticalHeader().setFixedWidth(min(metrics.averageCharWidth() * _NAMES, self.width() // 3))
        self.updateGeometry()
