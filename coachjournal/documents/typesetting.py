"""Typeset data with a template: a tagged, archivable PDF in one pass, that no text can break."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from coachjournal.documents.clean_text import breakable, clean
from coachjournal.documents.fonts import fonts, not_covered
from coachjournal.documents.no_glyph import NO_GLYPH, without, without_complaint
from coachjournal.documents.printable import Content, each_text, signs
from coachjournal.places import RESOURCES
from coachjournal.rules.private_text import public_text

TEMPLATES = RESOURCES / "documents"

_PAGE = re.compile(rb"/Type ?/Page\b")


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished document, and the characters of its text that no font could show."""

    pdf: bytes
    pages: int
    missing: tuple[str, ...]


def typeset(template: str, data: Content, pictures: Mapping[str, bytes] | None = None) -> Typeset:
    """Typeset `resources/documents/<template>.typ`; `pictures` are SVG, which the template asks for by name.

    Whatever text comes here goes to others, so its private parts are left out here, whichever record it is from.
    """
    content: Content = {
        "data": each_text(data, lambda text: breakable(clean(public_text(text)))),
        **{f"picture-{name}": clean(svg.decode()) for name, svg in (pictures or {}).items()},
    }
    system = bool(not_covered(signs(content)))
    shown = without(content, not_covered(signs(content), system=True)) if system else content
    pdf, shown = _compile_what_can_be_shown(template, shown, system=system)
    missing = signs(content) - signs(shown) - {NO_GLYPH}
    return Typeset(pdf, len(_PAGE.findall(pdf)), tuple(sorted(missing)))


def _compile_what_can_be_shown(template: str, content: Content, *, system: bool) -> tuple[bytes, Content]:
    """Where the typesetter itself finds text that no font shows, leave that out and go on."""
    import typst

    while True:
        try:
            return _compile(template, content, system=system), content
        except typst.TypstError as error:
            mended = without_complaint(content, str(error))
            if mended == content:
                raise
            content, system = mended, True


def _compile(template: str, content: Content, *, system: bool) -> bytes:
    import typst

    inputs = {name: value if isinstance(value, str) else json.dumps(value) for name, value in content.items()}
    return typst.compile(
        str(TEMPLATES / f"{template}.typ"),
        root=str(TEMPLATES),
        font_paths=fonts(system=system),
        sys_inputs=inputs,
        format="pdf",
        pdf_standards=["a-2a", "ua-1"],
    )
