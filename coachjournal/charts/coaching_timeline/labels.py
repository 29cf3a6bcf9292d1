"""Words beside the data: names and true values at the ends of goal lines, and the words of gaps."""

from collections.abc import Sequence
from dataclasses import dataclass

from coachjournal.charts import fonts
from coachjournal.charts.coaching_timeline.geometry import Box, Scale, Word, spread
from coachjournal.charts.coaching_timeline.words import (
    bare_value_words,
    gap_words,
    short_gap_words,
    value_of_target_words,
)
from coachjournal.queries.coaching_timeline import Gap, GoalLine, GoalPoint
from coachjournal.rules.words import counted

_LINE_TO_SIZE = 1.35
_BETWEEN_BLOCKS = 5.0
_BETWEEN_WORDS = 6.0
_BETWEEN_GAPS = 8.0
_DOT_RADIUS = 4.5
_MOST_NAMED = 6
# The shortest words of a gap may be this many times as wide as the gap.
_WORDS_TO_GAP = 1.5


@dataclass(frozen=True, slots=True)
class LineEnd:
    """The last check-in of a goal that is in view, where its line ends (`x`, `y`), and the goal's colours."""

    goal: GoalLine
    point: GoalPoint | None
    x: float
    y: float
    colour: str
    word_colour: str
    locale: str


@dataclass(frozen=True, slots=True)
class Leader:
    """The thin line from a line's end to its label: across to the edge of the strip, then to the label's height."""

    path: tuple[tuple[float, float], ...]
    colour: str


@dataclass(frozen=True, slots=True)
class EndLabels:
    """The labels of all goals in view."""

    words: tuple[Word, ...]
    leaders: tuple[Leader, ...]


@dataclass(frozen=True, slots=True)
class GapLabels:
    """The gaps that have room to say what they are, and their words."""

    words: tuple[Word, ...]
    told: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line for words: its middle, and their size and colour."""

    y: float
    size: float
    colour: str


def end_labels(ends: Sequence[LineEnd], room: Box, size: float, muted: str) -> EndLabels:
    """Two lines for a goal while they fit into `room`, else one. The ends come in the order in which they are named;
    the goals that have no label are counted.
    """
    line = size * _LINE_TO_SIZE
    most = len(named(ends))
    two_lines = most * (2 * line + _BETWEEN_BLOCKS) + (len(ends) > most) * line <= room.height
    tall = 2 * line + _BETWEEN_BLOCKS if two_lines else line + 1
    fit = int((room.height - (len(ends) > most) * line) // tall)
    most = most if most <= fit else int((room.height - line) // tall)
    shown, rest = sorted(ends[:most], key=lambda end: end.y), ends[most:]
    wanted = [end.y for end in shown] + [room.bottom] * bool(rest)
    middles = spread(wanted, [tall] * len(shown) + [line] * bool(rest), room.top, room.bottom)
    words: list[Word] = []
    for end, middle in zip(shown, middles, strict=False):
        words += _two_lines(end, room, middle, size, muted) if two_lines else _one_line(end, room, middle, size, muted)
    if rest:
        told = fonts.shortened(_rest_words(rest), room.width, size)
        words.append(Word(room.left, middles[-1], told, size, muted))
    leaders = tuple(_leader(end, room.left, middle) for end, middle in zip(shown, middles, strict=False) if end.point)
    return EndLabels(tuple(words), leaders)


def named(ends: Sequence[LineEnd]) -> Sequence[LineEnd]:
    """The goals that get a label where there is room: all that run, and the latest ended up to a handful in all."""
    running = sum(end.goal.ended_on is None for end in ends)
    return ends[: max(running, _MOST_NAMED)]


def _rest_words(rest: Sequence[LineEnd]) -> str:
    if any(end.goal.ended_on is None for end in rest):
        return f"and {len(rest)} more"
    return f"{counted(len(rest), 'ended goal')} not named"


def _two_lines(end: LineEnd, room: Box, middle: float, size: float, muted: str) -> list[Word]:
    half = size * _LINE_TO_SIZE / 2
    name = fonts.shortened(fonts.drawable(end.goal.title), room.width, size, "bold")
    value = fonts.shortened(_value(end, room.width, size), room.width, size)
    return [
        Word(room.left, middle - half, name, size, end.word_colour, "bold"),
        Word(room.left, middle + half, value, size, muted),
    ]


def _one_line(end: LineEnd, room: Box, middle: float, size: float, muted: str) -> list[Word]:
    value = fonts.shortened(_value(end, room.width * 0.6, size), room.width, size)
    left = room.width - fonts.width(value, size) - _BETWEEN_WORDS
    name = fonts.shortened(fonts.drawable(end.goal.title), max(0.0, left), size, "bold")
    at_value = room.left + (fonts.width(name, size, "bold") + _BETWEEN_WORDS if name else 0)
    words = [Word(room.left, middle, name, size, end.word_colour, "bold")] if name else []
    return [*words, Word(at_value, middle, value, size, muted)]


def _value(end: LineEnd, room: float, size: float) -> str:
    """The value with what it counts where that fits, else the numbers alone."""
    if end.point is None:
        return "no check-in yet"
    words = fonts.drawable(value_of_target_words(end.goal, end.point.value, end.locale))
    bare = fonts.drawable(bare_value_words(end.goal, end.point.value, end.locale))
    return words if fonts.width(words, size) <= room else bare


def _leader(end: LineEnd, label_left: float, middle: float) -> Leader:
    start = end.x + _DOT_RADIUS
    turn = max(start, label_left - 14)
    return Leader(((start, end.y), (turn, end.y), (label_left - 4, middle)), end.colour)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Pixels that a gap's words take on their line."""

    left: float
    right: float
    text: str

    def clear_of(self, other: "_Stretch") -> bool:
        return self.right + _BETWEEN_GAPS <= other.left or other.right + _BETWEEN_GAPS <= self.left


def gap_labels(gaps: Sequence[Gap], days: Scale, strip: Box, line: Line) -> GapLabels:
    """Words for the gaps in view, within `strip`, the longest first; a gap much narrower than its words has none."""
    taken: dict[Gap, _Stretch] = {}
    for gap in sorted(gaps, key=lambda gap: (-gap.days, gap.start)):
        left = max(strip.left, days.at(gap.start.toordinal()))
        wide = min(strip.right, days.at(gap.end.toordinal())) - left
        ways = [_stretch(text, left + 4, strip, line.size) for text in (gap_words(gap), short_gap_words(gap))]
        if ways[-1].right - ways[-1].left > wide * _WORDS_TO_GAP:
            continue
        fitting = [way for way in ways if way.left >= strip.left and all(map(way.clear_of, taken.values()))]
        if fitting:
            taken[gap] = fitting[0]
    words = tuple(Word(way.left, line.y, way.text, line.size, line.colour) for way in taken.values())
    return GapLabels(words, tuple(taken))


def _stretch(text: str, begin: float, strip: Box, size: float) -> _Stretch:
    drawn = fonts.drawable(text)
    wide = fonts.width(drawn, size)
    left = min(begin, strip.right - wide - 2)
    return _Stretch(left, left + wide, drawn)
