"""The coaching timeline as a file: PNG, SVG or PDF; the same timeline always gives the same bytes."""

import io
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock

from matplotlib import rcParams

from coachjournal.charts.coaching_timeline.figure import TimelineFigure, draw_timeline
from coachjournal.charts.palette import PaletteName
from coachjournal.errors import Rejected
from coachjournal.queries.coaching_timeline import CoachingTimeline
from coachjournal.rules.locale_numbers import DEFAULT_LOCALE
from coachjournal.rules.period import Period

PICTURE_SIZE = (1040.0, 600.0)
"""Pixels of a saved picture when none are asked for."""

_SHARP = 192  # twice the layout's pixels, for a slide or a print

_DRAWING = Lock()  # plans are also made in the background, and a figure shows one timeline at a time

# Text stays text that can be searched, in the faces of the reader's system, and ids are the same every time.
# matplotlib takes these from nowhere else, and nothing else in the app saves pictures.
rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "coach journal", "pdf.fonttype": 42})


@dataclass(frozen=True, slots=True)
class _Look:
    """Everything about a picture but its data."""

    size: tuple[float, float]
    palette: PaletteName
    locale: str


def save_timeline(
    timeline: CoachingTimeline,
    path: Path,
    *,
    size: tuple[float, float] = PICTURE_SIZE,
    palette: PaletteName = "light",
    span: Period | None = None,
    locale: str = DEFAULT_LOCALE,
) -> Path:
    """Writes the picture in the form that the ending of the name asks for, whole or not at all."""
    form = path.suffix.lower().lstrip(".")
    if form not in ("png", "svg", "pdf"):
        raise Rejected("A picture is saved as .png, .svg or .pdf.")
    picture = _picture(timeline, form, _Look(size, palette, locale), span)
    try:
        _write_whole(path, picture)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Rejected(f"The picture could not be saved as {path.name}: {reason}.") from error
    return path


def timeline_svg(
    timeline: CoachingTimeline,
    *,
    size: tuple[float, float] = PICTURE_SIZE,
    palette: PaletteName = "print",
    span: Period | None = None,
    locale: str = DEFAULT_LOCALE,
) -> bytes:
    """The picture as SVG; a pixel of the layout is three quarters of a point."""
    with _DRAWING:
        drawn = _kept_figure(_Look(size, palette, locale))
        drawn.show(timeline, span)
        return drawn.svg().encode()


@lru_cache(maxsize=1)
def _kept_figure(look: _Look) -> TimelineFigure:
    """Making the axes takes longer than drawing on them: a batch of plans draws all its charts on the same."""
    return TimelineFigure(size=look.size, palette=look.palette, locale=look.locale)


def _picture(timeline: CoachingTimeline, form: str, look: _Look, span: Period | None) -> bytes:
    if form == "svg":
        return timeline_svg(timeline, size=look.size, palette=look.palette, span=span, locale=look.locale)
    written = io.BytesIO()
    metadata = {"CreationDate": None} if form == "pdf" else {}
    figure = draw_timeline(timeline, size=look.size, palette=look.palette, span=span, locale=look.locale)
    figure.savefig(written, format=form, dpi=_SHARP, metadata=metadata)
    return written.getvalue()


def _write_whole(path: Path, picture: bytes) -> None:
    with tempfile.NamedTemporaryFile(prefix=".picture-", dir=path.parent, delete=False) as file:
        beside = Path(file.name)
    try:
        beside.write_bytes(picture)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
