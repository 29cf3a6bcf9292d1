"""How many words a note has, as a person counts them."""

import re

from coachjournal.rules.heading import BEGINNING
from coachjournal.rules.private_text import MARK

_NOT_WORDS = re.compile(rf"^{BEGINNING}.*$|^([ \t]*[-*+][ \t]+)\[[ xX]\]", re.MULTILINE)
"""Headings, which come with a template, and boxes."""
_HAN = "\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_HAN}]|[^\s{_HAN}]+")
"""Chinese and Japanese are written without spaces; each sign counts, as it does there."""


def word_count(text: str) -> int:
    """Words of a note in Markdown, without its headings and marks."""
    plain = _NOT_WORDS.sub("", text.replace(MARK, " "))
    return sum(any(map(str.isalnum, word)) for word in _WORD.findall(plain))
