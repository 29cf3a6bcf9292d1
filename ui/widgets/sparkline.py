"""A line the size of a word: how a value went, one dot where there is only one. Made to be read in grey."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import tokens
from ui.widgets.text import tip

_DOT = 2.5
"""Pixels of the radius of a dot, which has to fit twice into the letters of a line."""
_CHARACTERS = 16


@dataclass(frozen=True, slots=True)
class Trace:
    """One line, its points in order of day. A lighter one is dashed with hollow dots: there are two at most."""

    points: tuple[tuple[date, float], ...]
    lighter: bool = False


@dataclass(frozen=True, slots=True)
class Spark:
    """Traces between the least and the most that there can be, and a dashed target where there is one."""

    traces: tuple[Trace, ...]
    least: float
    most: float
    target: float | None = None


class Sparkline(QWidget):
    """Draws a spark; its words are the tooltip and what a screen reader says."""

    def __init__(self, *, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.spark = Spark((), 0, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say(self, spark: Spark, words: str) -> None:
        self.spark = spark
        self.setAccessibleName(words)
        self.setToolTip(tip(words))
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * _CHARACTERS, round(metrics.height() * 1.4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_spark(QPainter(self), QRectF(self.rect()), self.spark)


def draw_spark(painter: QPainter, where: QRectF, spark: Spark) -> None:
    """The traces over one axis of days, that of all points together, filling `where`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = where.adjusted(_DOT + 1, _DOT + 1, -_DOT - 1, -_DOT - 1)
    if spark.target is not None:
        _draw_target(painter, inner, spark, spark.target)
    for trace in sorted(spark.traces, key=lambda each: not each.lighter):
        _draw_trace(painter, trace, list(_places(inner, spark, trace)))
    painter.restore()


def _places(inner: QRectF, spark: Spark, trace: Trace) -> Iterator[QPointF]:
    days = [day for each in spark.traces for day, _ in each.points]
    first, span = min(days, default=date.min), (max(days, default=date.min) - min(days, default=date.min)).days
    for day, value in trace.points:
        along = (day - first).days / span if span else 0.5
        yield QPointF(inner.left() + inner.width() * along, _height(inner, spark, value))


def _height(inner: QRectF, spark: Spark, value: float) -> float:
    share = (value - spark.least) / (spark.most - spark.least) if spark.most > spark.least else 0.5
    return inner.bottom() - inner.height() * min(max(share, 0.0), 1.0)


def _draw_target(painter: QPainter, inner: QRectF, spark: Spark, target: float) -> None:
    y = _height(inner, spark, target)
    painter.setPen(QPen(QColor(tokens().line), 1, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(inner.left(), y), QPointF(inner.right(), y))


def _draw_trace(painter: QPainter, trace: Trace, places: list[QPointF]) -> None:
    colours = tokens()
    ink = QColor(colours.muted if trace.lighter else colours.people)
    style = Qt.PenStyle.DotLine if trace.lighter else Qt.PenStyle.SolidLine
    painter.setPen(QPen(ink, 1.5, style))
    painter.drawPolyline(QPolygonF(places))
    painter.setPen(QPen(ink, 1.2))
    painter.setBrush(QColor(colours.sheet) if trace.lighter else ink)
    for place in places:
        painter.drawEllipse(place, _DOT, _DOT)
