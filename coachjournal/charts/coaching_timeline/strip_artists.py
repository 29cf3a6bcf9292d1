"""The matplotlib artists of each strip: made once, then given new data."""

import math
from collections.abc import Sequence
from datetime import timedelta

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Transform, blended_transform_factory

from coachjournal.charts.coaching_timeline.bands import BANDS
from coachjournal.charts.coaching_timeline.geometry import Box, Scale
from coachjournal.charts.coaching_timeline.lanes import MARKERS, PLANNED_MARKERS, Form, Kind, Mark, PlacedLane
from coachjournal.charts.coaching_timeline.layout import Layout, goal_style
from coachjournal.charts.coaching_timeline.page_artists import POINTS
from coachjournal.charts.coaching_timeline.request import Request
from coachjournal.charts.coaching_timeline.shapes import (
    crowded_lanes,
    gap_bands,
    gap_edges,
    split_hours,
    stacked_hours,
)
from coachjournal.charts.coaching_timeline.strips import HIGHEST_SHARE, LOWEST_SHARE, rep_hours, whole_hours
from coachjournal.charts.palette import Palette
from coachjournal.queries.coaching_timeline import CoachingTimeline, GoalPoint, WholeHours
from coachjournal.rules.period import Period

_NOTHING = Path([(0.0, 0.0)])
_DASHED = (0, (4, 2.5))
_LINE, _QUIET_LINE, _DOT, _SMALL_DOT = 2.2, 1.2, 6.5, 3.0
# Dots nearer to each other than this would run into a caterpillar; the line alone then tells more.
_DOT_DISTANCE, _SMALL_DOT_DISTANCE = 9.0, 5.0
_MARKS = {Form.SHAPES: 7.0, Form.SMALL_SHAPES: 5.5}
# Shapes with corners at their middles look smaller than a square, and a star much smaller.
_LOOKS_AS_LARGE = {"s": 0.9, "D": 0.85, "^": 1.1, "v": 1.1, "P": 1.15, "*": 1.5, ">": 1.1, "p": 1.1, "d": 1.2}
_PLANNED_ON_TICKS = 5.5
# A hollow shape is seen by its outline, which lies half outside of it and half inside.
_HOLLOW, _OUTLINE = 0.92, 1.1 * POINTS
_GAP_EDGE = 2.0
_RIM = 0.6 * POINTS
# Bars narrower than this leave no air between them.
_BAR_WITH_AIR = 5.0
_AIR = 0.23
"""Part of a bar's days that stays free."""


class Strip:
    """Axes without ticks, a ground for gaps, and horizontal lines."""

    def __init__(self, figure: Figure) -> None:
        self.axes: Axes = figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        self.grid = LineCollection([], transform=self.axes.get_yaxis_transform(), zorder=1, linewidths=0.8)
        self.axes.add_collection(self.grid, autolim=False)
        self._placed: tuple[object, ...] = ()

    def place(self, box: Box, request: Request, days: Scale, top_and_bottom: tuple[float, float]) -> None:
        """Puts the axes where the box is; `top_and_bottom` are the y values at its upper and lower edge."""
        width, height = request.width, request.height
        placed = (box, width, height, days, top_and_bottom)
        if placed == self._placed:
            return  # moving axes, even to where they are, makes matplotlib reckon everything on them anew
        self._placed = placed
        self.axes.set_position((box.left / width, 1 - box.bottom / height, box.width / width, box.height / height))
        self.axes.set_xlim(days.value(box.left), days.value(box.right))
        self.axes.set_ylim(top_and_bottom[1], top_and_bottom[0])

    def rule(self, values: Sequence[float], colour: str) -> None:
        """Horizontal lines across the strip."""
        self.grid.set_segments([[(0, value), (1, value)] for value in values])
        self.grid.set_color(colour)

    def patch(self, zorder: float, transform: Transform | None = None) -> PathPatch:
        patch = PathPatch(_NOTHING, linewidth=0, zorder=zorder)
        patch.set_transform(transform or self.axes.transData)
        patch.set_clip_path(self.axes.patch)
        self.axes.add_artist(patch)
        return patch

    def line(self, zorder: float, transform: Transform | None = None) -> Line2D:
        line = Line2D([], [], zorder=zorder, linestyle="none")
        line.set_transform(transform or self.axes.transData)
        line.set_clip_path(self.axes.patch)
        self.axes.add_artist(line)
        return line


