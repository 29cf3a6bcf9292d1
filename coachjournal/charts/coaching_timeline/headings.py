"""The heads of the strips: a title and behind it the words of its legend, in as many rows as they need."""

from dataclasses import dataclass, replace

from coachjournal.charts import fonts
from coachjournal.charts.coaching_timeline.geometry import Icon, Weight, Word

_ICON_ROOM = 15.0
_BETWEEN = 16.0
_UNDER = 2.0


@dataclass(frozen=True, slots=True)
class Sign:
    """The shape and the colours of a legend's sign, before it has a place."""

    marker: str
    size: float
    colour: str
    fill: str


@dataclass(frozen=True, slots=True)
class Item:
    """A title or a legend's entry, before it has a place."""

    text: str
    size: float
    colour: str
    weight: Weight = "normal"
    sign: Sign | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A head with its place; `bottom` is where the strip may begin."""

    words: tuple[Word, ...]
    icons: tuple[Icon, ...]
    bottom: float

    def lowered(self, by: float) -> "Heading":
        """The same head further down the page."""
        words = tuple(replace(word, y=word.y + by) for word in self.words)
        icons = tuple(replace(icon, y=icon.y + by) for icon in self.icons)
        return Heading(words, icons, self.bottom + by)


def set_heading(items: list[Item], left: float, right: float, row: float) -> Heading:
    """Items from left to right at the top of the page, going on in a further row where one would pass `right`."""
    words, icons = [], []
    x, y = left, row / 2
    for item in items:
        icon_room = _ICON_ROOM * row / _ROW if item.sign else 0.0
        text = fonts.shortened(item.text, right - left - icon_room, item.size, item.weight)
        wide = icon_room + fonts.width(text, item.size, item.weight)
        if x > left and x + wide > right:
            x, y = left, y + row
        if item.sign:
            icons.append(_icon(item.sign, x + icon_room * 0.4, y))
        words.append(Word(x + icon_room, y, text, item.size, item.colour, item.weight))
        x += wide + _BETWEEN
    return Heading(tuple(words), tuple(icons), y + row / 2 + _UNDER)


_ROW = 19.0


def _icon(sign: Sign, x: float, y: float) -> Icon:
    return Icon(x, y, sign.marker, sign.size, sign.colour, sign.fill)
