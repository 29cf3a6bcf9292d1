"""User text made fit for archivable PDF: what cannot be seen or is not a character is left out, the rest stays."""

import re
import unicodedata

_NOT_TEXT = frozenset({"Cc", "Cs", "Co", "Cn"})
_LITTER = frozenset("\u200b\ufeff\ufff9\ufffa\ufffb")
_PLAIN = re.compile(r"[\n\t -~]*")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LONG_WORD = re.compile(r"\S{31,}")
_BREAK_BEFORE = re.compile(r"(\S{12,}?)(?=[\w!-~])")
_BREAK = "\u200b"


class _Kept(dict[int, int | None]):
    """For `str.translate`: what becomes of a code point, found out when it is first met."""

    def __missing__(self, point: int) -> int | None:
        sign = chr(point)
        belongs = sign in "\n\t" or (sign not in _LITTER and unicodedata.category(sign) not in _NOT_TEXT)
        self[point] = point if belongs else None
        return self[point]


_KEPT = _Kept()


def clean(text: str) -> str:
    """The text without control characters, surrogates, private and unassigned code points, and zero-width litter."""
    if _PLAIN.fullmatch(text):
        return text
    return _LINE_ENDS.sub("\n", text).translate(_KEPT)


def clean_name(name: str) -> str:
    """A name on one line, which cannot turn the direction of what stands beside it."""
    return " ".join(_BIDI_CONTROLS.sub("", clean(name)).split())


def breakable(text: str) -> str:
    """The text with places where a word of more than thirty signs may go on in the next line."""
    return _LONG_WORD.sub(lambda word: _BREAK_BEFORE.sub(rf"\1{_BREAK}", word.group()), text)
