"""Typeset data with a template: a tagged, archivable PDF in one pass, that no text can break."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from coachjournal.documents.clean_text import breakable, clean
from coachjournal.documents.fonts import fonts, not_covered
from coachjournal.places import RESOURCES

Printable: TypeAlias = "str | float | bool | None | Sequence[Printable] | Mapping[str, Printable]"

TEMPLATES = RESOURCES / "documents"
STANDARDS = ["a-2a", "ua-1"]
NO_GLYPH = "\ufffd"
"""Stands, visibly, for a character that no font on this machine has."""

_UNDISPLAYABLE = re.compile(r'the text `"(.+)"` could not be displayed', re.DOTALL)
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}
_PAGE = re.compile(rb"/Type ?/Page\b")


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished document, and the characters in it that no font could show."""

    pdf: bytes
    pages: int
    missing: tuple[str, ...]


def typeset(template: str, data: Mapping[str, Printable], pictures: Mapping[str, bytes] | None = None) -> Typeset:
    """Typeset `resources/documents/<template>.typ`; `pictures` are SVG, which the template asks for by name."""
    words = _each_text(data, lambda text: breakable(clean(text)))
    drawings = {f"picture-{name}": clean(svg.decode()) for name, svg in (pictures or {}).items()}
    content: dict[str, Printable] = {"data": words, **drawings}
    signs = {sign for text in _texts(content) for sign in text}
    system = bool(not_covered(signs))
    missing = not_covered(signs, system=True) if system else set()
    return _typeset_what_can_be_shown(template, _without(content, missing), missing, system=system)


def _typeset_what_can_be_shown(template: str, content: Printable, missing: set[str], *, system: bool) -> Typeset:
    """Compile; where the typesetter itself finds a text that no font shows, leave that out and go on."""
    import typst

    while True:
        try:
            pdf = _compile(template, content, system=system)
        except typst.TypstError as error:
            shown = _without(content, unshown := {_undisplayable(error)})
            if shown == content:
                raise
            content, missing, system = shown, missing | unshown, True
        else:
            return Typeset(pdf, len(_PAGE.findall(pdf)), tuple(sorted(missing)))


def _compile(template: str, content: Printable, *, system: bool) -> bytes:
    import typst

    assert isinstance(content, Mapping)
    inputs = {name: value if isinstance(value, str) else json.dumps(value) for name, value in content.items()}
    compiler = typst.Compiler(
        str(TEMPLATES / f"{template}.typ"), root=str(TEMPLATES), font_paths=fonts(system=system), sys_inputs=inputs
    )
    pdf = compiler.compile(format="pdf", pdf_standards=STANDARDS)
    assert isinstance(pdf, bytes)
    return pdf


def _undisplayable(error: Exception) -> str:
    """The text that the typesetter complains of, from its message; '' for any other complaint."""
    found = _UNDISPLAYABLE.search(str(error))
    return _ESCAPE.sub(_unescaped, found.group(1)) if found else ""


def _unescaped(escape: re.Match[str]) -> str:
    code, sign = escape.groups()
    return chr(int(code, 16)) if code else _ESCAPED.get(sign, sign)


def _without(content: Printable, unshown: set[str]) -> Printable:
    if not any(unshown):
        return content
    pattern = re.compile("|".join(map(re.escape, sorted(unshown, key=len, reverse=True))))
    return _each_text(content, lambda text: pattern.sub(NO_GLYPH, text))


def _each_text(content: Printable, change: Callable[[str], str]) -> Printable:
    if isinstance(content, str):
        return change(content)
    if isinstance(content, Mapping):
        return {name: _each_text(value, change) for name, value in content.items()}
    if isinstance(content, Sequence):
        return [_each_text(value, change) for value in content]
    return content


def _texts(content: Printable) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, Mapping):
        for value in content.values():
            yield from _texts(value)
    elif isinstance(content, Sequence):
        for value in content:
            yield from _texts(value)
