"""Where everything of the coaching timeline is: strips, scales and every word, before anything is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from coachjournal.charts import fonts
from coachjournal.charts.coaching_timeline.bands import BANDS, bands_present
from coachjournal.charts.coaching_timeline.date_axis import DateTick, date_ticks
from coachjournal.charts.coaching_timeline.geometry import Icon, Scale, Word
from coachjournal.charts.coaching_timeline.headings import Heading, Item, Sign, set_heading
from coachjournal.charts.coaching_timeline.labels import Leader, Line, LineEnd, end_labels, gap_labels, named
from coachjournal.charts.coaching_timeline.lanes import LANES, MARKERS, SHAPED, form_of
from coachjournal.charts.coaching_timeline.request import Request
from coachjournal.charts.coaching_timeline.strips import (
    Strips,
    columns,
    day_scale,
    divide,
    hour_grid,
    in_range,
    rep_hours,
    room_for_strips,
    shows_months,
    whole_hours,
)
from coachjournal.charts.coaching_timeline.words import hour_words, share_words
from coachjournal.queries.coaching_timeline import Gap, GoalLine, GoalPoint
from coachjournal.rules.conversation import ConversationKind

# With very large text in a small picture the text gives way before the strips vanish.
_LEAST_FOR_STRIPS = 150.0
_SMALLEST_TEXT = 0.6
# A word is this many times as high as its size, ascenders and descenders included.
_TALL = 1.22

_EMPTY_GOALS = "Set a goal: its check-ins draw a line here."
_EMPTY_HOURS = "Log a conversation: its hours show here."
_EMPTY_WEEK = "Add your hours: the share with people shows here."


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything placed, its words in two layers: those of the frame stay while reps change on the same axes."""

    strips: Strips
    frame_words: tuple[Word, ...]
    frame_icons: tuple[Icon, ...]
    words: tuple[Word, ...]
    icons: tuple[Icon, ...]
    leaders: tuple[Leader, ...]
    hour_grid: tuple[int, ...]
    """Minutes at which a grid line runs through the second strip."""
    dates: tuple[DateTick, ...]
    shaded: tuple[Gap, ...]
    """The gaps that say what they are; the others in view are only marked at the upper edge."""
    quiet: frozenset[int]
    """Places in the order of goals of those that have ended and get no label."""


def lay_out(request: Request) -> Layout:
    """Nothing overlaps: what has no room is shortened, or left to the tooltip, the summary and the table."""
    request, heads = _with_text_that_fits(request)
    strips = divide(request, [head.bottom for head in heads])
    goals_head, hours_head, week_head = [head.lowered(top) for head, top in zip(heads, strips.tops, strict=True)]
    grid = hour_grid(request, strips)
    dates = date_ticks(request.span, strips.days.unit, lambda text: fonts.width(text, request.text), request.locale)
    ends = _line_ends(request, strips)
    labels = end_labels(list(ends.values()), strips.label_room, request.text, request.palette.muted)
    gap_line = Line(strips.gap_words_y, request.text, request.palette.gap_words)
    gaps = gap_labels(request.gaps, strips.days, strips.goals, gap_line)
    empty = _empty_words(request, strips)
    return Layout(
        strips=strips,
        frame_words=(*week_head.words, *_scale_words(request, strips, grid), *_date_words(request, strips, dates)),
        frame_icons=week_head.icons,
        words=(*goals_head.words, *hours_head.words, *gaps.words, *_lane_words(request, strips), *empty, *labels.words),
        icons=goals_head.icons + hours_head.icons,
        leaders=labels.leaders,
        hour_grid=grid,
        dates=dates,
        shaded=gaps.told,
        quiet=frozenset(list(ends)[len(named(list(ends.values()))) :]),
    )


def goal_style(request: Request, number: int) -> tuple[str, str, tuple[float, ...]]:
    """Colour of line and words, and the dashes, of the goal at a place in the order; every second round is dashed."""
    palette = request.palette
    turn, place = divmod(number, len(palette.goals))
    dashes = palette.goal_dashes[number % len(palette.goal_dashes)]
    return palette.goals[place], palette.goal_words[place], dashes or ((4.0, 1.5) if turn % 2 else ())


def _with_text_that_fits(request: Request) -> tuple[Request, list[Heading]]:
    heads = _heads(request)
    room = room_for_strips(request, [head.bottom for head in heads])
    if room >= _LEAST_FOR_STRIPS or request.text_scale <= _SMALLEST_TEXT:
        return request, heads
    return _with_text_that_fits(replace(request, text_scale=request.text_scale * 0.9))


def _heads(request: Request) -> list[Heading]:
    edges = columns(request)
    return [
        set_heading(_goals_items(request), edges.left, edges.end, request.row),
        set_heading(_hours_items(request), edges.left, edges.end, request.row),
        set_heading(_week_items(request), edges.left, edges.end, request.row),
    ]


def _goals_items(request: Request) -> list[Item]:
    items = [_title(request, "Development goals")]
    if request.timeline.goals:
        items.append(_legend(request, "share of the way to target"))
    points = [point for goal in request.timeline.goals for point in goal.points]
    if any(point.computed for point in points):
        dot = Sign("o", 6, request.palette.muted, request.palette.muted)
        items += [_legend(request, "check-in", dot)]
        items += [_legend(request, "from deals", replace(dot, fill=request.palette.sheet))]
    return items + _signs_of_lanes(request) + _sign_of_plans(request)


