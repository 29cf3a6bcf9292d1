"""Where things are, in pixels of the layout (96 to the inch) from the top left corner of the picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

Anchor = Literal["left", "center", "right"]
Weight = Literal["normal", "bold"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line from values (`low` to `high`) to pixels (`start` to `end`)."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        return self.start + (value - self.low) * (self.end - self.start) / (self.high - self.low)

    def value(self, pixel: float) -> float:
        return self.low + (pixel - self.start) * (self.high - self.low) / (self.end - self.start)

    @property
    def unit(self) -> float:
        """Pixels for one unit of value."""
        return abs((self.end - self.start) / (self.high - self.low))


@dataclass(frozen=True, slots=True)
class Word:
    """One line of text; `y` is the middle of the line."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    weight: Weight = "normal"
    anchor: Anchor = "left"


@dataclass(frozen=True, slots=True)
class Icon:
    """A sign beside a word of a legend, as a matplotlib marker."""

    x: float
    y: float
    marker: str
    size: float
    colour: str
    fill: str


def spread(wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Middles of blocks that do not overlap, as near to the wanted ones as can be; both go downwards in order.

    The blocks must fit between `top` and `bottom`. Blocks that meet are put together and share the way they move.
    """
    groups: list[_Group] = []
    for middle, height in zip(wanted, heights, strict=True):
        group = _Group(middle - height / 2, (height,), top, bottom)
        while groups and groups[-1].top + groups[-1].tall > group.top:
            group = groups.pop().joined(group)
        groups.append(group)
    return [middle for group in groups for middle in group.middles()]


@dataclass(frozen=True, slots=True)
class _Group:
    """Blocks one below the other, the uppermost as near to `edge` as `highest` and `lowest` let it."""

    edge: float
    heights: tuple[float, ...]
    highest: float
    lowest: float

    @property
    def tall(self) -> float:
        return sum(self.heights)

    @property
    def top(self) -> float:
        return max(self.highest, min(self.edge, self.lowest - self.tall))

    def joined(self, below: "_Group") -> "_Group":
        # Each block wants its own place: the mean of where they would put the top edge of all.
        count, others = len(self.heights), len(below.heights)
        edge = (self.edge * count + (below.edge - self.tall) * others) / (count + others)
        return _Group(edge, self.heights + below.heights, self.highest, self.lowest)

    def middles(self) -> list[float]:
        bottoms = accumulate(self.heights, initial=self.top)
        return [upper + height / 2 for upper, height in zip(bottoms, self.heights, strict=False)]
