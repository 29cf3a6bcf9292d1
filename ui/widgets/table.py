"""Tables: no grid, soft lines, sorting by a click on the head, columns that stay as the user left them."""

from typing import Generic, TypeVar

from PySide6.QtCore import QByteArray, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.theme import tabular, tokens
from ui.widgets.marks import PILL_LETTERS, Tone, draw_pill
from ui.widgets.rows_model import Column, MutedRole, RowsModel, SparkRole, ToneRole
from ui.widgets.sparkline import draw_spark

Row = TypeVar("Row")

INDENT = 8
"""Pixels from the edge of a table to its words: a sheet lets its table reach out so far, and all words are in line."""

_AROUND_LINE = 3
"""Pixels above and below a small line in a cell."""


class CellDelegate(QStyledItemDelegate):
    """Draws a cell: a tint when chosen, words, a pill or a small line, a soft line below."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = tokens()
        rect = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.people_tint))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(colours.line_soft))
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        painter.setFont(_cell_font(option.font, index))
        tone, spark = index.data(ToneRole), index.data(SparkRole)
        if spark is not None:
            draw_spark(painter, rect.adjusted(INDENT, _AROUND_LINE, -INDENT, -_AROUND_LINE), spark)
        elif tone is not None and text:
            self._paint_pill(painter, rect, text, Tone(tone))
        else:
            painter.setPen(QColor(colours.muted if index.data(MutedRole) else colours.text))
            self._paint_words(painter, rect, text, index.data(Qt.ItemDataRole.TextAlignmentRole))
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRectF, text: str, alignment: int) -> None:
        inner = rect.adjusted(INDENT, 0, -INDENT, 0)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(inner, int(alignment) | int(Qt.TextFlag.TextSingleLine), shown)

    def _paint_pill(self, painter: QPainter, rect: QRectF, text: str, tone: Tone) -> None:
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * PILL_LETTERS)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        width = min(metrics.horizontalAdvance(text) + 20.0, rect.width() - 12)
        height = metrics.height() + 6.0
        where = QRectF(rect.left() + 6, rect.center().y() - height / 2, width, height)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width - 16))
        draw_pill(painter, where, shown, tone)


def _cell_font(base: QFont, index: QModelIndex | QPersistentModelIndex) -> QFont:
    right = index.data(Qt.ItemDataRole.TextAlignmentRole) & int(Qt.AlignmentFlag.AlignRight)
    font = tabular(base) if right else QFont(base)
    own = index.data(Qt.ItemDataRole.FontRole)
    if isinstance(own, QFont):
        font.setWeight(own.weight())
    return font


class Table(QTableView, Generic[Row]):
    """A table of a RowsModel. `opened` carries the row on Enter or a double click, `pointed` the current row or None.

    Tab leaves the table (arrows move in it); the head sorts, and so does the number of a column; column widths and
    order are kept under `name`. Where there is no room for all columns, those that matter less are hidden.
    """

    opened = Signal(object)
    pointed = Signal(object)

    def __init__(self, rows: RowsModel[Row], settings: QSettings, *, name: str, label: str) -> None:
        super().__init__()
        self.rows = rows
        self._settings = settings
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setModel(rows)
        self.setItemDelegate(CellDelegate(self))
        self._dress()
        self._restore_columns()
        self.activated.connect(lambda index: self.opened.emit(self.rows.row_at(index)))
        self.selectionModel().currentRowChanged.connect(self._on_pointed)
        rows.modelAboutToBeReset.connect(self._remember_current)
        rows.modelReset.connect(self._return_to_current)
        rows.modelReset.connect(self._give_way)
        self._current: object = None

    def current_row(self) -> Row | None:
        index = self.currentIndex()
        return self.rows.row_at(index) if index.isValid() else None

    def choose(self, identity: object) -> None:
        """Make the row of this identity the current one, if it is there."""
        at = self.rows.place_of(identity)
        if at >= 0:
            self.selectRow(at)
            self.scrollTo(self.rows.index(at, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens on every platform, a number sorts; other keys are the table's own."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.rows.row_at(self.currentIndex()))
        elif (
            Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9 and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self._sort_by(event.key() - Qt.Key.Key_1)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit_rows()
            self._give_way()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def sizeHint(self) -> QSize:
        lines = min(max(self.rows.rowCount(), 3), 8)
        height = self.horizontalHeader().sizeHint().height() + lines * self.verticalHeader().defaultSectionSize()
        return QSize(super().sizeHint().width(), height + 4)

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setStretchLastSection(True)
        head.setSectionsMovable(True)
        head.sortIndicatorChanged.connect(lambda *_: self._keep_columns())
        head.sectionResized.connect(lambda *_: self._keep_columns())
        head.sectionMoved.connect(lambda *_: self._keep_columns())
        self._fit_rows()

    def _sort_by(self, place: int) -> None:
        """Sort by the column at this place as they stand; by the same once more, the other way round."""
        head = self.horizontalHeader()
        seen = [at for at in map(head.logicalIndex, range(head.count())) if not head.isSectionHidden(at)]
        column = seen[place] if place < len(seen) else -1
        rising, falling = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        again = column == head.sortIndicatorSection() and head.sortIndicatorOrder() == rising
        if column >= 0:
            self.sortByColumn(column, falling if again else rising)

    def _give_way(self) -> None:
        head, columns = self.horizontalHeader(), self.rows.columns
        filled = [at for at, column in enumerate(columns) if not column.comes_and_goes or self._has_words(column)]
        for at, column in enumerate(columns):
            if column.comes_and_goes:
                head.setSectionHidden(at, at not in filled)
        needed = sum(self._needed(at) for at in filled)
        for _, at in sorted((columns[at].gives_way, at) for at in filled if columns[at].gives_way):
            head.setSectionHidden(at, needed > self.viewport().width())
            if head.isSectionHidden(at):
                needed -= self._needed(at)

    def _has_words(self, column: Column[Row]) -> bool:
        return any(column.text(row) for row in self.rows.rows)

    def _needed(self, at: int) -> int:
        """The width a column was given by the user, if it cannot be hidden or stretched; else what it begins with."""
        head = self.horizontalHeader()
        column, last = self.rows.columns[at], head.visualIndex(at) == head.count() - 1
        if column.least:
            return self._wide(column.least)
        return self._wide(column.width) if last or column.gives_way else head.sectionSize(at)

    def _wide(self, characters: int) -> int:
        return characters * self.fontMetrics().averageCharWidth() + 2 * INDENT

    def _fit_rows(self) -> None:
        row = self.fontMetrics().height() + 17
        self.verticalHeader().setDefaultSectionSize(row)
        self.setMinimumHeight(self.horizontalHeader().sizeHint().height() + 3 * row)

    def _restore_columns(self) -> None:
        head = self.horizontalHeader()
        kept = self._settings.value(self._key)
        if not (isinstance(kept, QByteArray) and head.restoreState(kept)):
            for at, column in enumerate(self.rows.columns):
                self.setColumnWidth(at, self._wide(column.width))
        for at, column in enumerate(self.rows.columns):
            if column.least:
                head.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
                head.setStretchLastSection(False)
        self.rows.sort(head.sortIndicatorSection(), head.sortIndicatorOrder())

    def _keep_columns(self) -> None:
        if self.isVisible():
            self._settings.setValue(self._key, self.horizontalHeader().saveState())

    @property
    def _key(self) -> str:
        return f"columns/{self.objectName()}"

    def _on_pointed(self, index: QModelIndex) -> None:
        self.pointed.emit(self.rows.row_at(index) if index.isValid() else None)

    def _remember_current(self) -> None:
        row = self.current_row()
        self._current = None if row is None else self.rows.identity(row)

    def _return_to_current(self) -> None:
        if self._current is not None:
            self.choose(self._current)