class GoalStrip(Strip):
    """Lines of goals with their check-ins, lanes of conversations at the foot."""

    def __init__(self, figure: Figure, page: Transform) -> None:
        super().__init__(figure)
        self.gaps = self.patch(0.5, self.axes.get_xaxis_transform())
        self.target = self.line(1.5, self.axes.get_yaxis_transform())
        self.target.set(xdata=[0, 1], ydata=[1, 1], linestyle=_DASHED, linewidth=1.2 * POINTS)
        on_page = blended_transform_factory(self.axes.transData, page)
        self.gap_edges = self.patch(1.5, on_page)
        self.crowded = self.patch(5, on_page)
        self.marks = {kind: self.line(5, on_page) for kind in MARKERS}
        self.planned = {kind: self.line(5.5, on_page) for kind in PLANNED_MARKERS}
        self.guides = LineCollection(
            [], transform=blended_transform_factory(self.axes.transAxes, page), zorder=1, linewidths=0.8
        )
        self.axes.add_collection(self.guides, autolim=False)
        self.goals: list[GoalArtists] = []

    @property
    def artists(self) -> list[Artist]:
        goals = [artist for goal in self.goals if goal.in_view for artist in (goal.line, goal.dots, goal.rings)]
        ground = (self.gaps, self.gap_edges, self.grid, self.guides, self.target)
        return [*ground, *goals, self.crowded, *self._lines_of_lanes]

    @property
    def _lines_of_lanes(self) -> tuple[Line2D, ...]:
        return (*self.marks.values(), *self.planned.values())

    def take(self, timeline: CoachingTimeline) -> None:
        """New data, the axes untouched."""
        while len(self.goals) < len(timeline.goals):
            self.goals.append(GoalArtists(self))
        for artists in self.goals:
            artists.take(())
        for artists, goal in zip(self.goals, timeline.goals, strict=False):
            artists.take(goal.points)

    def dress(self, request: Request, layout: Layout) -> None:
        """Colours, sizes and places, as far as they are others than before."""
        strips, palette = layout.strips, request.palette
        edges = (strips.share.value(strips.goals.top), strips.share.value(strips.goals.bottom))
        self.place(strips.goals, request, strips.days, edges)
        self.target.set_visible(bool(request.timeline.goals))
        self.rule((0, 0.5, edges[1]) if request.timeline.goals else (edges[1],), palette.line)
        self._dress_gaps(request, layout)
        self.target.set_color(palette.text)
        self.guides.set_segments([[(0, lane.middle), (1, lane.middle)] for lane in strips.lanes])
        self.guides.set_color(palette.line_soft)
        self.crowded.set_facecolor(palette.people_strong)
        _outline(self.crowded, crowded_lanes(strips.lanes, strips.days.unit))
        for line in self._lines_of_lanes:
            line.set_visible(False)
        for lane in strips.lanes:
            self._dress_lane(lane, request.text_scale, palette)
        for number, artists in enumerate(self.goals[: len(request.timeline.goals)]):
            artists.dress(request, number, strips.days, quiet=number in layout.quiet)

    def _dress_gaps(self, request: Request, layout: Layout) -> None:
        _outline(self.gaps, gap_bands(layout.shaded))
        _outline(self.gap_edges, gap_edges(request.gaps, layout.strips.goals.top, _GAP_EDGE))
        self.gaps.set_facecolor(request.palette.gap)
        self.gap_edges.set_facecolor(request.palette.gap_edge)

    def _dress_lane(self, lane: PlacedLane, text_scale: float, palette: Palette) -> None:
        size = _MARKS.get(lane.form, _PLANNED_ON_TICKS) * POINTS * text_scale
        for kind in lane.lane.kinds:
            if lane.form in _MARKS:
                line = _set_marks(self.marks[kind], kind, lane.marks, lane.middle, size)
                # A rim in the sheet's colour keeps neighbours apart.
                line.set(color=palette.people_strong, markeredgewidth=_RIM, markeredgecolor=palette.sheet)
            line = _set_marks(self.planned[kind], kind, lane.planned, lane.middle, size * _HOLLOW)
            line.set(color=palette.sheet, markeredgewidth=_OUTLINE, markeredgecolor=palette.people_strong)


def _set_marks(line: Line2D, kind: Kind, marks: Sequence[Mark], y: float, size: float) -> Line2D:
    days = [mark.on.toordinal() + 0.5 for mark in marks if mark.kind == kind]
    marker = PLANNED_MARKERS[kind]
    line.set_data(days, [y] * len(days))
    line.set(marker=marker, markersize=size * _LOOKS_AS_LARGE[marker], visible=bool(days))
    return line


def _outline(patch: PathPatch, path: Path) -> None:
    patch.set_path(path)
    patch.set_visible(np.size(path.vertices) > 0)


