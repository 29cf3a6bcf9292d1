"""What is painted under the words of a note: private grounds, chips, hits of a search, boxes and locks."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import cast

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QTextBlock, QTextLine
from PySide6.QtWidgets import QTextEdit

from ui.theme import icon, tokens
from ui.tokens import Tokens
from ui.widgets.ink import Look
from ui.widgets.note_lines import GROUND, LINE_HEIGHT, PICTURE, WHOLE_LINE

_ROUND = 6.0
_OUTSET = 2.0
"""Pixels a chip stands out beyond its letters, left and right."""
_PICTURE = 0.72
"""The share of a line's height that a box or a lock takes."""
_HALF_A_GAP = (LINE_HEIGHT / 100 - 1) / 2
_BOX_ROUND = 4.0
_LOCK = QSize(16, 16)
_BOXES = frozenset({Look.BOX.name, Look.TICKED_BOX.name})


class NoteGround:
    """Paints what lies under the lines in sight. `hits` are places in the text, in order, as Qt counts."""

    def __init__(self, note: QTextEdit) -> None:
        self._note = note
        self._lock = QPixmap()
        self._lock_colour = ""
        self.hits: Sequence[tuple[int, int]] = ()

    def paint(self) -> None:
        painter = QPainter(self._note.viewport())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-self._note.horizontalScrollBar().value(), -self._note.verticalScrollBar().value())
        blocks = list(blocks_in_sight(self._note))
        for block in blocks:
            self._paint_whole(painter, block)
        for block in blocks:
            self._paint_parts(painter, block)
            self._paint_hits(painter, block)
        painter.end()

    def box_at(self, point: QPointF) -> int | None:
        """Where in the text the box stands that is painted at this point of what is in sight."""
        point += QPointF(self._note.horizontalScrollBar().value(), self._note.verticalScrollBar().value())
        for block in blocks_in_sight(self._note):
            for part in block.layout().formats():
                if part.format.property(PICTURE) in _BOXES and any(
                    rect.contains(point) for rect in self._rects(block, part.start, part.start + part.length)
                ):
                    return block.position() + part.start
        return None

    def _paint_whole(self, painter: QPainter, block: QTextBlock) -> None:
        if block.userState() > 0 and block.userState() & WHOLE_LINE:
            lines = self._note.document().documentLayout().blockBoundingRect(block)
            reach = block.layout().lineAt(0).height() * _HALF_A_GAP
            lines.setRect(0, lines.top() - reach, self._note.viewport().width(), lines.height() + 2 * reach)
            painter.fillRect(lines.toAlignedRect(), QColor(tokens().amber_tint))

    def _paint_parts(self, painter: QPainter, block: QTextBlock) -> None:
        for part in block.layout().formats():
            ground, picture = part.format.property(GROUND), part.format.property(PICTURE)
            if ground is None and picture is None:
                continue
            for rect in self._rects(block, part.start, part.start + part.length):
                if ground is not None:
                    _paint_chip(painter, rect, QColor(ground))
                if picture is not None:
                    self._paint_picture(painter, rect, Look[picture])

    def _paint_hits(self, painter: QPainter, block: QTextBlock) -> None:
        begins, ends = block.position(), block.position() + block.length()
        for start, end in self.hits[bisect_left(self.hits, (begins, 0)) : bisect_left(self.hits, (ends, 0))]:
            for rect in self._rects(block, start - begins, end - begins):
                _paint_chip(painter, rect, QColor(tokens().amber_line), outset=0)

    def _paint_picture(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        side = rect.height() * _PICTURE
        square = QRectF(0, 0, side, side)
        square.moveCenter(rect.center())
        if look is Look.LOCK:
            painter.drawPixmap(square.toRect(), self._lock_in(tokens().amber))
        else:
            _paint_box(painter, square, tokens(), ticked=look is Look.TICKED_BOX)

    def _lock_in(self, colour: str) -> QPixmap:
        """Twice as large as it is shown at most times, since it grows with the text."""
        if colour != self._lock_colour:
            self._lock, self._lock_colour = icon("lock", colour).pixmap(_LOCK, 2.0), colour
        return self._lock

    def _rects(self, block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
        origin = self._note.document().documentLayout().blockBoundingRect(block).topLeft()
        return (rect.translated(origin) for rect in rects_of(block, start, end))


def blocks_in_sight(note: QTextEdit) -> Iterator[QTextBlock]:
    """The paragraphs of which something can be seen now."""
    layout = note.document().documentLayout()
    block = note.cursorForPosition(note.viewport().rect().topLeft()).block()
    bottom = note.verticalScrollBar().value() + note.viewport().height()
    while block.isValid() and layout.blockBoundingRect(block).top() < bottom:
        yield block
        block = block.next()


def rects_of(block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
    """Where these letters of a paragraph stand, line by line, from its corner."""
    layout = block.layout()
    line = layout.lineForTextPosition(start)
    while line.isValid() and line.textStart() < end:
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        left, right = sorted((_x(line, first), _x(line, last)))
        yield QRectF(left, line.y(), right - left, line.ascent() + line.descent())
        if line.lineNumber() + 1 >= layout.lineCount():
            return
        line = layout.lineAt(line.lineNumber() + 1)


def _x(line: QTextLine, place: int) -> float:
    return cast("tuple[float, int]", line.cursorToX(place))[0]  # the stubs of PySide say object


def _paint_chip(painter: QPainter, rect: QRectF, colour: QColor, outset: float = _OUTSET) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(rect.adjusted(-outset, 0, outset, 0), _ROUND, _ROUND)


def _paint_box(painter: QPainter, square: QRectF, colours: Tokens, *, ticked: bool) -> None:
    painter.setPen(QPen(QColor(colours.people if ticked else colours.faint), 1))
    painter.setBrush(QColor(colours.people if ticked else colours.sheet))
    painter.drawRoundedRect(square, _BOX_ROUND, _BOX_ROUND)
    if ticked:
        painter.setPen(QPen(QColor(colours.on_people), 1.6, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        corners = ((0.27, 0.52), (0.44, 0.69), (0.75, 0.34))  # of a tick, in shares of the box
        painter.drawPolyline([square.topLeft() + QPointF(x, y) * square.width() for x, y in corners])
