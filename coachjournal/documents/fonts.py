"""The fonts of the documents: ours, and the machine's only for scripts that ours lack."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import category

from coachjournal.places import RESOURCES

if TYPE_CHECKING:
    import typst

_UNSEEN = frozenset({"Cc", "Cf", "Mn", "Zs"})
"""What a shaper may leave out or compose; where it cannot, the typesetter says so."""


@cache
def fonts(*, system: bool = False) -> "typst.Fonts":
    """Our fonts, with the machine's behind them if asked; read once for the life of the app."""
    import typst

    return typst.Fonts(include_system_fonts=system, include_embedded_fonts=False, font_paths=[str(RESOURCES / "fonts")])


def not_covered(signs: set[str], *, system: bool = False, visible: bool = True) -> set[str]:
    """Those among the characters for which no font has a glyph, and which (if `visible`) need one of their own."""
    lacking = signs - _coverage(system=system)
    return {sign for sign in lacking if category(sign) not in _UNSEEN} if visible else lacking - {"\n", "\t"}


@cache
def _coverage(*, system: bool) -> frozenset[str]:
    faces = {(face.path, face.index) for face in fonts(system=system).fonts() if face.path}
    return frozenset(chr(point) for path, index in faces for point in _code_points(path, index))


def _code_points(path: str, index: int) -> Iterator[int]:
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(path, fontNumber=index, lazy=True) as font:
            yield from font.getBestCmap() or ()
    except (OSError, TTLibError):
        return  # a font of the machine that cannot be read offers nothing
