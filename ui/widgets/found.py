"""What a search finds, and how it stands in a list: a name, or a line of a text with the words that were found."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import icon, tokens
from ui.widgets.marked_words import Marks, paint_words
from ui.widgets.rows_model import Column, RowsModel

_INSIDE, _GAP, _LOCK = 10, 16, 14
AROUND, _BETWEEN = 14, 2
"""Pixels above and below the words of a row together, and between two lines."""
_SMALL = 0.92


@dataclass(frozen=True, slots=True)
class Found:
    """Something to go to or to do: its name, what it is, how to, and other words it is found by."""

    title: str
    aside: str
    open: Callable[[], object]
    also: str = ""
    snippet: str = ""
    """A second line: the place in a text where the words stand."""
    beside: str = ""
    """What stands at the right of the second line."""
    title_marks: Marks = ()
    snippet_marks: Marks = ()
    private: bool = False
    key: tuple[str, int] | None = None
    """Of the record it leads to."""

    @property
    def identity(self) -> object:
        """What is the same stands in a list only once."""
        return self.key or self.title


class FoundModel(RowsModel[Found]):
    """One column of things found."""

    def __init__(self, parent: QObject) -> None:
        super().__init__([Column(title="Found", text=lambda found: found.title)], lambda found: found.identity, parent)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and index.isValid():
            found = self.row_at(index)
            return ", ".join(part for part in (found.snippet, found.beside, found.aside) if part)
        return super().data(index, role)


class FoundDelegate(QStyledItemDelegate):
    """The name at the left, what it is muted at the right; under them the line of a text, if there is one."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        found, colours = _found(index), tokens()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setFont(option.font)
        if chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.people_tint))
            painter.drawRoundedRect(option.rect, 6, 6)
        inner: QRect = option.rect.adjusted(_INSIDE, 0, -_INSIDE, 0)
        if found.snippet:
            height = option.fontMetrics.height()
            inner = QRect(inner.left(), inner.top() + AROUND // 2, inner.width(), height)
            below = inner.translated(0, height + _BETWEEN)
            painter.setFont(_small(option.font))
            room = _paint_aside(painter, below, found.beside)
            paint_words(painter, room, found.snippet, colours.muted, found.snippet_marks)
            painter.setFont(option.font)
        _paint_title(painter, inner, found, colours.people_strong if chosen else colours.text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line = option.fontMetrics.height()
        return QSize(0, line + AROUND + (line + _BETWEEN if _found(index).snippet else 0))


def _found(index: QModelIndex | QPersistentModelIndex) -> Found:
    model = index.model()
    if not isinstance(model, FoundModel):
        raise TypeError("the list shows something else than what was found")
    return model.row_at(index)


def _paint_title(painter: QPainter, inner: QRect, found: Found, colour: str) -> None:
    """The aside has the room that the title leaves, and two fifths of the line if it needs them."""
    metrics, title = painter.fontMetrics(), inner
    aside = found.aside if found.snippet else ", ".join(part for part in (found.beside, found.aside) if part)
    if found.private:
        place = QRect(inner.left(), inner.center().y() - _LOCK // 2, _LOCK, _LOCK)
        icon("lock", tokens().amber).paint(painter, place)
        title, colour = inner.adjusted(_LOCK + 6, 0, 0, 0), tokens().amber
    least = min(metrics.horizontalAdvance(aside) + _GAP, inner.width() * 2 // 5)
    width = paint_words(painter, title.adjusted(0, 0, -least, 0), found.title, colour, found.title_marks)
    _paint_aside(painter, title.adjusted(width + _GAP, 0, 0, 0), aside)


def _paint_aside(painter: QPainter, where: QRect, words: str) -> QRect:
    """At the right; answers the room that is left before it."""
    painter.setPen(QColor(tokens().muted))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, where.width())
    painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), shown)
    return where.adjusted(0, 0, -metrics.horizontalAdvance(shown) - _GAP, 0) if words else where


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALL)
    return small
