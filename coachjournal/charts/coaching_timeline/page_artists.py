"""The matplotlib artists of words, legend signs and leaders, which lie on the page and not in a strip."""

from collections.abc import Sequence

from matplotlib.artist import Artist
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.transforms import Transform

from coachjournal.charts import fonts
from coachjournal.charts.coaching_timeline.geometry import Icon, Word
from coachjournal.charts.coaching_timeline.labels import Leader

POINTS = 0.75
"""Points to a pixel of the layout: matplotlib takes sizes of lines and markers in points."""

# The middle of a line lies this part of its size above the line the letters stand on.
_MIDDLE_TO_BASELINE = 0.35


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
        for text, word in zip(self._texts, words, strict=False):
            _set(text, word)
        for text in self._texts[len(words) :]:
            text.set_visible(False)
        self._shown = words

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
