"""The three strips: how the height is shared out, and the scales of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from coachjournal.charts import fonts
from coachjournal.charts.coaching_timeline.geometry import Box, Scale
from coachjournal.charts.coaching_timeline.lanes import LANES, PlacedLane, lanes_present, place_lanes
from coachjournal.charts.coaching_timeline.request import Request
from coachjournal.queries.coaching_timeline import RepHours, WholeHours

LOWEST_SHARE, HIGHEST_SHARE = -0.5, 1.8
"""Beyond these a goal is drawn at the edge; its label and tooltip tell the value."""

_PADDING = 6.0
_BETWEEN_STRIPS = 8.0
_PARTS = (0.58, 0.28, 0.14)
_LEAST_HEIGHT = 90.0
_LABELS_PART, _LABELS_LEAST, _LABELS_MOST = 0.25, 130.0, 250.0
_TO_LABELS = 18.0
_MARK_ROOM = 5.0
_LANE_ROWS, _ABOVE_LANES = 0.72, 0.3
"""Heights of a lane of conversations, and of the air above the first one, in rows."""
# Weeks narrower than this are added up to months.
_NARROWEST_WEEK = 3.0
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
    plot: Box
    """The part of the first strip in which the goals' lines run: below the words of gaps, above the lanes."""
    lanes: tuple[PlacedLane, ...]
    hours: Box
    week: Box
    label_room: Box
    days: Scale
    share: Scale
    minutes: Scale
    part: Scale
    gap_words_y: float
    dates_y: float


def columns(request: Request) -> Columns:
    """The edges depend on the size of the picture only, so that they stand still while reps are switched."""
    beside = [("baseline", request.text), *((lane.title, request.small) for lane in LANES)]
    left = max(fonts.width(text, size) for text, size in beside) + 14
    labels = max(_LABELS_LEAST, min(_LABELS_MOST * request.text_scale, request.width * _LABELS_PART))
    right = request.width - labels - _TO_LABELS
    return Columns(left, right, right + _TO_LABELS, request.width - _PADDING)


def room_for_strips(request: Request, heads: Sequence[float]) -> float:
    """Height left for the strips beside their heads (of these heights), the dates and the air between."""
    around = sum(heads) + _PADDING + 2 * _BETWEEN_STRIPS + 2 * _DATES_BELOW * request.row
    return request.height - around - _lanes_height(request)


def shows_months(request: Request) -> bool:
    """Whether the bars are months: weeks would be too narrow to be told apart."""
    return 7 * day_scale(request).unit < _NARROWEST_WEEK


def rep_hours(request: Request) -> tuple[RepHours, ...]:
    """The hours with the rep as the bars show them."""
    return request.timeline.rep_months if shows_months(request) else request.timeline.rep_weeks


def whole_hours(request: Request) -> tuple[WholeHours, ...]:
    """All hours as the last strip shows them."""
    return request.timeline.whole_months if shows_months(request) else request.timeline.whole_weeks


def divide(request: Request, heads: Sequence[float]) -> Strips:
    """The strips under heads of the given heights."""
    edges = columns(request)
    room = max(_LEAST_HEIGHT, room_for_strips(request, heads))
    tall = _lanes_height(request)
    boxes, tops, at = [], [], _PADDING
    for head, part, more in zip(heads, _PARTS, (tall, 0.0, 0.0), strict=True):
        tops.append(at)
        boxes.append(Box(edges.left, at + head, edges.right, at + head + room * part + more))
        at = boxes[-1].bottom + _BETWEEN_STRIPS
    goals, hours, week = boxes
    gap_row = request.row if request.timeline.gaps else 0.0
    plot = Box(goals.left, goals.top + gap_row, goals.right, goals.bottom - tall)
    below = Box(goals.left, plot.bottom + (_ABOVE_LANES * request.row if tall else 0.0), goals.right, goals.bottom)
    days = day_scale(request)
    return Strips(
        tops=(tops[0], tops[1], tops[2]),
        goals=goals,
        plot=plot,
        lanes=place_lanes(request, below, days, by_month=shows_months(request)),
        hours=hours,
        week=week,
        label_room=Box(edges.labels, goals.top, edges.end, goals.bottom),
        days=days,
        share=_share_scale(request, plot),
        minutes=Scale(0, _most_minutes(request) * 1.04, hours.bottom, hours.top),
        part=Scale(0, 1, week.bottom, week.top),
        gap_words_y=goals.top + gap_row / 2,
        dates_y=week.bottom + _DATES_BELOW * request.row,
    )


def hour_grid(request: Request, strips: Strips) -> tuple[int, ...]:
    """Minutes with a grid line: at most five, far enough apart for their words."""
    most = int(strips.minutes.high)
    if not rep_hours(request):
        return (0,)
    for step in _HOUR_STEPS:
        if most // step < 5 and step * strips.minutes.unit >= request.row:  # noqa: PLR2004 - five lines, as said
            return tuple(range(0, most + 1, step))
    return (0,)


def _lanes_height(request: Request) -> float:
    lanes = len(lanes_present(request))
    return (lanes * _LANE_ROWS + _ABOVE_LANES) * request.row if lanes else 0.0


def day_scale(request: Request) -> Scale:
    """Ordinal days to x."""
    edges = columns(request)
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
    most = max((sum(bar.minutes.values()) for bar in rep_hours(request)), default=0)
    return next((top for top in _HOUR_TOPS if top >= most), most)