def _signs_of_lanes(request: Request) -> list[Item]:
    """What the shapes mean in lanes of several kinds; the words beside a lane tell those of one kind."""
    days = day_scale(request)
    kinds = {mark.kind for marks in (request.timeline.conversations, request.timeline.actions) for mark in marks}
    lanes = [lane for lane in LANES if len(lane.kinds) > 1 and form_of(request, lane, days) in SHAPED]
    shared = [kind for lane in lanes for kind in lane.kinds if kind in kinds and isinstance(kind, ConversationKind)]
    strong = request.palette.people_strong
    return [_legend(request, kind.label.lower(), Sign(MARKERS[kind], 6, strong, strong)) for kind in shared]


def _sign_of_plans(request: Request) -> list[Item]:
    """Shapes are filled once it took place."""
    if all(mark.held for mark in request.timeline.actions):
        return []
    return [_legend(request, "planned", Sign("s", 6, request.palette.people_strong, request.palette.sheet))]


def _hours_items(request: Request) -> list[Item]:
    title = fonts.drawable(f"Your coaching time with {request.timeline.first_name}")
    present = bands_present(rep_hours(request))
    items = [_title(request, title)]
    if any(present):
        items.append(_legend(request, "hours a month" if shows_months(request) else "hours a week"))
    for band, colour, shown in zip(BANDS, request.palette.hours, present, strict=True):
        if shown:
            items.append(_legend(request, band.title, Sign("s", 9, colour, colour)))
    return items


def _week_items(request: Request) -> list[Item]:
    people, desk = request.palette.people, request.palette.desk
    title = _title(request, "Your week: with people against desk")
    if not whole_hours(request):
        return [title]
    return [
        title,
        _legend(request, "with people", Sign("s", 9, people, people)),
        _legend(request, "all else", Sign("s", 9, desk, desk)),
    ]


def _title(request: Request, text: str) -> Item:
    return Item(text, request.title, request.palette.text, "bold")


def _legend(request: Request, text: str, sign: Sign | None = None) -> Item:
    if sign:
        sign = replace(sign, size=sign.size * request.text_scale)
    return Item(text, request.text, request.palette.muted, sign=sign)


def _line_ends(request: Request, strips: Strips) -> dict[int, LineEnd]:
    """By place in the order of goals; first the goals that run, then the latest ended."""
    running = [(number, goal) for number, goal in request.goals if goal.ended_on is None]
    ended = sorted(((goal.ended_on, number, goal) for number, goal in request.goals if goal.ended_on), reverse=True)
    ordered = running + [(number, goal) for _, number, goal in ended]
    return {number: _line_end(request, strips, number, goal) for number, goal in ordered}


def _line_end(request: Request, strips: Strips, number: int, goal: GoalLine) -> LineEnd:
    colour, words, _ = goal_style(request, number)
    last = _last_in_view(request, goal)
    if last is None:
        return LineEnd(goal, None, strips.goals.right, strips.share.at(0), colour, words, request.locale)
    x = max(strips.goals.left, strips.days.at(last.on.toordinal() + 0.5))
    return LineEnd(goal, last, x, strips.share.at(in_range(last.share)), colour, words, request.locale)


def _last_in_view(request: Request, goal: GoalLine) -> GoalPoint | None:
    return next((point for point in reversed(goal.points) if point.on < request.span.end), None)


def _scale_words(request: Request, strips: Strips, grid: tuple[int, ...]) -> list[Word]:
    words: list[Word] = []
    if request.timeline.goals:
        words += _apart(request, strips.share, {1.0: "target", 0.0: "baseline", 0.5: "halfway"})
    if rep_hours(request):
        words += _apart(
            request, strips.minutes, {float(minutes): hour_words(minutes, request.locale) for minutes in grid}
        )
    if whole_hours(request):
        words += _apart(request, strips.part, {share: share_words(share, request.locale) for share in (0.0, 1.0, 0.5)})
        words += _floor_words(request, strips)
    return words


def _lane_words(request: Request, strips: Strips) -> list[Word]:
    return [
        Word(strips.goals.left - 8, lane.middle, lane.lane.title, request.small, request.palette.muted, anchor="right")
        for lane in strips.lanes
    ]


def _floor_words(request: Request, strips: Strips) -> list[Word]:
    floor = request.timeline.coaching_floor
    if floor is None:
        return []
    # Beside the strip, and never so high or low that it meets the words above and below it.
    half = request.text * _TALL / 2
    y = min(max(strips.part.at(floor), strips.part.at(1.0) + half), strips.part.at(0.0) - half)
    return [
        Word(
            strips.week.right + 6, y, f"floor {share_words(floor, request.locale)}", request.text, request.palette.text
        )
    ]


def _apart(request: Request, scale: Scale, texts: Mapping[float, str]) -> list[Word]:
    """Words left of the axis, the first of them before the others where there is no room for all."""
    words: list[Word] = []
    for value, text in texts.items():
        y = scale.at(value)
        if all(abs(y - word.y) >= request.text * _TALL for word in words):
            words.append(Word(columns(request).left - 8, y, text, request.text, request.palette.muted, anchor="right"))
    return words


def _date_words(request: Request, strips: Strips, dates: tuple[DateTick, ...]) -> list[Word]:
    return [
        Word(
            strips.days.at(tick.on.toordinal()),
            strips.dates_y,
            tick.text,
            request.text,
            request.palette.muted,
            anchor="center",
        )
        for tick in dates
    ]


def _empty_words(request: Request, strips: Strips) -> list[Word]:
    empty = [
        (request.timeline.goals, strips.plot, _EMPTY_GOALS),
        (rep_hours(request), strips.hours, _EMPTY_HOURS),
        (whole_hours(request), strips.week, _EMPTY_WEEK),
    ]
    return [
        Word(
            (box.left + box.right) / 2,
            (box.top + box.bottom) / 2,
            fonts.shortened(sentence, box.width - 16, request.text),
            request.text,
            request.palette.muted,
            anchor="center",
        )
        for data, box, sentence in empty
        if not data
    ]
