"""Timelines to draw: one as a manager would have it, and generated ones of every shape."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from coachjournal.queries.coaching_timeline import (
    ActionMark,
    CoachingTimeline,
    ConversationMark,
    Gap,
    GoalLine,
    GoalPoint,
    RepHours,
    WholeHours,
)
from coachjournal.rules.coaching import ActionKind
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.goal import Measure
from coachjournal.rules.period import month_of, week_of
from coachjournal.rules.time_entry import TimeCategory

END = date(2026, 11, 24)
LONG = "Asks about the cost of doing nothing before the price is named, in every first call of a deal"
NAMES = (
    "Discovery depth",
    LONG,
    "日本語でとても長い名前の目標、そして八十文字を超えるまで続く説明文",
    "هدف التطوير المهني طويل الاسم جدا حتى نهاية السطر",
    "Überprüfung der Geschäftsabschlusswahrscheinlichkeit",
    "Повышение доли выигранных сделок",
    "$100k_deals^2 \\frac{won}{lost} {}",
    "x",
    "אבג דהו",
    "line\nbreak\tand \u202e reversed \U0001f984 \ufffe",
    "Z\u0351\u0351\u0351\u0351\u0351\u0351a\u0351\u0351\u0351\u0351\u0351l go",
)
TARGETS = {
    Measure.LEVEL: ("", 2.5, 4.0),
    Measure.PER_WEEK: ("meetings", 3.0, 8.0),
    Measure.PERCENT: ("", 22.0, 32.0),
    Measure.MONEY: ("EUR", 10_000_000.0, 40_000_000.0),
    Measure.NUMBER: ("qualified introductions", 2.0, 12_345_678.0),
}


def goal(number: int, title: str, measure: Measure, shares: list[tuple[date, float]], *, computed: bool) -> GoalLine:
    unit, baseline, target = TARGETS[measure]
    points = tuple(
        GoalPoint(number * 1000 + n, on, baseline + share * (target - baseline), share, computed, None)
        for n, (on, share) in enumerate(shares)
    )
    first = shares[0][0] if shares else END - timedelta(days=30)
    return GoalLine(number, title, measure, unit, baseline, target, first, END, points)


def planned(number: int, on: date, kind: ConversationKind | ActionKind, *, held: bool = False) -> ActionMark:
    """Coaching that is planned, or was held without a conversation."""
    return ActionMark(number, on, kind, "Practice", "Say it aloud.", held)


def timeline(**parts: object) -> CoachingTimeline:
    """A timeline of ten months with nothing in it, but for the parts given."""
    empty: dict[str, object] = {
        "rep_id": 1,
        "rep": "Dana Reyes",
        "first_name": "Dana",
        "start": date(2026, 2, 2),
        "end": END,
        "today": END - timedelta(days=1),
        "goals": (),
        "conversations": (),
        "actions": (),
        "rep_weeks": (),
        "rep_months": (),
        "whole_weeks": (),
        "whole_months": (),
        "gaps": (),
        "coaching_floor": None,
    }
    make: Callable[..., CoachingTimeline] = CoachingTimeline
    return make(**empty | parts)


def ordinary_timeline() -> CoachingTimeline:
    """Three goals, four kinds of conversation, one gap."""
    days = [date(2026, 2, 9) + timedelta(days=28 * n) for n in range(11)]
    marks = [
        ConversationMark(n, date(2026, 2, 3) + timedelta(days=9 * n), kind, 30 + 30 * (n % 4), "Asked who signs.")
        for n, kind in enumerate([*ConversationKind][:4] * 8)
    ]
    weeks = [date(2026, 2, 2) + timedelta(weeks=n) for n in range(42)]
    return timeline(
        goals=(
            goal(1, "Discovery depth", Measure.LEVEL, [(day, 0.093 * n) for n, day in enumerate(days)], computed=False),
            goal(
                2, "First meetings", Measure.PER_WEEK, [(day, 0.06 * n) for n, day in enumerate(days)], computed=False
            ),
            goal(3, "Win rate", Measure.PERCENT, [(day, 0.05 * n) for n, day in enumerate(days)], computed=True),
        ),
        conversations=tuple(marks),
        rep_weeks=tuple(
            RepHours(week_of(week), {"ride_along": 210, "one_on_one": 45, "practice": 30}) for week in weeks[::2]
        ),
        whole_weeks=tuple(WholeHours(week_of(week), 600 + 30 * (n % 9), 1500) for n, week in enumerate(weeks)),
        gaps=(Gap(date(2026, 5, 12), date(2026, 7, 7), 56, "a ride-along"),),
        coaching_floor=0.4,
    )


def any_days(start: date) -> st.SearchStrategy[date]:
    return st.dates(start, END - timedelta(days=1))


@st.composite
def goals(draw: st.DrawFn, start: date, number: int) -> GoalLine:
    share = draw(st.sampled_from([0.9, 1.0]) | st.floats(-0.5, 1.8) | st.floats(-50, 50))
    days = sorted(set(draw(st.lists(any_days(start), max_size=6))))
    measure = draw(st.sampled_from(Measure))
    line = goal(
        number, draw(st.sampled_from(NAMES)), measure, [(day, share) for day in days], computed=draw(st.booleans())
    )
    return replace(line, ended_on=draw(st.none() | any_days(start)))


@st.composite
def timelines(draw: st.DrawFn) -> CoachingTimeline:
    """From one week to ten years, none to many goals, any kinds, gaps on top of each other."""
    start = END - timedelta(days=draw(st.sampled_from([1, 7, 30, 92, 366, 3653])))
    kinds = st.sampled_from(ConversationKind)
    marks = draw(st.lists(st.tuples(any_days(start), kinds), max_size=60))
    coached = st.sampled_from([*ConversationKind, ActionKind.PEER, ActionKind.RECOGNISE])
    steps = draw(st.lists(st.tuples(any_days(start), coached, st.booleans()), max_size=9))
    keys = st.sampled_from([str(key) for key in (*ConversationKind, *TimeCategory)])
    minutes = st.dictionaries(keys, st.integers(0, 6000), max_size=5)
    weeks = [start - timedelta(days=start.weekday()) + timedelta(weeks=n) for n in range((END - start).days // 7 + 1)]
    return timeline(
        first_name=draw(st.sampled_from(NAMES)),
        start=start,
        goals=tuple(draw(goals(start, number)) for number in range(draw(st.sampled_from([0, 1, 3, 6, 21])))),
        conversations=tuple(ConversationMark(n, on, kind, 30, "") for n, (on, kind) in enumerate(sorted(marks))),
        actions=tuple(planned(n, on, kind, held=held) for n, (on, kind, held) in enumerate(sorted(steps))),
        rep_weeks=tuple(RepHours(week_of(week), draw(minutes)) for week in weeks[:10]),
        rep_months=tuple(RepHours(month_of(week), draw(minutes)) for week in weeks[:40:5]),
        whole_weeks=tuple(WholeHours(week_of(week), 600, 1500) for week in weeks[: draw(st.sampled_from([0, 10]))]),
        whole_months=tuple(
            WholeHours(month_of(week), 600, 1500) for week in weeks[: draw(st.sampled_from([0, 40])) : 5]
        ),
        gaps=tuple(draw(st.lists(gaps(start), max_size=5))),
        coaching_floor=draw(st.none() | st.sampled_from([0.0, 0.125, 1.0])),
    )


@st.composite
def gaps(draw: st.DrawFn, start: date) -> Gap:
    begin = draw(any_days(start))
    days = draw(st.integers(1, 90))
    return Gap(begin, begin + timedelta(days=days), days, draw(st.sampled_from(["a ride-along", "any coaching"])))
