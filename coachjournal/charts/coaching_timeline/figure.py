"""Draws the coaching timeline with matplotlib, and keeps what it drew so that the next rep or span comes quickly."""

import io
from collections.abc import Iterable

from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.figure import Figure
from matplotlib.transforms import Affine2D

from coachjournal.charts import fonts
from coachjournal.charts.coaching_timeline import hits
from coachjournal.charts.coaching_timeline.found import Hit
from coachjournal.charts.coaching_timeline.layout import Layout, lay_out
from coachjournal.charts.coaching_timeline.page_artists import POINTS, Icons, Leaders, Words
from coachjournal.charts.coaching_timeline.request import Request
from coachjournal.charts.coaching_timeline.spans import whole_span
from coachjournal.charts.coaching_timeline.strip_artists import GoalStrip, HourStrip, WeekStrip
from coachjournal.charts.palette import PaletteName, palette_named
from coachjournal.queries.coaching_timeline import CoachingTimeline
from coachjournal.rules.locale_numbers import DEFAULT_LOCALE
from coachjournal.rules.period import Period


def draw_timeline(
    timeline: CoachingTimeline,
    *,
    size: tuple[float, float],
    palette: PaletteName = "light",
    span: Period | None = None,
    locale: str = DEFAULT_LOCALE,
) -> Figure:
    """The timeline as a figure of a size in pixels (96 to the inch), all of the time unless a span is given."""
    drawn = TimelineFigure(size=size, palette=palette, locale=locale)
    drawn.show(timeline, span)
    return drawn.figure


class TimelineFigure:
    """A figure that shows one timeline after another. Sizes are in pixels of the layout, 96 to the inch."""

    def __init__(
        self, *, size: tuple[float, float], palette: PaletteName = "light", locale: str = DEFAULT_LOCALE
    ) -> None:
        self._locale = locale
        self.figure = Figure()
        self._canvas = FigureCanvasAgg(self.figure)
        self._from_page = Affine2D()
        page = self._from_page + self.figure.dpi_scale_trans
        self._goals = GoalStrip(self.figure, page)
        self._hours, self._week = HourStrip(self.figure), WeekStrip(self.figure)
        self._frame_words, self._words = Words(self.figure, page), Words(self.figure, page)
        self._frame_icons, self._icons = Icons(self.figure, page), Icons(self.figure, page)
        self._leaders = Leaders(self.figure, page)
        self._shown: tuple[Request, Layout] | None = None
        self._frame: tuple[RendererAgg, object] | None = None
        self._size, self._ratio = (0.0, 0.0), 0.0
        self._palette, self._text_scale = palette_named(palette), 0.0
        self.dress(palette)
        self.resize(size)

    def resize(self, size: tuple[float, float], ratio: float = 1.0) -> None:
        """Another size, and how many pixels of the screen make one of the layout; seen with the next `show`."""
        if (size, ratio) == (self._size, self._ratio):
            return
        self._size, self._ratio = size, ratio
        inch = 1 / fonts.PIXELS_PER_INCH
        self.figure.dpi = fonts.PIXELS_PER_INCH * ratio
        self.figure.set_size_inches(size[0] * inch, size[1] * inch)
        # The layout counts downwards from the top, matplotlib upwards from the foot.
        self._from_page.clear().scale(inch, -inch).translate(0, size[1] * inch)
        self._frame = None

    def dress(self, palette: PaletteName, text_scale: float = 1.0) -> None:
        """Other colours, and text in multiples of its usual size; seen with the next `show`."""
        if (palette_named(palette), text_scale) == (self._palette, self._text_scale):
            return
        self._palette, self._text_scale = palette_named(palette), text_scale
        self.figure.set_facecolor(self._palette.sheet)
        self._frame = None

    def show(self, timeline: CoachingTimeline, span: Period | None = None) -> None:
        """Gives the artists this timeline, all of it unless a span is given."""
        request = Request(
            timeline, span or whole_span(timeline), *self._size, self._palette, self._text_scale, self._locale
        )
        layout = lay_out(request)
        if self._shown is None or self._shown[0].timeline is not timeline:
            for strip in (self._goals, self._hours, self._week):
                strip.take(timeline)
        for strip in (self._goals, self._hours, self._week):
            strip.dress(request, layout)
        self._words.show(layout.words)
        self._icons.show(layout.icons)
        self._leaders.show(layout.leaders)
        if self._shown is None or _frame_of(self._shown[1]) != _frame_of(layout):
            self._frame_words.show(layout.frame_words)
            self._frame_icons.show(layout.frame_icons)
            self._frame = None
        self._shown = (request, layout)

    def render(self) -> memoryview:
        """Draws what is shown and answers the picture as rows of RGBA; the frame is drawn only when it changed."""
        renderer = self._canvas.get_renderer()
        if self._frame is None or self._frame[0] is not renderer:
            renderer.clear()
            _draw(self._frame_artists, renderer)
            self._frame_words.stamp(renderer)
            self._frame = (renderer, renderer.copy_from_bbox(self.figure.bbox))
        else:
            renderer.restore_region(self._frame[1])
        _draw(self._data_artists, renderer)
        self._words.stamp(renderer)
        return memoryview(renderer.buffer_rgba())

    def svg(self) -> str:
        """What is shown as an SVG document, a pixel of the layout being three quarters of a point."""
        dpi, self.figure.dpi = self.figure.dpi, 72
        written = io.StringIO()
        width, height = self._size[0] * POINTS, self._size[1] * POINTS
        renderer = RendererSVG(width, height, written, metadata={"Date": None, "Creator": None})
        _draw((*self._frame_artists, *self._data_artists), renderer)
        for words in (self._frame_words, self._words):
            words.write(renderer)
        renderer.finalize()
        self.figure.dpi = dpi
        return written.getvalue()

    def hit(self, x: float, y: float) -> Hit | None:
        """What lies at a place in pixels of the layout."""
        return hits.hit(*self._shown, x, y) if self._shown else None

    def words_for(self, found: Hit) -> str:
        """What the pointer tells of it."""
        return hits.hit_words(self._shown[0].timeline, found, locale=self._locale) if self._shown else ""

    @property
    def _frame_artists(self) -> tuple[Artist, ...]:
        return (self.figure.patch, *self._frame_icons.artists)

    @property
    def _data_artists(self) -> tuple[Artist, ...]:
        strips = (*self._goals.artists, *self._hours.artists, *self._week.artists)
        return (*strips, *self._leaders.artists, *self._icons.artists)

    @property
    def layout(self) -> Layout | None:
        """Where everything is that is shown."""
        return self._shown[1] if self._shown else None


def _frame_of(layout: Layout) -> tuple[object, ...]:
    return layout.frame_words, layout.frame_icons


def _draw(artists: Iterable[Artist], renderer: RendererBase) -> None:
    for artist in artists:
        artist.draw(renderer)
