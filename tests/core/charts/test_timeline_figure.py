from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from numpy.typing import NDArray

from coachjournal.charts.coaching_timeline.figure import TimelineFigure, draw_timeline
from coachjournal.charts.coaching_timeline.found import CheckInHit
from coachjournal.charts.coaching_timeline.hits import hit_words
from coachjournal.charts.coaching_timeline.shapes import split_weeks, stacked_weeks
from coachjournal.queries.coaching_timeline import (
    CoachingTimeline,
    ConversationMark,
    Gap,
    GoalPoint,
    RepWeek,
    WholeWeek,
)
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.goal import Measure
from coachjournal.rules.period import Period
from tests.core.charts.examples import END, goal, ordinary_timeline, timeline


def shown(what: CoachingTimeline, span: Period | None = None) -> TimelineFigure:
    drawn = TimelineFigure(size=(1040, 600))
    drawn.show(what, span)
    return drawn


def at_day(drawn: TimelineFigure, day: date) -> float:
    assert drawn.layout is not None
    return drawn.layout.strips.days.at(day.toordinal() + 0.5)


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
    found = drawn.hit(at_day(drawn, what.conversations[3].on), drawn.layout.strips.marks_y)
    assert found == what.conversations[3]
    assert hit_words(what, found) == "2 Mar: Call review, 2 h\nAsked who signs."


def test_the_pointer_finds_the_hours_of_a_week() -> None:
    what = ordinary_timeline()
    drawn = shown(what)
    assert drawn.layout is not None
    found = drawn.hit(at_day(drawn, date(2026, 3, 4)), drawn.layout.strips.hours.bottom - 2)
    assert found == what.rep_weeks[2]
    assert isinstance(found, RepWeek)
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
    assert isinstance(found, WholeWeek)
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
    bars = stacked_weeks([RepWeek(date(2026, 11, 16), {"ride_along": 60, "one_on_one": 120})], air=1)
    first, second = (np.asarray(bar.vertices) for bar in bars[:2])
    assert (first[:, 1].min(), first[:, 1].max()) == (0, 60)
    assert (second[:, 1].min(), second[:, 1].max()) == (60, 180)


def test_the_rest_of_the_week_lies_on_the_share_with_people() -> None:
    people, rest = split_weeks([WholeWeek(date(2026, 11, 16), 600, 1800), WholeWeek(date(2026, 11, 23), 0, 0)])
    assert np.asarray(people.vertices)[:, 1].max() == 0.25
    assert (np.asarray(rest.vertices)[:, 1].min(), np.asarray(rest.vertices)[:, 1].max()) == (0.25, 1)
    assert len(np.asarray(people.vertices)) == 5  # the week without hours stays blank


def test_each_kind_of_conversation_has_a_shape_of_its_own() -> None:
    marks = tuple(
        ConversationMark(n, END - timedelta(days=10 * n), kind, 30, "") for n, kind in enumerate(ConversationKind)
    )
    drawn = shown(timeline(conversations=marks))
    assert drawn.layout is not None
    assert len({icon.marker for icon in drawn.layout.icons}) == len(marks)
