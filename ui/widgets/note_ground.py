"""The ground under the words of a note: the rounded one of chips. Painted before the letters are."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextLine
from PySide6.QtWidgets import QTextEdit

from ui.widgets.note_lines import CHIP

_ROUND = 6.0
_OUTSET = 3.0
"""Pixels a chip stands out beyond its letters, left and right."""


def paint_ground(note: QTextEdit) -> None:
    """Paint what lies under the lines in sight."""
    painter = QPainter(note.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.translate(-note.horizontalScrollBar().value(), -note.verticalScrollBar().value())
    for block in blocks_in_sight(note):
        for rect, colour in _chips(note, block):
            painter.setBrush(colour)
            painter.drawRoundedRect(rect, _ROUND, _ROUND)
    painter.end()


def blocks_in_sight(note: QTextEdit) -> Iterator[QTextBlock]:
    """The paragraphs of which something can be seen now."""
    layout = note.document().documentLayout()
    block = note.cursorForPosition(note.viewport().rect().topLeft()).block()
    bottom = note.verticalScrollBar().value() + note.viewport().height()
    while block.isValid() and layout.blockBoundingRect(block).top() < bottom:
        yield block
        block = block.next()


def _chips(note: QTextEdit, block: QTextBlock) -> Iterator[tuple[QRectF, QColor]]:
    origin = note.document().documentLayout().blockBoundingRect(block).topLeft()
    layout = block.layout()
    for part in layout.formats():
        if part.format.hasProperty(CHIP):
            colour = QColor(part.format.property(CHIP))
            for rect in rects_of(block, part.start, part.start + part.length):
                yield rect.translated(origin).adjusted(-_OUTSET, 0, _OUTSET, 0), colour


def rects_of(block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
    """Where these letters of a paragraph stand, line by line, from its corner."""
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = sorted((_x(line, first), _x(line, last)))
            yield QRectF(left, line.y(), right - left, line.ascent() + line.descent())


def _x(line: QTextLine, place: int) -> float:
    return cast("tuple[float, int]", line.cursorToX(place))[0]  # the stubs of PySide say object
