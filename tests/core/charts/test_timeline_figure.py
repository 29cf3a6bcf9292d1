from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from numpy.typing import NDArray

from coachjournal.charts.coaching_timeline.figure import TimelineFigure, draw_timeline
from coachjournal.charts.coaching_timeline.found import CheckInHit
from coachjournal.charts.coaching_timeline.hits import hit_words
from coachjournal.charts.coaching_timeline.lanes import MARKERS, PLANNED_MARKERS, Form, PlacedLane
from coachjournal.charts.coaching_timeline.shapes import split_hours, stacked_hours
from coachjournal.charts.palette import LIGHT
from coachjournal.queries.coaching_timeline import (
    CoachingTimeline,
    ConversationMark,
    Gap,
    GoalPoint,
    RepHours,
    WholeHours,
)
from coachjournal.rules.coaching import ActionKind
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.goal import Measure
from coachjournal.rules.period import Period, month_of, week_of
from tests.core.charts.examples import END, goal, ordinary_timeline, planned, timeline


def shown(what: CoachingTimeline, span: Period | None = None) -> TimelineFigure:
    drawn = TimelineFigure(size=(1040, 600))
    drawn.show(what, span)
    return drawn


def at_day(drawn: TimelineFigure, day: date) -> float:
    assert drawn.layout is not None
    return drawn.layout.strips.days.at(day.toordinal() + 0.5)


def lane_of(drawn: TimelineFigure, kind: ConversationKind | ActionKind) -> PlacedLane:
    assert drawn.layout is not None
    return next(lane for lane in drawn.layout.strips.lanes if kind in lane.lane.kinds)


def picture(drawn: TimelineFigure) -> NDArray[np.uint8]:
    return np.array(drawn.render())


def test_switching_reps_draws_what_a_fresh_figure_draws() -> None:
    other = replace(ordinary_timeline(), first_name="Amir", goals=ordinary_timeline().goals[:1], gaps=())
    kept = shown(ordinary_timeline())
    kept.render()
    kept.show(other)
    assert np.array_equal(picture(kept), picture(shown(other)))
    kept.show(ordinary_timeline())
    assert np.array_equal(picture(kept), picture(shown(ordinary_timeline())))


def test_a_resized_figure_draws_what_a_fresh_one_of_that_size_draws() -> None:
    kept = TimelineFigure(size=(560, 420))
    kept.show(ordinary_timeline())
    kept.resize((1040, 600))
    kept.show(ordinary_timeline())
    assert np.array_equal(picture(kept), picture(shown(ordinary_timeline())))


def test_a_screen_with_more_pixels_gets_more_pixels() -> None:
    drawn = TimelineFigure(size=(560, 420))
    drawn.resize((560, 420), 1.5)
    drawn.show(ordinary_timeline())
    assert picture(drawn).shape == (630, 840, 4)


def test_the_figure_has_three_strips_over_one_axis_of_days() -> None:
    figure = draw_timeline(ordinary_timeline(), size=(1040, 600))
    assert len(figure.axes) == 3
    assert len({axes.get_xlim() for axes in figure.axes}) == 1
    assert len({(axes.get_position().x0, axes.get_position().x1) for axes in figure.axes}) == 1


def test_the_dark_palette_draws_on_a_dark_sheet() -> None:
    drawn = TimelineFigure(size=(560, 420), palette="dark")
    drawn.show(ordinary_timeline())
    assert tuple(picture(drawn)[0, 0]) == (0x20, 0x24, 0x27, 0xFF)


def test_the_pointer_finds_a_check_in_and_tells_its_true_value() -> None:
    what = ordinary_timeline()
    drawn = shown(what)
    point = what.goals[0].points[-1]
    assert drawn.layout is not None
    found = drawn.hit(at_day(drawn, point.on) + 3, drawn.layout.strips.share.at(point.share) - 3)
    assert isinstance(found, CheckInHit)
    assert hit_words(what, found) == "16 Nov: Discovery depth 3.9 of 4.0"


