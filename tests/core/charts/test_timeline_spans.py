from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from coachjournal.charts.coaching_timeline.date_axis import date_ticks
from coachjournal.charts.coaching_timeline.geometry import Scale, spread
from coachjournal.charts.coaching_timeline.spans import SHORTEST_DAYS, last_days, length_of, moved, whole_span, zoomed
from coachjournal.rules.period import Period
from tests.core.charts.examples import END, timeline

WHOLE = Period(date(2016, 11, 24), END)
days_back = st.integers(0, 3600)


def span_of(start: int, length: int) -> Period:
    begin = WHOLE.start + timedelta(days=start)
    return Period(begin, min(WHOLE.end, begin + timedelta(days=length)))


spans = st.builds(span_of, st.integers(0, 3600), st.integers(SHORTEST_DAYS, 3652))


@given(spans, st.integers(-5000, 5000))
def test_moving_keeps_the_length_and_stays_inside(span: Period, days: int) -> None:
    after = moved(span, days, WHOLE)
    assert length_of(after) == length_of(span)
    assert WHOLE.start <= after.start <= after.end <= WHOLE.end


@given(spans, st.floats(0.01, 100), st.floats(0, 1))
def test_zooming_stays_inside_and_never_under_a_week(span: Period, factor: float, place: float) -> None:
    around = span.start + timedelta(days=int(place * (length_of(span) - 1)))
    after = zoomed(span, factor, around, WHOLE)
    assert WHOLE.start <= after.start
    assert after.end <= WHOLE.end
    assert length_of(after) >= SHORTEST_DAYS


def test_zooming_in_keeps_the_day_under_the_pointer_where_it_is() -> None:
    span = Period(date(2026, 1, 1), date(2026, 4, 11))
    after = zoomed(span, 0.5, date(2026, 1, 21), WHOLE)
    assert after == Period(date(2026, 1, 11), date(2026, 3, 2))


def test_a_quarter_of_a_short_story_is_all_of_it() -> None:
    short = timeline(start=END - timedelta(days=20))
    assert last_days(short, 92) == whole_span(short)


def test_a_rep_of_today_gets_a_week_of_axis() -> None:
    assert length_of(whole_span(timeline(start=END - timedelta(days=1)))) == SHORTEST_DAYS


@given(spans, st.floats(120, 2000))
def test_dates_stay_apart_and_are_in_view(span: Period, room: float) -> None:
    per_day = room / length_of(span)
    ticks = date_ticks(span, per_day, lambda text: 7.0 * len(text))
    ends = [0.0]
    for tick in ticks:
        assert tick.on in span
        middle = (tick.on - span.start).days * per_day
        assert len(ends) == 1 or middle - 3.5 * len(tick.text) > ends[-1]
        ends.append(middle + 3.5 * len(tick.text))


@given(spans)
def test_an_axis_of_ordinary_width_always_names_a_year(span: Period) -> None:
    ticks = date_ticks(span, 700 / length_of(span), lambda text: 7.0 * len(text))
    assert any(str(tick.on.year) in tick.text for tick in ticks)


def test_a_year_is_named_by_its_months_and_january_by_the_year() -> None:
    ticks = date_ticks(Period(date(2026, 1, 1), date(2026, 5, 1)), 4, lambda text: 7.0 * len(text))
    assert [tick.text for tick in ticks] == ["2026", "Feb", "Mar", "Apr"]


blocks = st.lists(st.tuples(st.floats(-100, 500), st.floats(1, 40)), max_size=8)


@given(blocks)
def test_spread_blocks_never_overlap_and_stay_inside(chosen: list[tuple[float, float]]) -> None:
    chosen.sort()
    heights = [height for _, height in chosen]
    middles = spread([middle for middle, _ in chosen], heights, 0, 400)
    edges = [(middle - height / 2, middle + height / 2) for middle, height in zip(middles, heights, strict=True)]
    assert all(top + 1e-6 >= 0 and bottom <= 400 + 1e-6 for top, bottom in edges)
    assert all(bottom <= top + 1e-6 for (_, bottom), (top, _) in pairwise(edges))


def test_a_block_with_room_stays_where_it_wants_to_be() -> None:
    assert spread([100, 200], [20, 20], 0, 400) == [100, 200]


@given(st.floats(-10, 10))
def test_a_scale_finds_back_what_it_placed(value: float) -> None:
    scale = Scale(-10, 10, 300, 20)
    assert abs(scale.value(scale.at(value)) - value) < 1e-9
