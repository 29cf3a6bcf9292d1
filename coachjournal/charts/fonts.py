"""The faces of charts: Inter as shipped, then Noto Sans and what the system has for other scripts."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Literal

from matplotlib import rcParams
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties, fontManager, get_font

from coachjournal.places import RESOURCES

# Hinting makes words up to 6 % wider at some resolutions: without it a word is as wide on every screen as in the PDF.
rcParams["text.hinting"] = "no_hinting"

Weight = Literal["normal", "bold"]

PIXELS_PER_INCH = 96
"""The layout's pixel, as in a style sheet: 96 to the inch, whatever the screen."""

NO_GLYPH = "\N{WHITE VERTICAL RECTANGLE}"
"""Drawn for a character that no face has, instead of matplotlib's warning and its empty box."""

_SHIPPED = ("Inter-Regular.ttf", "Inter-Bold.ttf", "NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
# Faces with Chinese, Japanese and Korean are too large to ship (89 MB): these come with the systems.
_OF_THE_SYSTEM = (
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "Droid Sans Fallback",
    "Microsoft YaHei",
    "Yu Gothic",
    "Malgun Gothic",
    "PingFang SC",
    "Hiragino Sans",
    "Apple SD Gothic Neo",
)
_WEIGHTS = (400, 700)
# Of other scripts a reader of a saved picture has faces of their own, wider perhaps than those measured here.
_OTHER_FACES = 1.15
_OTHER_RENDERERS = 1.01
# More marks than this on one letter would climb out of their line.
_MARKS_ON_A_LETTER = 2


@cache
def families() -> tuple[str, ...]:
    """The faces in the order they are asked for a glyph; DejaVu Sans comes with matplotlib and is always there."""
    for path in _shipped():
        fontManager.addfont(path)
    known = {entry.name for entry in fontManager.ttflist}
    found = tuple(name for name in _OF_THE_SYSTEM if name in known)
    for name in found:
        _stand_in(name)
    return tuple(name for name in ("Inter", "Noto Sans", *found, "DejaVu Sans") if name in known)


@cache
def _shipped() -> tuple[Path, ...]:
    return tuple(path for name in _SHIPPED if (path := RESOURCES / "fonts" / name).exists())


def _stand_in(family: str) -> None:
    """Lets a family without a regular or a bold face stand in with the nearest it has, which matplotlib does too but
    complains.
    """
    entries = [entry for entry in fontManager.ttflist if entry.name == family]
    for weight in _WEIGHTS:
        nearest = min(entries, key=lambda entry: (entry.style != "normal", abs(int(entry.weight) - weight)))
        if nearest.weight != weight:
            fontManager.ttflist.append(replace(nearest, weight=weight))


@cache
def face(size: float, weight: Weight = "normal") -> FontProperties:
    """The face for a size in pixels of the layout."""
    return FontProperties(family=list(families()), weight=weight, size=size * 72 / PIXELS_PER_INCH)


@lru_cache(maxsize=4096)
def width(text: str, size: float, weight: Weight = "normal") -> float:
    """The width of one line in pixels, with a little to spare for saved pictures: 1 % where the faces are ours."""
    return sum(run_width(run, size, weight) for run in runs(text))


@lru_cache(maxsize=4096)
def run_width(run: str, size: float, weight: Weight) -> float:
    """The width of one of `runs`."""
    measured, _, _ = _ruler().get_text_width_height_descent(run, face(size, weight), ismath=False)
    return float(measured) * (_OTHER_RENDERERS if all(map(_is_ours, run)) else _OTHER_FACES)


@lru_cache(maxsize=4096)
def runs(text: str) -> tuple[str, ...]:
    """The text cut where scripts that our faces lack begin and end: other renderers of saved pictures would draw all
    of it in a face that has them. Spaces and signs between two words of such a script stay with them.
    """
    cut: list[str] = []
    others = False
    for ours, letters in groupby(text, _is_ours):
        part = "".join(letters)
        if others and not (ours and any(map(str.isalnum, part))):
            cut[-1] += part
        else:
            cut.append(part)
            others = not ours
    return tuple(cut)


@lru_cache(maxsize=4096)
def drawable(text: str) -> str:
    """One line of what can be drawn: no control or direction marks, no piles of accents, a sign for missing glyphs."""
    spaced = " ".join(text.split())
    return "".join(char if _has_glyph(char) else NO_GLYPH for char in _plain(unicodedata.normalize("NFC", spaced)))


@lru_cache(maxsize=4096)
def shortened(text: str, room: float, size: float, weight: Weight = "normal") -> str:
    """The text, or as much of its beginning as fits in `room` pixels, ending in "…"."""
    if width(text, size, weight) <= room:
        return text
    fits, fails = 0, len(text)
    while fails - fits > 1:
        middle = (fits + fails) // 2
        if width(_cut(text, middle), size, weight) <= room:
            fits = middle
        else:
            fails = middle
    return _cut(text, fits) if fits else ""


def _cut(text: str, length: int) -> str:
    while length and length < len(text) and unicodedata.combining(text[length]):
        length -= 1
    return text[:length].rstrip(" ,:;.-–") + "…"


def _plain(text: str) -> Iterator[str]:
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if category[0] != "C" and marks <= _MARKS_ON_A_LETTER:
            yield char


@cache
def _is_ours(char: str) -> bool:
    return any(get_font(str(path)).get_char_index(ord(char)) for path in _shipped())


@cache
def _has_glyph(char: str) -> bool:
    return any(get_font(path).get_char_index(ord(char)) for path in _paths())


@cache
def _paths() -> tuple[str, ...]:
    return tuple(str(fontManager.findfont(name)) for name in families())


@cache
def _ruler() -> RendererAgg:
    return RendererAgg(1, 1, PIXELS_PER_INCH)