def test_a_check_in_from_a_conversation_says_which_kind_it_was() -> None:
    mark = ordinary_timeline().conversations[1]
    line = ordinary_timeline().goals[0]
    what = replace(ordinary_timeline(), goals=(replace(line, points=(GoalPoint(1, mark.on, 3.1, 0.4, False, 1),)),))
    found = CheckInHit(what.goals[0], what.goals[0].points[0])
    assert hit_words(what, found) == "12 Feb: Discovery depth 3.1 of 4.0, ride-along"


def test_a_value_counted_from_deals_says_so() -> None:
    line = ordinary_timeline().goals[2]
    assert (
        hit_words(ordinary_timeline(), CheckInHit(line, line.points[-1])) == "16 Nov: Win rate 27% of 32%, from deals"
    )


def test_the_pointer_finds_a_conversation_at_the_foot_of_the_strip() -> None:
    what = ordinary_timeline()
    drawn = shown(what)
    assert drawn.layout is not None
    mark = what.conversations[3]
    found = drawn.hit(at_day(drawn, mark.on), lane_of(drawn, mark.kind).middle)
    assert found == what.conversations[3]
    assert hit_words(what, found) == "2 Mar: Call review, 2 h\nAsked who signs."


def test_the_pointer_finds_the_hours_of_a_week() -> None:
    what = ordinary_timeline()
    drawn = shown(what)
    assert drawn.layout is not None
    found = drawn.hit(at_day(drawn, date(2026, 3, 4)), drawn.layout.strips.hours.bottom - 2)
    assert found == what.rep_weeks[2]
    assert isinstance(found, RepHours)
    assert hit_words(what, found).splitlines() == [
        "Week of 2 Mar: 4 h 45 with Dana",
        "Ride-along 3 h 30",
        "One-on-one 0 h 45",
        "Practice 0 h 30",
    ]


def test_the_pointer_finds_the_split_of_a_whole_week() -> None:
    what = ordinary_timeline()
    drawn = shown(what)
    assert drawn.layout is not None
    found = drawn.hit(at_day(drawn, date(2026, 2, 4)), drawn.layout.strips.week.top + 2)
    assert isinstance(found, WholeHours)
    assert hit_words(what, found) == "Week of 2 Feb: 10 h of 35 h with people, 29%"


def test_the_pointer_finds_a_gap_where_nothing_else_is() -> None:
    what = ordinary_timeline()
    drawn = shown(what)
    assert drawn.layout is not None
    found = drawn.hit(at_day(drawn, date(2026, 6, 1)), drawn.layout.strips.gap_words_y)
    assert isinstance(found, Gap)
    assert hit_words(what, found) == "12 May to 6 July 2026: 8 weeks without a ride-along"


@pytest.mark.parametrize(("x", "y"), [(-1, -1), (5, 5), (1030, 300), (300, 599)])
def test_beside_the_strips_there_is_nothing(x: float, y: float) -> None:
    assert shown(ordinary_timeline()).hit(x, y) is None


def test_a_goal_without_a_check_in_says_so() -> None:
    drawn = shown(timeline(goals=(goal(1, "Discovery depth", Measure.LEVEL, [], computed=False),)))
    assert drawn.layout is not None
    assert "no check-in yet" in [word.text for word in drawn.layout.words]


def test_the_label_tells_the_last_value_in_view_not_a_later_one() -> None:
    drawn = shown(ordinary_timeline(), Period(date(2026, 2, 2), date(2026, 6, 2)))
    assert drawn.layout is not None
    assert "3.1 of 4.0" in [word.text for word in drawn.layout.words]


def test_a_bar_is_as_high_as_its_minutes_and_its_parts_are_stacked() -> None:
    bars = stacked_hours([RepHours(week_of(date(2026, 11, 16)), {"ride_along": 60, "one_on_one": 120})], air=1)
    first, second = (np.asarray(bar.vertices) for bar in bars[:2])
    assert (first[:, 1].min(), first[:, 1].max()) == (0, 60)
    assert (second[:, 1].min(), second[:, 1].max()) == (60, 180)


