"""Where things are, in pixels of the layout (96 to the inch) from the top left corner of the picture."""

from collections.abc import Sequence
from dataclasses import dataclass
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
    groups: list[tuple[float, float, list[int]]] = []  # wanted top edge, height, the blocks in it
    for index, (middle, height) in enumerate(zip(wanted, heights, strict=True)):
        edge, tall, members = middle - height / 2, height, [index]
        while groups and _held(groups[-1][0], groups[-1][1], top, bottom) + groups[-1][1] > _held(
            edge, tall, top, bottom
        ):
            upper_edge, upper_tall, upper = groups.pop()
            count, others = len(members), len(upper)
            # Each member wants its own place: the mean of where they would put the top edge of the group.
            edge = (upper_edge * others + (edge - upper_tall) * count) / (others + count)
            tall, members = upper_tall + tall, upper + members
        groups.append((edge, tall, members))
    return [middle for edge, tall, members in groups for middle in _stacked(edge, tall, members, heights, top, bottom)]


def _held(edge: float, tall: float, top: float, bottom: float) -> float:
    return max(top, min(edge, bottom - tall))


def _stacked(
    edge: float, tall: float, members: list[int], heights: Sequence[float], top: float, bottom: float
) -> list[float]:
    middles, at = [], _held(edge, tall, top, bottom)
    for index in members:
        middles.append(at + heights[index] / 2)
        at += heights[index]
    return middles
