"""Words painted on one line, with those that were looked for standing out."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from ui.theme import tokens
from ui.widgets.text_places import qt_places

Marks = Sequence[tuple[int, int]]
"""Start and length of each word, in characters of Python."""

_LONGEST = 160
"""Characters: more than a line of the window holds, and what is not laid out costs nothing."""
_ENDS = str.maketrans(dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029", " "))
_ELIDED = Qt.TextElideMode.ElideRight


def paint_words(painter: QPainter, where: QRect, words: str, colour: str, marks: Marks = ()) -> int:
    """Paint at the left in the painter's font, cut where there is no room; answers how wide the words are."""
    line = words[:_LONGEST].translate(_ENDS)
    painter.setPen(QColor(colour))
    if marks:
        return _paint_marked(painter, where, line, marks)
    shown = painter.fontMetrics().elidedText(line, _ELIDED, where.width())
    painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
    return painter.fontMetrics().horizontalAdvance(shown)


def _paint_marked(painter: QPainter, where: QRect, line: str, marks: Marks) -> int:
    """By Qt's own layout, which keeps letters joined and right-to-left words in order across a mark."""
    bold = painter.font()
    bold.setWeight(QFont.Weight.DemiBold)
    shown = QFontMetrics(bold).elidedText(line, _ELIDED, where.width())  # at least as wide as it will be
    layout = QTextLayout(shown, painter.font())
    row = _in_one_row(layout, where.width(), _stand_out(line, marks, min(len(shown), len(line))))
    layout.draw(painter, QPointF(where.left(), where.top() + (where.height() - row.height()) / 2))
    return round(row.naturalTextWidth())


def _in_one_row(layout: QTextLayout, width: int, formats: list[QTextLayout.FormatRange]) -> QTextLine:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats(formats)
    layout.beginLayout()
    row = layout.createLine()
    row.setLineWidth(width)
    layout.endLayout()
    return row


def _stand_out(line: str, marks: Marks, room: int) -> list[QTextLayout.FormatRange]:
    place, form = qt_places(line), QTextCharFormat()
    form.setFontWeight(QFont.Weight.DemiBold)
    form.setForeground(QColor(tokens().text))
    ranges = []
    for start, length in marks:
        if start < room:  # else it was cut off
            each = QTextLayout.FormatRange()
            each.start = place(start)
            each.length = place(min(start + length, len(line))) - each.start
            each.format = form
            ranges.append(each)
    return ranges
