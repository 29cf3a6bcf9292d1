"""The matplotlib artists of words, legend signs and leaders, which lie on the page and not in a strip."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from math import ceil

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.transforms import Transform
from numpy.typing import NDArray

from coachjournal.charts import fonts
from coachjournal.charts.coaching_timeline.geometry import Icon, Weight, Word
from coachjournal.charts.coaching_timeline.labels import Leader

POINTS = 0.75
"""Points to a pixel of the layout: matplotlib takes sizes of lines and markers in points."""

# The middle of a line lies this part of its size above the line the letters stand on.
_MIDDLE_TO_BASELINE = 0.35
_BEFORE_ANCHOR = {"left": 0.0, "center": 0.5, "right": 1.0}
_EDGE = 2


class Words:
    """Texts that are made once and then given new words."""

    def __init__(self, figure: Figure, page: Transform) -> None:
        self._figure, self._page = figure, page
        self._texts: list[Text] = []
        self._shown: tuple[Word, ...] = ()

    @property
    def artists(self) -> Sequence[Artist]:
        return self._texts[: len(self._shown)]

    def show(self, words: tuple[Word, ...]) -> None:
        while len(self._texts) < len(words):
            self._texts.append(self._new())
        for text, word, before in zip_longest(self._texts, words, self._shown[: len(words)]):
            if word is not None and word != before:
                _set(text, word)
        for text in self._texts[len(words) :]:
            text.set_visible(False)
        self._shown = words

    def stamp(self, renderer: RendererAgg) -> None:
        """Draws the words as their artists would, each from a picture of it kept from the last time: on a screen
        the same words come again and again, and letters are the dearest thing to draw.
        """
        ratio = renderer.dpi / fonts.PIXELS_PER_INCH
        context = renderer.new_gc()
        for word in self._shown:
            stamp = _stamp(word.text, word.size, word.weight, word.colour, renderer.dpi)
            x = word.x * ratio - stamp.width * _BEFORE_ANCHOR[word.anchor]
            y = renderer.height - (word.y + word.size * _MIDDLE_TO_BASELINE) * ratio - stamp.descent
            renderer.draw_image(context, round(x) - _EDGE, round(y) - _EDGE, stamp.pixels)

    def write(self, renderer: RendererSVG) -> None:
        """Writes the words into an SVG as text, their places already measured."""
        context = renderer.new_gc()
        for word in self._shown:
            wide = fonts.width(word.text, word.size, word.weight)
            x = (word.x - wide * _BEFORE_ANCHOR[word.anchor]) * POINTS
            y = (word.y + word.size * _MIDDLE_TO_BASELINE) * POINTS
            context.set_foreground(word.colour)
            for run in fonts.runs(word.text):
                renderer.draw_text(context, x, y, run, fonts.face(word.size, word.weight), 0)
                x += fonts.run_width(run, word.size, word.weight) * POINTS

    def _new(self) -> Text:
        # A "$" in the name of a goal is a dollar, not mathematics.
        text = self._figure.text(0, 0, "", transform=self._page, va="baseline", parse_math=False, zorder=6)
        text.set_in_layout(False)
        return text


def _set(text: Text, word: Word) -> None:
    text.set_visible(True)
    text.set_text(word.text)
    text.set_position((word.x, word.y + word.size * _MIDDLE_TO_BASELINE))
    text.set_fontproperties(fonts.face(word.size, word.weight))
    text.set_color(word.colour)
    text.set_horizontalalignment(word.anchor)


@dataclass(frozen=True, slots=True)
class _Stamp:
    """A word drawn on nothing, with `_EDGE` pixels around it; width and descent in pixels of the screen."""

    pixels: NDArray[np.uint8]
    width: float
    descent: float


@lru_cache(maxsize=128)
def _stamp(text: str, size: float, weight: Weight, colour: str, dpi: float) -> _Stamp:
    face = fonts.face(size, weight)
    width, height, descent = RendererAgg(1, 1, dpi).get_text_width_height_descent(text, face, ismath=False)
    sheet = RendererAgg(ceil(width) + 2 * _EDGE, ceil(height) + 2 * _EDGE, dpi)
    context = sheet.new_gc()
    context.set_foreground(colour)
    sheet.draw_text(context, _EDGE, sheet.height - _EDGE - round(descent), text, face, 0)
    return _Stamp(np.flipud(np.asarray(sheet.buffer_rgba())).copy(), width, round(descent))


class Icons:
    """Signs of legends, likewise."""

    def __init__(self, figure: Figure, page: Transform) -> None:
        self._figure, self._page = figure, page
        self._lines: list[Line2D] = []
        self._shown: tuple[Icon, ...] = ()

    @property
    def artists(self) -> Sequence[Artist]:
        return self._lines[: len(self._shown)]

    def show(self, icons: tuple[Icon, ...]) -> None:
        while len(self._lines) < len(icons):
            self._lines.append(self._new())
        for line, icon in zip(self._lines, icons, strict=False):
            line.set(visible=True, marker=icon.marker, markersize=icon.size * POINTS, color=icon.colour)
            line.set_markerfacecolor(icon.fill)
            line.set_data([icon.x], [icon.y])
        for line in self._lines[len(icons) :]:
            line.set_visible(False)
        self._shown = icons

    def _new(self) -> Line2D:
        line = Line2D([], [], linestyle="none", transform=self._page, zorder=6)
        self._figure.add_artist(line)
        return line


class Leaders:
    """Thin dotted lines from the ends of goal lines to their labels."""

    def __init__(self, figure: Figure, page: Transform) -> None:
        self._lines = LineCollection([], transform=page, zorder=5, linewidths=0.8, linestyles=(0, (1, 2)))
        figure.add_artist(self._lines)

    @property
    def artists(self) -> Sequence[Artist]:
        return (self._lines,)

    def show(self, leaders: tuple[Leader, ...]) -> None:
        self._lines.set_segments([leader.path for leader in leaders])
        self._lines.set_colors([leader.colour for leader in leaders])
