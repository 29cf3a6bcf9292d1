"""What search compares: words without capitals and accents, single signs where a script has no spaces.

The index is given `for_search` of what was written, and so is everything that is looked for.
"""

import re
from unicodedata import normalize

_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
"""Letters that Unicode does not take apart, as one types them without their key."""
_LETTER = re.compile(f"[{''.join(_LETTERS)}]")

_UNSEEN = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"  # accents
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew points
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"  # Arabic vowel signs, long joins
    "\u00ad\u200d\u2060\ufeff\ue000]+"  # soft hyphens, joiners, and what marks a facet in the index
)

_SPACELESS = re.compile(
    "[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f\u1780-\u17ff"  # Thai to Burmese, Khmer
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3041-\u312f\u31a0-\u31ff"  # Han radicals and signs, kana, bopomofo
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"  # Han
)


def for_search(text: str) -> str:
    """The text as the index has it: folded, each sign of a script without spaces standing alone."""
    if text.isascii():
        return text  # the index itself folds these capitals
    return _SPACELESS.sub(r" \g<0> ", folded(text))


def folded(text: str) -> str:
    """Small letters without accents, vowel points and other signs that are often left out."""
    if text.isascii():
        return text.lower()
    plain = _UNSEEN.sub("", normalize("NFKD", text.casefold()))
    return _LETTER.sub(lambda letter: _LETTERS[letter[0]], plain)


def is_spaceless(sign: str) -> bool:
    """Whether a sign is of a script that puts no spaces between words."""
    return _SPACELESS.match(sign) is not None
