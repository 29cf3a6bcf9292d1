"""A small shape for every kind of conversation, the same as on the coaching timeline: filled once held."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from coachjournal.rules.conversation import ConversationKind
from ui.theme import tokens

_ARM = 0.32
"""How wide an arm of the cross is, as a share of the whole."""


def draw_kind(painter: QPainter, kind: ConversationKind, where: QRectF, *, held: bool) -> None:
    """The shape of a kind within `where`: planned ones are hollow."""
    colour = QColor(tokens().people)
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(colour if held else Qt.BrushStyle.NoBrush)
    painter.drawPath(_SHAPES[kind](where.adjusted(0.6, 0.6, -0.6, -0.6)))


def _polygon(*points: tuple[float, float]) -> Callable[[QRectF], QPainterPath]:
    """Corners as shares of the width and height."""

    def drawn(where: QRectF) -> QPainterPath:
        path = QPainterPath()
        corners = [QPointF(where.x() + x * where.width(), where.y() + y * where.height()) for x, y in points]
        path.addPolygon(QPolygonF(corners))
        path.closeSubpath()
        return path

    return drawn


_NEAR, _FAR = (1 - _ARM) / 2, (1 + _ARM) / 2
_SHAPES = {
    ConversationKind.RIDE_ALONG: _polygon((0.5, 0), (1, 1), (0, 1)),
    ConversationKind.ONE_ON_ONE: _polygon((0.06, 0.06), (0.94, 0.06), (0.94, 0.94), (0.06, 0.94)),
    ConversationKind.DEAL_REVIEW: _polygon((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    ConversationKind.CALL_REVIEW: _polygon((0, 0), (1, 0), (0.5, 1)),
    ConversationKind.PIPELINE_REVIEW: _polygon(
        *((_NEAR, 0), (_FAR, 0), (_FAR, _NEAR), (1, _NEAR), (1, _FAR), (_FAR, _FAR)),
        *((_FAR, 1), (_NEAR, 1), (_NEAR, _FAR), (0, _FAR), (0, _NEAR), (_NEAR, _NEAR)),
    ),
    ConversationKind.PRACTICE: _polygon(
        *((0.5, 0), (0.64, 0.36), (1, 0.38), (0.72, 0.62), (0.82, 1)),
        *((0.5, 0.78), (0.18, 1), (0.28, 0.62), (0, 0.38), (0.36, 0.36)),
    ),
    ConversationKind.IN_PASSING: _polygon((0.36, 0), (0.64, 0), (0.64, 1), (0.36, 1)),
}
