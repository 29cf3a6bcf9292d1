"""What lies under the pointer, and the words for it."""

from collections.abc import Iterable
from datetime import date, timedelta
from math import hypot
from typing import TypeVar

from coachjournal.charts.coaching_timeline.bands import label_of
from coachjournal.charts.coaching_timeline.found import CheckInHit, Hit
from coachjournal.charts.coaching_timeline.lanes import LaneCount, Mark, PlacedLane
from coachjournal.charts.coaching_timeline.layout import Layout
from coachjournal.charts.coaching_timeline.request import Request
from coachjournal.charts.coaching_timeline.strips import Strips, in_range, rep_hours, whole_hours
from coachjournal.charts.coaching_timeline.words import (
    day_words,
    full_day_words,
    gap_words,
    period_words,
    value_of_target_words,
)
from coachjournal.queries.coaching_timeline import (
    ActionMark,
    CoachingTimeline,
    ConversationMark,
    Gap,
    GoalPoint,
    RepHours,
    WholeHours,
)
from coachjournal.rules.locale_numbers import DEFAULT_LOCALE, format_share
from coachjournal.rules.words import hours, length_of_talk

_REACH = 9.0
"""Pixels from the middle of a dot or mark that still count as on it."""


def hit(request: Request, layout: Layout, x: float, y: float) -> Hit | None:
    """The thing at a place in pixels of the layout; of several dots or marks the nearest."""
    strips = layout.strips
    lane = next((lane for lane in strips.lanes if lane.box.holds(x, y)), None)
    if lane is not None:
        return _mark_or_count(lane, strips, x) or _gap(request, strips, x)
    if strips.goals.holds(x, y):
        return _dot(request, strips, x, y) or _gap(request, strips, x)
    day = date.fromordinal(int(strips.days.value(x))) if strips.goals.left <= x <= strips.goals.right else None
    if day and strips.hours.holds(x, y):
        return _bar(rep_hours(request), day) or _gap(request, strips, x)
    if day and strips.week.holds(x, y):
        return _bar(whole_hours(request), day)
    return None


def hit_words(timeline: CoachingTimeline, found: Hit, *, locale: str = DEFAULT_LOCALE) -> str:
    """What the pointer tells, in a line or a few."""
    match found:
        case CheckInHit():
            return _check_in_words(timeline, found, locale)
        case ConversationMark() | ActionMark():
            return _mark_words(found, locale)
        case LaneCount():
            return f"{period_words(found.period, locale)}, {found.title}: {found.count}"
        case RepHours():
            return _rep_hours_words(timeline, found, locale)
        case WholeHours():
            return _whole_hours_words(found, locale)
        case Gap():
            last = found.end - timedelta(days=1)
            return f"{day_words(found.start, locale)} to {full_day_words(last, locale)}: {gap_words(found)}"


def _dot(request: Request, strips: Strips, x: float, y: float) -> Hit | None:
    near: list[tuple[float, Hit]] = []
    for _, goal in request.goals:
        for point in _around(goal.points, strips, x):
            distance = hypot(_x(strips, point.on) - x, strips.share.at(in_range(point.share)) - y)
            near.append((distance, CheckInHit(goal, point)))
    distance, found = min(near, key=lambda pair: pair[0], default=(_REACH, None))
    return found if distance < _REACH else None


def _mark_or_count(lane: PlacedLane, strips: Strips, x: float) -> Hit | None:
    marks = (*_around(lane.marks, strips, x), *_around(lane.planned, strips, x))
    distance, found = min(((abs(_x(strips, m.on) - x), m) for m in marks), key=_first, default=(_REACH, None))
    if found is not None and distance < _REACH:
        return found
    return _bar(lane.counts, date.fromordinal(int(strips.days.value(x))))


def _first(pair: tuple[float, Mark]) -> float:
    return pair[0]


Dated = TypeVar("Dated", GoalPoint, Mark, ActionMark)
Lasting = TypeVar("Lasting", RepHours, WholeHours, LaneCount)


def _around(things: Iterable[Dated], strips: Strips, x: float) -> Iterable[Dated]:
    earliest, latest = strips.days.value(x - _REACH) - 1, strips.days.value(x + _REACH)
    return (thing for thing in things if earliest <= thing.on.toordinal() <= latest)


def _x(strips: Strips, day: date) -> float:
    return strips.days.at(day.toordinal() + 0.5)


def _bar(bars: Iterable[Lasting], day: date) -> Lasting | None:
    return next((bar for bar in bars if day in bar.period), None)


def _gap(request: Request, strips: Strips, x: float) -> Gap | None:
    day = strips.days.value(x)
    held = [gap for gap in request.gaps if gap.start.toordinal() <= day < gap.end.toordinal()]
    return max(held, key=lambda gap: gap.days, default=None)


def _check_in_words(timeline: CoachingTimeline, found: CheckInHit, locale: str) -> str:
    point = found.point
    words = (
        f"{day_words(point.on, locale)}: {found.goal.title} {value_of_target_words(found.goal, point.value, locale)}"
    )
    if point.computed:
        return f"{words}, from deals"
    kind = next((c.kind for c in timeline.conversations if c.conversation_id == point.conversation_id), None)
    return f"{words}, {kind.label.lower()}" if kind else words


def _mark_words(mark: Mark, locale: str) -> str:
    day = day_words(mark.on, locale)
    if isinstance(mark, ActionMark):
        return "\n".join(filter(None, (f"{day}, {'held' if mark.held else 'planned'}: {mark.title}", mark.text)))
    coached = f"Planned coaching: {mark.coached}" if mark.coached else ""
    talk = f"{day}: {mark.kind.label}, {length_of_talk(mark.minutes)}"
    return "\n".join(filter(None, (talk, mark.first_line, coached)))


def _rep_hours_words(timeline: CoachingTimeline, bar: RepHours, locale: str) -> str:
    kinds = sorted(bar.minutes.items(), key=lambda item: -item[1])
    total = hours(sum(bar.minutes.values()))
    parts = "".join(f"\n{label_of(key)} {hours(minutes)}" for key, minutes in kinds if minutes)
    return f"{period_words(bar.period, locale)}: {total} with {timeline.first_name}{parts}"


def _whole_hours_words(bar: WholeHours, locale: str) -> str:
    total = bar.people + bar.rest
    if not total:
        return f"{period_words(bar.period, locale)}: no hours noted"
    share = format_share(bar.people / total, locale)
    return f"{period_words(bar.period, locale)}: {hours(bar.people)} of {hours(total)} with people, {share}"
