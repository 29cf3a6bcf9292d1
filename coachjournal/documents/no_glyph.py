"""Characters that no font can show, and the sign that stands for them."""

import re
from collections.abc import Iterable
from unicodedata import category

from coachjournal.documents.fonts import not_covered
from coachjournal.documents.printable import Content, each_text, signs

NO_GLYPH = "\N{WHITE SQUARE}"
"""Stands for what cannot be shown; Inter has this one in every weight."""

_JOINER = "\u200d"
_COMPLAINT = re.compile(r'the text `"(.+)"` could not be displayed', re.DOTALL)
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}


def without(content: Content, unshown: Iterable[str]) -> Content:
    """The content with these characters replaced, and with them what is joined to them: accents need their letter."""
    alternatives = "|".join(map(re.escape, sorted(unshown)))
    if not alternatives:
        return content
    return _replaced(content, f"{_JOINER}*(?:{alternatives})[{_joined(content)}]*")


def without_complaint(content: Content, message: str) -> Content:
    """The content without what the typesetter names in its message; the same content if that is not to be found."""
    found = _COMPLAINT.search(message)
    if not found:
        return content
    text = _ESCAPE.sub(_unescaped, found.group(1))
    if not_covered(set(text)):
        return without(content, {text})
    # The letter is there, so what is joined to it is not, or not in the same font.
    mended = _replaced(content, f"{_JOINER}+{re.escape(text)}|{re.escape(text)}[{_joined(content)}]+")
    return mended if mended != content else without(content, not_covered(signs(content), visible=False))


def _replaced(content: Content, pattern: str) -> Content:
    compiled = re.compile(pattern)
    return each_text(content, lambda text: compiled.sub(NO_GLYPH, text))


def _joined(content: Content) -> str:
    """The marks and joiners of the content, as the inside of a regular expression's brackets."""
    marks = (sign for sign in signs(content) if category(sign) in {"Mn", "Mc", "Me", "Cf"})
    return "".join(map(re.escape, sorted(marks))) + _JOINER


def _unescaped(escape: re.Match[str]) -> str:
    code, sign = escape.groups()
    return chr(int(code, 16)) if code else _ESCAPED.get(sign, sign)
