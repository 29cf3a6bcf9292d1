"""The words of a line that can be misspelt at all."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_LINES_REMEMBERED = 4096
"""A note of 20,000 words has some 500 lines; each is asked for again whenever one of its words has been looked up."""
_SHORTEST = 2

_PART = re.compile(
    r"""
      (`+).*?\1                             # code
    | \w+://\S+ | www\.\S+                  # addresses of pages
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)*          # and of people
    | (?<![\w])[@\#!][\w-]+                 # a rep, a deal, a skill
    | (?=[^\W_]*\d)\w[\w.-]*                # anything with a digit
    | [^\W_]+(?:_[^\W_]+)+                  # names_of_columns
    | [^\W_]+(?:\.[^\W\d_]+)+               # files, hosts, e.g.
    | (?P<word>(?:[^\W\d_]|[\u0300-\u036f])+(?:['’-](?:[^\W\d_]|[\u0300-\u036f])+)*)
    """,
    re.VERBOSE,
)
_NOT_LATIN = re.compile("[^\u0000-\u024f\u0300-\u036f\u1e00-\u1eff’]")
_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ]{2,}(?:s|['’]s)?")
_CAPITAL_WITHIN = re.compile(r"[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ]")
_POSSESSIVE = re.compile(r"['’]s?$")


class Word(NamedTuple):
    """A word, and at which character of its line it begins."""

    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@lru_cache(maxsize=_LINES_REMEMBERED)
def words_in(line: str) -> tuple[Word, ...]:
    """The words to look up: no addresses, tokens, code, numbers, abbreviations in capitals, brands or other scripts."""
    return tuple(
        Word(part.start(), text) for part in _PART.finditer(line) if (text := part["word"]) and _can_be_wrong(text)
    )


def plain(word: str) -> str:
    """As dictionaries write it: straight apostrophes, letters and accents in one."""
    return unicodedata.normalize("NFC", word).replace("’", "'")


def base(word: str) -> str:
    """What is compared with a name or an own word: "Dana’s" is Dana's, and so is "dana"."""
    return plain(without_possessive(word)).casefold()


def without_possessive(word: str) -> str:
    return _POSSESSIVE.sub("", word)


def _can_be_wrong(word: str) -> bool:
    return (
        len(word) >= _SHORTEST
        and not _NOT_LATIN.search(word)
        and not _CAPITALS.fullmatch(word)
        and not _CAPITAL_WITHIN.search(word)
    )
