"""The chart from one rep to the next, against clearing the figure and plotting again with plain matplotlib."""

from collections.abc import Iterator
from datetime import date
from itertools import count, cycle
from statistics import median

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.dates import date2num
from matplotlib.figure import Figure

from benchmarks.journals import ten_years
from benchmarks.table import Row, milliseconds, no_collecting
from coachjournal.charts.coaching_timeline.figure import TimelineFigure
from coachjournal.journal import open_journal
from coachjournal.queries.coaching_timeline import CoachingTimeline, coaching_timeline
from coachjournal.rules.period import Period

SIZE = (800, 480)
YEARS = (2, 1)
"""In sight, of the ten that each rep has."""
ROUNDS = 25
MARKERS = "osD^vP*"


def rows() -> Iterator[Row]:
    """Two reps in turn; with other limits each time, then on the same axes. What is pointed at is left to both."""
    journal = open_journal(ten_years())
    reps = [journal.ask(coaching_timeline, rep_id=rep_id) for rep_id in (1, 2)]
    journal.close()
    spans = [_last_years(reps[0].today, years) for years in YEARS]
    ours, plain = _Ours(), _Plain()
    for what, goal, limits in (("with new limits", 0.5, spans), ("on the same axes", 0.07, spans[:1])):
        times: tuple[list[float], list[float]] = ([], [])
        with no_collecting():
            for round_ in range(-2, ROUNDS):
                rep, span = reps[round_ % 2], limits[round_ % len(limits)]
                for kept, draw in zip(times, (ours.draw, plain.draw), strict=True):
                    kept.append(milliseconds(draw, rep, span))
        switched, replotted = (median(kept[2:]) for kept in times)
        yield Row(f"switch the rep, {what}", switched, "ms", replotted, "clear and plot again, plain matplotlib", goal)


def _last_years(today: date, years: int) -> Period:
    return Period(today.replace(year=today.year - years), today)


class _Ours:
    def __init__(self) -> None:
        self._figure = TimelineFigure(size=SIZE)

    def draw(self, timeline: CoachingTimeline, span: Period) -> None:
        self._figure.show(timeline, span)
        self._figure.render()


class _Plain:
    """The same three strips, lines, marks, bars, gaps and words by matplotlib's own means. Quick ones: only what is in
    sight, numbers for dates, outlines of steps instead of bars, no legend and no layout engine.
    """

    def __init__(self) -> None:
        self._figure = Figure(figsize=(SIZE[0] / 96, SIZE[1] / 96), dpi=96)
        self._canvas = FigureCanvasAgg(self._figure)

    def draw(self, timeline: CoachingTimeline, span: Period) -> None:
        self._figure.clear()
        goals, hours, week = self._figure.subplots(3, 1, sharex=True, height_ratios=(3, 2, 1))
        _plot_goals(goals, timeline, span)
        _plot_conversations(goals, timeline, span)
        _plot_hours(hours, timeline, span)
        _plot_weeks(week, timeline, span)
        for axes, title in ((goals, "Goals"), (hours, "Hours with the rep"), (week, "My week")):
            axes.set_title(title, loc="left")
        week.xaxis_date()
        week.set_xlim(date2num(span.start), date2num(span.end))
        self._canvas.draw()


def _plot_goals(axes: Axes, timeline: CoachingTimeline, span: Period) -> None:
    for gap in timeline.gaps:
        if span.overlaps(Period(gap.start, gap.end)):
            axes.axvspan(date2num(gap.start), date2num(gap.end), color="0.92")
            axes.text(date2num(gap.start), 1.1, f"{gap.days} days without {gap.what}", clip_on=True)
    for goal in timeline.goals:
        if span.overlaps(Period(goal.started_on, goal.due_on)):
            days = [date2num(point.on) for point in goal.points]
            axes.plot(days, [point.share for point in goal.points], marker="o")
            axes.text(days[-1], goal.points[-1].share, f"{goal.title} {goal.points[-1].value:g}", clip_on=True)
    axes.axhline(1, linestyle="--")


def _plot_conversations(axes: Axes, timeline: CoachingTimeline, span: Period) -> None:
    days: dict[str, list[float]] = {}
    for talk in timeline.conversations:
        if talk.on in span:
            days.setdefault(talk.kind, []).append(date2num(talk.on))
    for (kind, when), marker, lane in zip(days.items(), cycle(MARKERS), count()):
        axes.plot(when, [-0.1 - 0.08 * lane] * len(when), marker=marker, linestyle="none", label=kind)


def _plot_hours(axes: Axes, timeline: CoachingTimeline, span: Period) -> None:
    weeks = [week for week in timeline.rep_weeks if week.period.overlaps(span)]
    edges = _edges([week.period for week in weeks])
    below = np.zeros(len(weeks))
    for kind in sorted({kind for week in weeks for kind in week.minutes}):
        above = below + [week.minutes.get(kind, 0) / 60 for week in weeks]
        axes.stairs(above, edges, baseline=below, fill=True, label=kind)
        below = above


def _plot_weeks(axes: Axes, timeline: CoachingTimeline, span: Period) -> None:
    weeks = [week for week in timeline.whole_weeks if week.period.overlaps(span)]
    edges = _edges([week.period for week in weeks])
    people = np.array([week.people / (week.people + week.rest) for week in weeks])
    axes.stairs(people, edges, fill=True)
    axes.stairs(np.ones(len(weeks)), edges, baseline=people, fill=True)
    axes.axhline(timeline.coaching_floor or 0, linestyle="--")


def _edges(periods: list[Period]) -> list[float]:
    """Where the weeks begin, and where the last one ends. There is none without an hour in these journals."""
    return [*(date2num(period.start) for period in periods), date2num(periods[-1].end)]
