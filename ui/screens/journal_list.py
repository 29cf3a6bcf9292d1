"""The list of conversations: weeks as headings, two lines for each conversation."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from coachjournal.queries.journal_page import ListedConversation
from coachjournal.rules.words import counted, length_of_talk
from ui.locale import Locale
from ui.screens.journal_model import JournalModel, LineRole, Week
from ui.screens.journal_words import short_day, week_words
from ui.theme import icon, tokens

_INSIDE, _GAP, _LOCK = 12, 8, 14
_PADDING = 20
"""Pixels above and below the two lines together."""
_SMALL = 0.92


class JournalList(QTableView):
    """Arrows pass over headings; Enter or a double click opens, Del asks for deletion. Ids are of conversations.

    A table of one column: a list view would ask for every row before it shows the first.
    """

    opened = Signal(int)
    pointed = Signal(object)
    """The id of the conversation the list now stands on, or None."""
    deletion_wanted = Signal(int)

    def __init__(self, rows: JournalModel, locale: Locale) -> None:
        super().__init__()
        self.rows = rows
        self.setObjectName("journal.list")
        self.setAccessibleName("Conversations")
        self.setModel(rows)
        self.setItemDelegate(_LineDelegate(locale, self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._low_rows: set[int] = set()
        self._fit_rows()
        rows.modelReset.connect(self._fit_headings)
        self.doubleClicked.connect(lambda _index: self._open())
        self.selectionModel().currentChanged.connect(lambda _new, _old: self.pointed.emit(self.current_id()))

    def current(self) -> ListedConversation | None:
        index = self.currentIndex()
        line = self.rows.line(index.row()) if index.isValid() else None
        return line if isinstance(line, ListedConversation) else None

    def current_id(self) -> int | None:
        line = self.current()
        return None if line is None else line.conversation_id

    def current_place(self) -> int | None:
        index = self.currentIndex()
        return self.rows.place_of(index.row()) if index.isValid() else None

    def choose_place(self, place: int) -> None:
        """Stand on a conversation; the first of a week brings its heading into sight."""
        row = self.rows.row_of(place)
        if self.rows.is_heading(row - 1):
            self.scrollTo(self.rows.index(row - 1, 0))
        self.setCurrentIndex(self.rows.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
        elif event.key() == Qt.Key.Key_Delete and (deleted := self.current_id()) is not None:
            self.deletion_wanted.emit(deleted)
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the newest and the oldest; where a heading would be reached, the one under it is."""
        ends = {QAbstractItemView.CursorAction.MoveHome: 0, QAbstractItemView.CursorAction.MoveEnd: -1}
        if action in ends:
            row = ends[action] % max(self.rows.rowCount(), 1)
        else:
            row = super().moveCursor(action, modifiers).row()
        return self.rows.index(row + self.rows.is_heading(row), 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit_rows()

    def keyboardSearch(self, _typed: str) -> None:
        """Letters choose nothing: it would mean reading the whole list."""

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() * 2 + _PADDING)
        self._fit_headings()

    def _fit_headings(self) -> None:
        """Headings are lower than conversations; Qt keeps the height of a row whatever comes to stand there."""
        lines, height = self.verticalHeader(), self.fontMetrics().height() + _PADDING
        for row in self._low_rows.difference(self.rows.headings):
            lines.resizeSection(row, lines.defaultSectionSize())
        for row in self.rows.headings:
            lines.resizeSection(row, height)
        self._low_rows = set(self.rows.headings)

    def _open(self) -> None:
        conversation_id = self.current_id()
        if conversation_id is not None:
            self.opened.emit(conversation_id)


class _LineDelegate(QStyledItemDelegate):
    def __init__(self, locale: Locale, parent: QWidget) -> None:
        super().__init__(parent)
        self._locale = locale

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = index.data(LineRole)
        painter.save()
        inside = option.rect.adjusted(_INSIDE, 0, -_INSIDE, 0)
        if isinstance(line, Week):
            self._paint_week(painter, inside, option.font, line)
        elif isinstance(line, ListedConversation):
            self._paint_ground(painter, option)
            self._paint_conversation(painter, inside, option.font, line)
        painter.restore()

    def _paint_week(self, painter: QPainter, rect: QRect, font: QFont, week: Week) -> None:
        line = rect.adjusted(0, rect.height() - painter.fontMetrics().height() - _GAP, 0, -_GAP)
        words = week_words(week.start, self._locale)
        after = _write(painter, line, words, _bold(font), tokens().text)
        counts = counted(week.conversations, "conversation")
        _write(painter, after, counts, font, tokens().muted)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colours, rect = tokens(), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.people_tint))
            painter.drawRoundedRect(QRectF(rect).adjusted(0, 1, 0, -1), 6, 6)
        else:
            painter.fillRect(rect.left() + _INSIDE, rect.bottom(), rect.width() - 2 * _INSIDE, 1, colours.line_soft)

    def _paint_conversation(self, painter: QPainter, rect: QRect, font: QFont, line: ListedConversation) -> None:
        colours, height = tokens(), painter.fontMetrics().height()
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * _SMALL)
        above = QRect(rect.left(), rect.top() + _PADDING // 2 - 2, rect.width(), height)
        below = above.translated(0, height + 3)
        when = short_day(line.held_on, line.starts_at, self._locale)
        above = _write_right(painter, above, when, small, colours.muted)
        below = _write_right(painter, below, length_of_talk(line.minutes), small, colours.muted)
        above = _write(painter, above, line.rep, _bold(font), colours.text)
        _write(painter, above, line.kind.label, font, colours.people_strong)
        if line.private:
            icon("lock", colours.amber).paint(painter, QRect(below.left(), below.center().y() - 6, _LOCK, _LOCK))
            _write(painter, below.adjusted(_LOCK + 4, 0, 0, 0), "Private", small, colours.amber)
        else:
            _write(painter, below, line.first_line or "nothing written", small, colours.muted)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def _write(painter: QPainter, where: QRect, words: str, font: QFont, colour: str) -> QRect:
    """Write at the left; answers the room that is left behind the words."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, where.width())
    painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
    return where.adjusted(min(painter.fontMetrics().horizontalAdvance(shown) + _GAP, where.width()), 0, 0, 0)


def _write_right(painter: QPainter, where: QRect, words: str, font: QFont, colour: str) -> QRect:
    """Write at the right; answers the room that is left before the words."""
    painter.setFont(font)
    width = painter.fontMetrics().horizontalAdvance(words)
    _write(painter, QRect(where.right() - width, where.top(), width + 1, where.height()), words, font, colour)
    return where.adjusted(0, 0, -width - 2 * _GAP, 0)