def test_the_rest_of_the_week_lies_on_the_share_with_people() -> None:
    people, rest = split_hours(
        [WholeHours(week_of(date(2026, 11, 16)), 600, 1800), WholeHours(week_of(date(2026, 11, 23)), 0, 0)]
    )
    assert np.asarray(people.vertices)[:, 1].max() == 0.25
    assert (np.asarray(rest.vertices)[:, 1].min(), np.asarray(rest.vertices)[:, 1].max()) == (0.25, 1)
    assert len(np.asarray(people.vertices)) == 5  # the week without hours stays blank


def talks(kind: ConversationKind, days: Iterable[int]) -> tuple[ConversationMark, ...]:
    return tuple(ConversationMark(n, END - timedelta(days=day), kind, 30, "") for n, day in enumerate(days))


def test_each_kind_of_conversation_has_a_lane_or_a_shape_of_its_own() -> None:
    marks = tuple(mark for n, kind in enumerate(ConversationKind) for mark in talks(kind, [10 * n + 9]))
    drawn = shown(timeline(conversations=tuple(sorted(marks, key=lambda mark: mark.on))))
    looks = {(lane_of(drawn, kind).middle, MARKERS.get(kind)) for kind in ConversationKind}
    assert len(looks) == len(ConversationKind)
    assert drawn.layout is not None
    words = {word.text for word in drawn.layout.words}
    assert {"ride-along", "one-on-one", "review", "practice", "in passing"} <= words
    assert {"deal review", "call review", "pipeline review"} <= words


def test_a_kind_that_never_was_has_no_lane() -> None:
    drawn = shown(timeline(conversations=talks(ConversationKind.PRACTICE, [5])))
    assert drawn.layout is not None
    assert [lane.lane.title for lane in drawn.layout.strips.lanes] == ["practice"]


@pytest.mark.parametrize(
    ("every", "form"), [(20, Form.SHAPES), (3, Form.SMALL_SHAPES), (1, Form.TICKS)], ids=["month", "week", "day"]
)
def test_the_more_conversations_a_lane_has_the_less_it_shows_of_each(every: int, form: Form) -> None:
    marks = talks(ConversationKind.ONE_ON_ONE, range(280, 0, -every))
    assert lane_of(shown(timeline(conversations=marks)), ConversationKind.ONE_ON_ONE).form is form


def looks_of(drawn: TimelineFigure, kind: ConversationKind | ActionKind) -> list[tuple[int, object, object]]:
    """How many marks of a kind there are, what fills and what outlines them: first the filled ones, then the hollow."""
    lines = [line for line in drawn.figure.axes[0].lines if line.get_visible()]
    of_kind = [line for line in lines if line.get_marker() == PLANNED_MARKERS[kind]]
    return [
        (np.size(line.get_xdata()), line.get_markerfacecolor(), line.get_markeredgecolor())
        for line in sorted(of_kind, key=lambda line: line.get_zorder())
    ]


def test_what_is_planned_is_hollow_and_what_was_held_is_filled() -> None:
    practice, peer = ConversationKind.PRACTICE, ActionKind.PEER
    steps = (planned(1, date(2026, 9, 1), peer, held=True), planned(2, date(2026, 11, 20), practice))
    drawn = shown(timeline(conversations=talks(practice, [90, 60]), actions=steps))
    strong, sheet = LIGHT.people_strong, LIGHT.sheet
    assert looks_of(drawn, practice) == [(2, strong, sheet), (1, sheet, strong)]
    assert looks_of(drawn, peer) == [(1, strong, sheet)]
    assert drawn.layout is not None
    assert {"practice", "with a peer", "planned"} <= {word.text for word in drawn.layout.words}


def test_what_is_planned_keeps_its_shape_where_conversations_are_only_counted() -> None:
    one = ConversationKind.ONE_ON_ONE
    step = planned(1, END - timedelta(days=1), one)
    drawn = shown(replace(ten_years(), actions=(step,)))
    assert lane_of(drawn, one).form is Form.COUNTS
    assert [count for count, *_ in looks_of(drawn, one)] == [1]
    assert drawn.hit(at_day(drawn, step.on), lane_of(drawn, one).middle) == step


