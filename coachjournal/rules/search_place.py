"""Where in a text what was looked for stands, and a line of the text around it, in the writer's own letters."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from operator import itemgetter

from coachjournal.rules.search_text import folded, is_spaceless
from coachjournal.rules.search_words import Phrase

BEFORE, LENGTH = 40, 140
"""Characters before the first word found, and in all: a line of a list."""
PLACES_LOOKED_AT = 50

Marks = tuple[tuple[int, int], ...]
"""Start and length of each word found, in characters of the text beside it."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of text and where in it the words stand."""

    text: str
    marks: Marks = ()


def marked(line: str, phrases: tuple[Phrase, ...]) -> Excerpt:
    """A whole line with its marks."""
    pattern = _pattern(phrases)
    if pattern is None:
        return Excerpt(line)
    place = _place_of_each(line)
    found = (match.span() for match in pattern.finditer(folded(line)))
    return Excerpt(line, tuple((place[start], place[end] - place[start]) for start, end in found))


def excerpt(texts: Iterable[str], phrases: tuple[Phrase, ...]) -> Excerpt:
    """The place with most of the words in the first text that has any; empty when none has."""
    pattern = _pattern(phrases)
    if pattern is not None:
        for text in texts:
            searched = folded(text)
            start = _best_place(searched, pattern)
            if start is not None:
                line = searched.count("\n", 0, start)
                return _around(text.split("\n")[line], start - searched.rfind("\n", 0, start) - 1, phrases)
    return Excerpt("")


@lru_cache(maxsize=64)
def _pattern(phrases: tuple[Phrase, ...]) -> re.Pattern[str] | None:
    """One group for each phrase; it matches folded text."""
    return re.compile("|".join(f"({_matching(phrase)})" for phrase in phrases)) if phrases else None


def _matching(phrase: Phrase) -> str:
    first, last = phrase.words[0], phrase.words[-1]
    begin = "" if is_spaceless(first[0]) else r"(?<![^\W_])"
    rest = "" if is_spaceless(last[-1]) else r"\w*" if phrase.unfinished else r"(?!\w)"
    return begin + r"[\W_]*".join(map(re.escape, phrase.words)) + rest


def _best_place(searched: str, pattern: re.Pattern[str]) -> int | None:
    """Where most different words stand within one excerpt; of several the first."""
    found = [(match.start(), match.lastindex) for match in islice(pattern.finditer(searched), PLACES_LOOKED_AT)]
    if not found:
        return None
    counted = [
        (len({which for place, which in found[number:] if place < start + LENGTH - BEFORE}), start)
        for number, (start, _) in enumerate(found)
    ]
    return max(counted, key=itemgetter(0))[1]


def _around(line: str, at: int, phrases: tuple[Phrase, ...]) -> Excerpt:
    """The line, cut between words where it is long; `at` counts in the folded line."""
    place = _place_of_each(line)[at]
    start = 0 if place <= BEFORE else line.rfind(" ", 0, place - BEFORE // 2) + 1
    start = max(start, place - BEFORE)
    end = start + LENGTH
    if end < len(line):
        end = max(line.rfind(" ", place + 1, end), place + LENGTH // 2)
    words = " ".join(line[start:end].split())
    return marked(f"{'…' if start else ''}{words}{'…' if end < len(line) else ''}", phrases)


def _place_of_each(line: str) -> Sequence[int]:
    """For each character of the folded line, and for its end, the place in the line itself."""
    if line.isascii():
        return range(len(line) + 1)
    places = [place for place, sign in enumerate(line) for _ in folded(sign)]
    return [*places, len(line)]
