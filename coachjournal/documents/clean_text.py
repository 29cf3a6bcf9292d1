"""User text made fit for archivable PDF: what cannot be seen or is not a character is left out, the rest stays."""

import re
import unicodedata

_NOT_TEXT = frozenset({"Cc", "Cs", "Co", "Cn"})
_KEPT_CONTROLS = frozenset("\n\t")
_INVISIBLE = frozenset("\u200b\ufeff\ufff9\ufffa\ufffb")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LONG_WORD = re.compile(r"\S{31,}")
_BREAK_BEFORE = re.compile(r"(\S{12,}?)(?=[\w!-~])")
_BREAK = "\u200b"


def clean(text: str) -> str:
    """The text without control characters, surrogates, private and unassigned code points, and zero-width litter."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(sign for sign in _LINE_ENDS.sub("\n", text) if _belongs(sign))


def clean_name(name: str) -> str:
    """A name on one line, which cannot turn the direction of what stands beside it."""
    return " ".join(_BIDI_CONTROLS.sub("", clean(name)).split())


def breakable(text: str) -> str:
    """The text with places where a word of more than thirty signs may go on in the next line."""
    return _LONG_WORD.sub(lambda word: _BREAK_BEFORE.sub(rf"\1{_BREAK}", word.group()), text)


def _belongs(sign: str) -> bool:
    if sign in _KEPT_CONTROLS:
        return True
    return sign not in _INVISIBLE and unicodedata.category(sign) not in _NOT_TEXT