def test_the_pointer_tells_what_is_planned_and_what_a_conversation_was_to_coach() -> None:
    step = planned(1, date(2026, 11, 20), ActionKind.PEER)
    drawn = shown(timeline(actions=(step,)))
    found = drawn.hit(at_day(drawn, step.on), lane_of(drawn, ActionKind.PEER).middle)
    assert found == step
    assert drawn.words_for(step) == "20 Nov, planned: Practice\nSay it aloud."
    (mark,) = talks(ConversationKind.PRACTICE, [3])
    told = drawn.words_for(replace(mark, coached="Say it aloud."))
    assert told == "21 Nov: Practice, 30 min\nPlanned coaching: Say it aloud."


def ten_years() -> CoachingTimeline:
    """A one-on-one every second day, an hour a month, and 21 goals of half a year each, all but the last ended."""
    start = END - timedelta(days=3653)
    starts = [start + timedelta(days=170 * n) for n in range(21)]
    lines = [
        goal(n, f"Goal {n}", Measure.LEVEL, [(day, 0.2), (day + timedelta(days=160), 0.9)], computed=False)
        for n, day in enumerate(starts)
    ]
    return timeline(
        start=start,
        goals=(*(replace(line, ended_on=line.points[-1].on) for line in lines[:-1]), lines[-1]),
        conversations=talks(ConversationKind.ONE_ON_ONE, range(3650, 0, -2)),
        rep_weeks=(RepHours(week_of(start), {"one_on_one": 60}),),
        rep_months=(RepHours(month_of(date(2020, 3, 1)), {"one_on_one": 60}),),
        whole_weeks=(WholeHours(week_of(start), 600, 600),),
        whole_months=(WholeHours(month_of(date(2020, 3, 1)), 600, 1800),),
    )


def test_ten_years_are_shown_by_month() -> None:
    drawn = shown(ten_years())
    assert drawn.layout is not None
    assert "hours a month" in [word.text for word in drawn.layout.words]
    strips, x = drawn.layout.strips, at_day(drawn, date(2020, 3, 14))
    found = [drawn.hit(x, y) for y in (strips.lanes[0].middle, strips.hours.bottom - 2, strips.week.bottom - 2)]
    assert [hit_words(ten_years(), hit) for hit in found if hit] == [
        "March 2020, one-on-one: 15",
        "March 2020: 1 h with Dana\nOne-on-one 1 h",
        "March 2020: 10 h of 40 h with people, 25%",
    ]


def test_of_many_goals_those_that_run_and_the_latest_ended_are_named() -> None:
    drawn = shown(ten_years())
    assert drawn.layout is not None
    words = [word.text for word in drawn.layout.words if "oal" in word.text]
    assert [word for word in words if word.startswith("Goal ")] == [f"Goal {n}" for n in range(20, 14, -1)]
    assert "15 ended goals not named" in words


def test_a_goal_that_ended_before_the_span_has_no_label() -> None:
    drawn = shown(ten_years(), Period(END - timedelta(days=366), END))
    assert drawn.layout is not None
    words = [word.text for word in drawn.layout.words if "oal " in word.text]
    assert sorted(words) == ["Goal 19", "Goal 20"]


def test_a_gap_is_shaded_only_where_it_can_say_so() -> None:
    start = date(2026, 3, 2)
    short, long = Gap(start, start + timedelta(days=11), 11, "coaching"), ordinary_timeline().gaps[0]
    drawn = shown(replace(ordinary_timeline(), gaps=(short, long)))
    assert drawn.layout is not None
    assert drawn.layout.shaded == (long,)
    near = shown(replace(ordinary_timeline(), gaps=(short, long)), Period(date(2026, 2, 16), date(2026, 4, 2)))
    assert near.layout is not None
    assert near.layout.shaded == (short,)
    assert "11 days without coaching" in [word.text for word in near.layout.words]


def test_a_gap_that_is_not_shaded_is_told_by_the_pointer() -> None:
    short = Gap(date(2026, 3, 2), date(2026, 3, 13), 11, "coaching")
    what = replace(ordinary_timeline(), gaps=(short, *ordinary_timeline().gaps))
    drawn = shown(what)
    assert drawn.layout is not None
    assert drawn.hit(at_day(drawn, date(2026, 3, 6)), drawn.layout.strips.goals.top + 1) == short
