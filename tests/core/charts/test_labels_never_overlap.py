"""Every word of the picture is measured where it is drawn: none touches another, none leaves the picture."""

from dataclasses import replace
from datetime import timedelta
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from coachjournal.charts.coaching_timeline.figure import TimelineFigure
from coachjournal.queries.coaching_timeline import CoachingTimeline, Gap
from coachjournal.rules.goal import Measure
from coachjournal.rules.period import Period
from tests.core.charts.examples import END, LONG, NAMES, goal, ordinary_timeline, timeline, timelines

NARROW, WIDE = (560.0, 420.0), (1040.0, 600.0)
SIZES = (NARROW, WIDE, (1900.0, 700.0), (420.0, 320.0))

# Reused, as the window does: what the last timeline left behind must not show either.
DRAWN = TimelineFigure(size=WIDE)


def words_of(drawn: TimelineFigure) -> dict[str, Bbox]:
    drawn.figure.canvas.draw()
    texts = [text for text in drawn.figure.findobj(Text) if text.get_visible() and text.get_text()]
    return {f"{number} {text.get_text()}": text.get_window_extent() for number, text in enumerate(texts)}


def assert_every_word_stands_alone(drawn: TimelineFigure) -> None:
    boxes = words_of(drawn)
    for (one, box), (other, next_box) in combinations(boxes.items(), 2):
        assert not box.overlaps(next_box), f"{one!r} touches {other!r}"
    page = drawn.figure.bbox
    for word, box in boxes.items():
        assert page.x0 <= box.x0 <= box.x1 <= page.x1, f"{word!r} leaves the picture"
        assert page.y0 <= box.y0 <= box.y1 <= page.y1, f"{word!r} leaves the picture"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example])
@given(shown=timelines(), size=st.sampled_from(SIZES), ratio=st.sampled_from([1.0, 1.5, 2.0]), days=st.integers(1, 400))
def test_no_word_touches_another_whatever_the_data(
    shown: CoachingTimeline, size: tuple[float, float], ratio: float, days: int
) -> None:
    DRAWN.resize(size, ratio)
    DRAWN.show(shown)
    assert_every_word_stands_alone(DRAWN)
    DRAWN.show(shown, Period(END - timedelta(days=days), END))
    assert_every_word_stands_alone(DRAWN)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", range(7))
def test_goals_that_end_at_the_same_value_each_keep_their_label(count: int, size: tuple[float, float]) -> None:
    same = tuple(goal(n, LONG, Measure.MONEY, [(END, 0.9)], computed=False) for n in range(count))
    shown = replace(ordinary_timeline(), goals=tuple(replace(one, title=NAMES[n]) for n, one in enumerate(same)))
    DRAWN.resize(size)
    DRAWN.show(shown)
    assert_every_word_stands_alone(DRAWN)


def test_more_goals_than_there_is_room_for_are_counted() -> None:
    many = tuple(goal(n, LONG, Measure.LEVEL, [(END - timedelta(days=1), 0.5)], computed=False) for n in range(40))
    DRAWN.resize(NARROW)
    DRAWN.show(replace(ordinary_timeline(), goals=many))
    assert_every_word_stands_alone(DRAWN)
    assert any(word.endswith(" more") for word in words_of(DRAWN))


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", SIZES)
def test_large_text_keeps_its_words_apart(size: tuple[float, float], scale: float) -> None:
    DRAWN.resize(size)
    DRAWN.dress("light", scale)
    DRAWN.show(ordinary_timeline())
    assert_every_word_stands_alone(DRAWN)
    DRAWN.dress("light")


def test_gaps_beside_each_other_give_way_to_the_longest() -> None:
    starts = [END - timedelta(days=days) for days in (240, 180, 120, 60)]
    gaps = tuple(Gap(day, day + timedelta(days=50 + n), 50 + n, "any coaching") for n, day in enumerate(starts))
    DRAWN.resize(NARROW)
    DRAWN.show(replace(ordinary_timeline(), gaps=gaps))
    assert_every_word_stands_alone(DRAWN)
    assert any("8 weeks without any coaching" in word for word in words_of(DRAWN))


@pytest.mark.parametrize("size", SIZES)
def test_an_empty_timeline_says_what_belongs_there(size: tuple[float, float]) -> None:
    DRAWN.resize(size)
    DRAWN.show(timeline())
    assert_every_word_stands_alone(DRAWN)
    words = " ".join(words_of(DRAWN))
    assert "Set a goal" in words
    assert "Log a conversation" in words
    assert "target" not in words


def test_the_true_value_stands_at_the_end_of_each_line() -> None:
    DRAWN.resize(WIDE)
    DRAWN.show(ordinary_timeline())
    words = " ".join(words_of(DRAWN))
    for told in ("3.9 of 4.0", "6 of 8 meetings a week", "27% of 32%", "8 weeks without a ride-along", "floor 40%"):
        assert told in words


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_any_script_is_drawn_without_a_warning(name: str) -> None:
    DRAWN.resize(WIDE)
    DRAWN.show(timeline(first_name=name, goals=(goal(1, name, Measure.LEVEL, [(END, 0.5)], computed=False),)))
    DRAWN.figure.canvas.draw()
