"""The coaching timeline on the screen: drawn by matplotlib, carried and pointed at by Qt."""

from datetime import date
from html import escape
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollArea, QToolTip, QWidget

from coachjournal.charts.coaching_timeline.found import CheckInHit, Hit
from coachjournal.charts.coaching_timeline.lanes import LaneCount
from coachjournal.charts.coaching_timeline.spans import (
    QUARTER_DAYS,
    YEAR_DAYS,
    last_days,
    length_of,
    moved,
    whole_span,
    zoomed,
)
from coachjournal.charts.coaching_timeline.summary import TableRow, timeline_summary, timeline_table
from coachjournal.queries.coaching_timeline import (
    ActionMark,
    CoachingTimeline,
    ConversationMark,
    Gap,
    RepHours,
    WholeHours,
)
from coachjournal.rules.locale_numbers import DEFAULT_LOCALE
from coachjournal.rules.period import Period
from ui import theme
from ui.tokens import DARK
from ui.worker import Worker

if TYPE_CHECKING:
    from coachjournal.charts.coaching_timeline.figure import TimelineFigure

_REDRAW_MS = 60  # after the last step of a resize; until then the old picture is stretched
_ZOOM_STEP = 0.8
_WHEEL_NOTCH = 120
_DRAG_FROM = 4  # pixels; less is a click with an unsteady hand
_WEEK_DAYS = 7
_KEY_STEPS = 8  # presses of an arrow that move one whole span
_HINT = "Drag, or turn the wheel with Shift, to move through time; with Ctrl it zooms."

_DRAW_AGAIN = {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange}
_ZOOM_KEYS = {Qt.Key.Key_Plus: _ZOOM_STEP, Qt.Key.Key_Equal: _ZOOM_STEP, Qt.Key.Key_Minus: 1 / _ZOOM_STEP}
_MOVE_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_SPAN_KEYS = {
    Qt.Key.Key_Q: "quarter",
    Qt.Key.Key_Y: "year",
    Qt.Key.Key_A: "all",
    Qt.Key.Key_Home: "all",
}