class GoalArtists:
    """One goal: its line, dots where somebody checked in, rings where deals were counted."""

    def __init__(self, strip: Strip) -> None:
        self.line, self.dots, self.rings = strip.line(3), strip.line(4), strip.line(4)
        self.in_view = self._fed = False
        self._points: tuple[GoalPoint, ...] = ()
        self._look: tuple[object, ...] = ()

    def take(self, points: tuple[GoalPoint, ...]) -> None:
        """New data, which the lines get when they are first in view."""
        self._points, self._fed = points, False
        self.in_view = False

    def _feed(self) -> None:
        self._fed = True
        days = np.array([point.on.toordinal() + 0.5 for point in self._points])
        shares = np.clip([point.share for point in self._points], LOWEST_SHARE, HIGHEST_SHARE)
        computed = np.array([point.computed for point in self._points], dtype=bool)
        for line, chosen in ((self.line, slice(None)), (self.dots, ~computed), (self.rings, computed)):
            line.set_data(days[chosen], shares[chosen])
            line.set_visible(days[chosen].size > 0)

    def dress(self, request: Request, number: int, days: Scale, *, quiet: bool) -> None:
        """A quiet goal, which has ended and is not named, is a thin grey line."""
        self.in_view = self._reaches_into(request.span, timedelta(days=math.ceil(_DOT / days.unit)))
        if not self.in_view:
            return
        if not self._fed:
            self._feed()
        colour, _, dashes = goal_style(request, number)
        size = 0.0 if quiet else self._dot_size(days) * POINTS
        look = (colour, dashes, size, request.palette.sheet, quiet)
        if look == self._look:
            return
        self._look = look
        if quiet:
            self.line.set(color=request.palette.quiet, linewidth=_QUIET_LINE * POINTS, linestyle="solid")
        else:
            self.line.set(color=colour, linewidth=_LINE * POINTS, linestyle=(0, dashes) if dashes else "solid")
        for dots in (self.dots, self.rings):
            dots.set(marker="o" if size else "none", markersize=size, color=colour, markeredgewidth=1.6 * POINTS)
        self.rings.set_markerfacecolor(request.palette.sheet)

    def _reaches_into(self, span: Period, dot: timedelta) -> bool:
        """Whether any of it is to be seen, if only half a dot at the edge."""
        return bool(self._points) and self._points[0].on - dot < span.end and span.start <= self._points[-1].on + dot

    def _dot_size(self, days: Scale) -> float:
        if len(self._points) < 2:  # noqa: PLR2004 - one dot has no neighbour
            return _DOT
        length = (self._points[-1].on - self._points[0].on).days
        distance = length * days.unit / (len(self._points) - 1)
        return _DOT if distance >= _DOT_DISTANCE else _SMALL_DOT if distance >= _SMALL_DOT_DISTANCE else 0.0


class HourStrip(Strip):
    """The hours with the rep: one path for each band of the stack."""

    def __init__(self, figure: Figure) -> None:
        super().__init__(figure)
        self.gaps = self.patch(0.5, self.axes.get_xaxis_transform())
        self.bars = [self.patch(2) for _ in BANDS]
        self._bars: tuple[object, ...] = ()

    @property
    def artists(self) -> list[Artist]:
        return [self.gaps, self.grid, *self.bars]

    def take(self, _timeline: CoachingTimeline) -> None:
        self._bars = ()

    def dress(self, request: Request, layout: Layout) -> None:
        strips, palette = layout.strips, request.palette
        self.place(strips.hours, request, strips.days, (strips.minutes.high, 0.0))
        self.rule(layout.hour_grid, palette.line)
        _outline(self.gaps, gap_bands(layout.shaded))
        self.gaps.set_facecolor(palette.gap)
        hours = rep_hours(request)
        days = hours[0].period.days if hours else 0
        air = days * _AIR if days * strips.days.unit >= _BAR_WITH_AIR else 0.0
        if (days, air) != self._bars:
            self._bars = (days, air)
            for bar, path in zip(self.bars, stacked_hours(hours, air), strict=True):
                _outline(bar, path)
        for bar, colour in zip(self.bars, palette.hours, strict=True):
            bar.set_facecolor(colour)


class WeekStrip(Strip):
    """The whole week's split, and the coaching floor."""

    def __init__(self, figure: Figure) -> None:
        super().__init__(figure)
        self.people, self.rest = self.patch(2), self.patch(2)
        self.floor = self.line(3, self.axes.get_yaxis_transform())
        self.floor.set(linestyle=_DASHED, linewidth=1.2 * POINTS)

    @property
    def artists(self) -> list[Artist]:
        return [self.grid, self.people, self.rest, self.floor]

    def take(self, timeline: CoachingTimeline) -> None:
        self._bars: Sequence[WholeHours] = ()
        self.floor.set_data([0, 1], [timeline.coaching_floor or 0.0] * 2)

    def dress(self, request: Request, layout: Layout) -> None:
        strips, palette = layout.strips, request.palette
        self.place(strips.week, request, strips.days, (1.0, 0.0))
        bars = whole_hours(request)
        if bars is not self._bars:
            self._bars = bars
            for patch, path in zip((self.people, self.rest), split_hours(bars), strict=True):
                _outline(patch, path)
        self.rule((0, 0.5, 1) if bars else (0,), palette.line)
        self.floor.set_visible(bool(bars) and request.timeline.coaching_floor is not None)
        self.people.set_facecolor(palette.people)
        self.rest.set_facecolor(palette.desk)
        self.floor.set_color(palette.text)
