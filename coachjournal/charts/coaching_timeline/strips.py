"""The three strips: how the height is shared out, and the scales of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from coachjournal.charts import fonts
from coachjournal.charts.coaching_timeline.geometry import Box, Scale
from coachjournal.charts.coaching_timeline.request import Request

LOWEST_SHARE, HIGHEST_SHARE = -0.5, 1.8
"""Beyond these a goal is drawn at the edge; its label and tooltip tell the value."""

_PADDING = 6.0
_BETWEEN_STRIPS = 8.0
_PARTS = (0.58, 0.28, 0.14)
_LEAST_HEIGHT = 90.0
_LABELS_PART, _LABELS_LEAST, _LABELS_MOST = 0.25, 130.0, 250.0
_TO_LABELS = 18.0
_MARK_ROOM = 5.0
# Rows from the foot of the last strip to the middle of the dates: below the "0%" beside them.
_DATES_BELOW = 0.85
# Minutes between grid lines of the hours: a quarter of an hour up to a hundred hours.
_HOUR_STEPS = (15, 30, 60, 120, 300, 600, 1200, 3000, 6000)
_HOUR_TOPS = (30, 60, 120, 240, 360, 480, 600, 900, 1200, 1800, 2400, 3600, 6000, 12000)


@dataclass(frozen=True, slots=True)
class Columns:
    """The edges from left to right: the axis from `left` to `right`, the labels of goals up to `end`."""

    left: float
    right: float
    labels: float
    end: float


@dataclass(frozen=True, slots=True)
class Strips:
    """The boxes of the strips and their scales: ordinal days to x, the others to y."""

    tops: tuple[float, float, float]
    """Where the heads of the strips begin."""
    goals: Box
    hours: Box
    week: Box
    label_room: Box
    days: Scale
    share: Scale
    minutes: Scale
    part: Scale
    gap_words_y: float
    marks_y: float
    """Middle of the row of conversation marks at the foot of the first strip."""
    dates_y: float


def columns(request: Request) -> Columns:
    """The edges depend on the size of the picture only, so that they stand still while reps are switched."""
    left = fonts.width("baseline", request.text) + 14
    labels = max(_LABELS_LEAST, min(_LABELS_MOST * request.text_scale, request.width * _LABELS_PART))
    right = request.width - labels - _TO_LABELS
    return Columns(left, right, right + _TO_LABELS, request.width - _PADDING)


def room_for_strips(request: Request, heads: Sequence[float]) -> float:
    """Height left for the strips beside their heads (of these heights), the dates and the air between."""
    return request.height - sum(heads) - 2 * _PADDING - 2 * _BETWEEN_STRIPS - 2 * _DATES_BELOW * request.row + _PADDING


def divide(request: Request, heads: Sequence[float]) -> Strips:
    """The strips under heads of the given heights."""
    edges = columns(request)
    room = max(_LEAST_HEIGHT, room_for_strips(request, heads))
    boxes, tops, at = [], [], _PADDING
    for head, part in zip(heads, _PARTS, strict=True):
        tops.append(at)
        boxes.append(Box(edges.left, at + head, edges.right, at + head + room * part))
        at = boxes[-1].bottom + _BETWEEN_STRIPS
    goals, hours, week = boxes
    gap_row = request.row if request.timeline.gaps else 0.0
    marks_row = request.row * 0.9
    plot = Box(goals.left, goals.top + gap_row, goals.right, goals.bottom - marks_row)
    return Strips(
        tops=(tops[0], tops[1], tops[2]),
        goals=goals,
        hours=hours,
        week=week,
        label_room=Box(edges.labels, goals.top, edges.end, hours.bottom),
        days=_day_scale(request, edges),
        share=_share_scale(request, plot),
        minutes=Scale(0, _most_minutes(request) * 1.04, hours.bottom, hours.top),
        part=Scale(0, 1, week.bottom, week.top),
        gap_words_y=goals.top + gap_row / 2,
        marks_y=goals.bottom - marks_row / 2,
        dates_y=week.bottom + _DATES_BELOW * request.row,
    )


def hour_grid(request: Request, strips: Strips) -> tuple[int, ...]:
    """Minutes with a grid line: at most five, far enough apart for their words."""
    most = int(strips.minutes.high)
    if not request.timeline.rep_weeks:
        return (0,)
    for step in _HOUR_STEPS:
        if most // step < 5 and step * strips.minutes.unit >= request.row:  # noqa: PLR2004 - five lines, as said
            return tuple(range(0, most + 1, step))
    return (0,)


def _day_scale(request: Request, edges: Columns) -> Scale:
    # A little in from the edges, so that the first and the last mark are whole.
    start, end = request.span.start.toordinal(), request.span.end.toordinal()
    return Scale(start, end, edges.left + _MARK_ROOM, edges.right - _MARK_ROOM)


def _share_scale(request: Request, plot: Box) -> Scale:
    # Over the whole time, not only what is in view, and in tenths: so it stands still while one moves and switches.
    shares = [point.share for goal in request.timeline.goals for point in goal.points]
    low = floor(in_range(min([0.0, *shares])) * 10 - 0.6) / 10
    high = ceil(in_range(max([1.0, *shares])) * 10 + 0.4) / 10
    return Scale(low, high, plot.bottom, plot.top)


def in_range(share: float) -> float:
    return max(LOWEST_SHARE, min(HIGHEST_SHARE, share))


def _most_minutes(request: Request) -> int:
    most = max((sum(week.minutes.values()) for week in request.timeline.rep_weeks), default=0)
    return next((top for top in _HOUR_TOPS if top >= most), most)