class TimelineView(QWidget):
    """Shows one rep's timeline; wheel, drag and keys move through the time, a click opens what it points at.

    With a worker, matplotlib is loaded in the background when the first timeline comes; the sheet is blank till then.
    """

    conversation_opened = Signal(int)
    check_in_opened = Signal(int)
    action_opened = Signal(int)
    week_opened = Signal(date)
    span_changed = Signal(str)  # quarter, year or all; empty when the span is one's own

    def __init__(self, worker: Worker | None = None, *, locale: str = DEFAULT_LOCALE) -> None:
        super().__init__()
        self._worker = worker
        self._locale = locale
        self._timeline: CoachingTimeline | None = None
        self._span: Period | None = None
        self._span_name = "year"
        self._figure: TimelineFigure | None = None
        self._picture: QImage | None = None
        self._current = False
        self._loading = False
        self._pointer: QPointF | None = None
        self._found: Hit | None = None
        self._pressed: tuple[QPointF, Period] | None = None
        self._dragged = False
        self._resizing = QTimer(self)
        self._resizing.setSingleShot(True)
        self._resizing.setInterval(_REDRAW_MS)
        self._resizing.timeout.connect(self._redraw)
        self.setObjectName("coachingTimeline")
        self.setAccessibleName("Coaching timeline")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(420, 320)

    def show_timeline(self, timeline: CoachingTimeline) -> None:
        """Another rep, or the same one after a change: then a span of one's own stays as it is."""
        same_rep = self._timeline is not None and self._timeline.rep_id == timeline.rep_id
        self._timeline = timeline
        if same_rep and self._span is not None and not self._span_name:
            self._show_span(moved(self._span, 0, whole_span(timeline)))
        else:
            self._show_named(self._span_name or "year")

    def show_quarter(self) -> None:
        self._show_named("quarter")

    def show_year(self) -> None:
        self._show_named("year")

    def show_all(self) -> None:
        self._show_named("all")

    @property
    def span(self) -> Period | None:
        """The days in view."""
        return self._span

    @property
    def span_name(self) -> str:
        """quarter, year or all; empty when the span is one's own."""
        return self._span_name

    @property
    def figure(self) -> "TimelineFigure | None":
        """What draws, once it is loaded."""
        return self._figure

    def table_rows(self) -> tuple[TableRow, ...]:
        """The data as a table, for those who do not see the picture."""
        return timeline_table(self._timeline) if self._timeline else ()

    def _show_named(self, name: str) -> None:
        if self._timeline is None:
            self._span_name = name
            return
        days = {"quarter": QUARTER_DAYS, "year": YEAR_DAYS}.get(name)
        self._show_span(last_days(self._timeline, days) if days else whole_span(self._timeline), name)

    def _show_span(self, span: Period, name: str = "") -> None:
        if self._timeline is None:
            return
        self._span, self._span_name = span, name
        self.setAccessibleDescription(timeline_summary(self._timeline, span, locale=self._locale))
        self.span_changed.emit(name)
        self._redraw()

    def _move(self, days: int, start: Period | None = None) -> None:
        if self._timeline is not None and self._span is not None:
            after = moved(start or self._span, days, whole_span(self._timeline))
            if after != self._span:
                self._show_span(after)

    def _zoom(self, factor: float, around: date | None = None) -> None:
        if self._timeline is not None and self._span is not None:
            middle = date.fromordinal((self._span.start.toordinal() + self._span.end.toordinal()) // 2)
            self._show_span(zoomed(self._span, factor, around or middle, whole_span(self._timeline)))

    # Drawing

    def sizeHint(self) -> QSize:
        return QSize(800, 480)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._current and not self._resizing.isActive():
            self._draw()
        painter = QPainter(self)
        if self._picture is not None:
            painter.drawImage(self.rect(), self._picture)
        self._paint_crosshair(painter)
        if self.hasFocus():
            painter.setPen(QColor(theme.tokens().people))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _redraw(self) -> None:
        self._current = False
        self.update()

    def _draw(self) -> None:
        """Draws into `_picture`, which is the renderer's own memory: nothing is copied."""
        figure = self._ready_figure()
        if figure is None or self._timeline is None:
            return
        figure.resize((float(self.width()), float(self.height())), self.devicePixelRatioF())
        figure.dress(*self._look())
        figure.show(self._timeline, self._span)
        rows = figure.render()
        height, width = rows.shape[:2] if rows.shape else (0, 0)
        self._picture = QImage(rows, width, height, 4 * width, QImage.Format.Format_RGBX8888)
        self._current = True

    def _ready_figure(self) -> "TimelineFigure | None":
        """None while matplotlib is on its way, which takes half a second the first time."""
        if self._figure is None and not self._loading and self._timeline is not None:
            timeline, locale = self._timeline, self._locale
            if self._worker is None:
                self._figure = _first_figure(timeline, locale)
            else:
                self._loading = True
                self._worker.run(lambda _task: _first_figure(timeline, locale), then=self._on_loaded)
        return self._figure

    def _on_loaded(self, figure: "TimelineFigure") -> None:
        self._figure = figure
        self._redraw()

    def _look(self) -> tuple[Literal["light", "dark"], float]:
        size = self.font().pointSizeF()
        return "dark" if theme.tokens() is DARK else "light", max(size, 1.0) / theme.BODY_PT

    def _paint_crosshair(self, painter: QPainter) -> None:
        layout = self._figure.layout if self._figure else None
        if layout is None or self._pointer is None:
            return
        painter.setPen(QPen(QColor(theme.tokens().muted), 1, Qt.PenStyle.DotLine))
        x = self._pointer.x()
        for strip in (layout.strips.goals, layout.strips.hours, layout.strips.week):
            if strip.left <= x <= strip.right:
                painter.drawLine(QPointF(x, strip.top), QPointF(x, strip.bottom))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._picture is not None:
            self._resizing.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _DRAW_AGAIN:
            self._redraw()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._redraw()
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and self._found is None:
            QToolTip.showText(event.globalPos(), _HINT, self)
            return True
        return super().event(event)

    # The pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event.position())
        else:
            self._point(event.position(), event.globalPosition().toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._span is not None:
            self._pressed, self._dragged = (event.position(), self._span), False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and not self._dragged:
            self._open(event.position())
        self._pressed = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.show_all()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointer, self._found = None, None
        QToolTip.hideText()
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Up and down zooms around the pointer, where the page scrolls only with Ctrl; sideways or with Shift moves."""
        turned, held = event.angleDelta(), event.modifiers()
        sideways, up = turned.x(), turned.y()
        if held & Qt.KeyboardModifier.ShiftModifier:
            sideways, up = sideways or up, 0
        elif not held & Qt.KeyboardModifier.ControlModifier and abs(up) >= abs(sideways) and self._is_on_long_page():
            event.ignore()  # the page takes it
            return
        if sideways:
            self._move(-round(sideways / _WHEEL_NOTCH * self._key_step()))
        if up:
            self._zoom(_ZOOM_STEP ** (up / _WHEEL_NOTCH), self._day_at(event.position().x()))
        event.accept()

    def _is_on_long_page(self) -> bool:
        """Whether it stands on something that can be scrolled."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above is not None and above.verticalScrollBar().maximum() > 0

    def _drag(self, to: QPointF) -> None:
        layout = self._figure.layout if self._figure else None
        if self._pressed is None or layout is None:
            return
        pressed_at, span = self._pressed
        by = to.x() - pressed_at.x()
        if self._dragged or abs(by) > _DRAG_FROM:
            self._dragged = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._move(-round(by / layout.strips.days.unit), span)

    def _point(self, at: QPointF, on_screen: QPoint) -> None:
        self._uncover_crosshair()
        self._pointer = at
        self._uncover_crosshair()
        found = self._figure.hit(at.x(), at.y()) if self._figure else None
        if found == self._found:
            return
        self._found = found
        self.setCursor(Qt.CursorShape.PointingHandCursor if _opens(found) else Qt.CursorShape.ArrowCursor)
        words = self._figure.words_for(found) if self._figure and found else ""
        # Escaped: a tooltip would read a name with angle brackets as markup.
        QToolTip.showText(on_screen, escape(words).replace("\n", "<br>"), self)

    def _uncover_crosshair(self) -> None:
        if self._pointer is not None:
            self.update(round(self._pointer.x()) - 1, 0, 3, self.height())

    def _open(self, at: QPointF) -> None:
        match self._figure.hit(at.x(), at.y()) if self._figure else None:
            case ConversationMark(conversation_id=conversation):
                self.conversation_opened.emit(conversation)
            case RepHours(period=period) | WholeHours(period=period) | LaneCount(period=period):
                self._open_period(period)
            case CheckInHit(point=point) if point.conversation_id is not None:
                self.conversation_opened.emit(point.conversation_id)
            case CheckInHit(point=point):
                self.check_in_opened.emit(point.check_in_id)
            case ActionMark(action_id=action, held=False):
                self.action_opened.emit(action)
            case ActionMark() | Gap() | None:
                pass

    def _open_period(self, period: Period) -> None:
        """A week is opened; into a month one goes nearer."""
        if period.days <= _WEEK_DAYS:
            self.week_opened.emit(period.start)
        elif self._timeline is not None:
            self._show_span(moved(period, 0, whole_span(self._timeline)))

    def _day_at(self, x: float) -> date | None:
        layout = self._figure.layout if self._figure else None
        if layout is None or self._span is None:
            return None
        day = date.fromordinal(max(1, int(layout.strips.days.value(x))))
        return max(self._span.start, min(self._span.end, day))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)
        elif key in _MOVE_KEYS:
            self._move(_MOVE_KEYS[key] * self._key_step())
        elif key in _ZOOM_KEYS:
            self._zoom(_ZOOM_KEYS[key])
        elif key in _SPAN_KEYS:
            self._show_named(_SPAN_KEYS[key])
        else:
            super().keyPressEvent(event)

    def _key_step(self) -> int:
        return max(1, length_of(self._span) // _KEY_STEPS) if self._span else 0


def _opens(found: Hit | None) -> bool:
    match found:
        case Gap() | ActionMark(held=True) | None:
            return False
        case _:
            return True


def _first_figure(timeline: CoachingTimeline, locale: str) -> "TimelineFigure":
    """A figure that has drawn once, in the background or not: what is slow the first time is behind it."""
    from coachjournal.charts.coaching_timeline.figure import TimelineFigure

    figure = TimelineFigure(size=(800, 480), locale=locale)
    figure.show(timeline)
    figure.render()
    return figure
