"""Where in a text what was looked for stands, and a line of the text around it, in the writer's own letters."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from coachjournal.rules.conversation import without_marks
from coachjournal.rules.search_text import folded, is_spaceless
from coachjournal.rules.search_words import Phrase

BEFORE, LENGTH = 40, 140
"""Characters before the first word found, and in all: a line of a list."""
NEAR = 250
"""Characters of a line to each side that are looked through for marks to leave out; it may be as long as a book."""
PLACES_LOOKED_AT = 20
"""Of each word; enough to see where they meet."""

Marks = tuple[tuple[int, int], ...]
"""Start and length of each word found, in characters of the text beside it."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of text and where in it the words stand."""

    text: str
    marks: Marks = ()


def marked(line: str, phrases: tuple[Phrase, ...]) -> Excerpt:
    """A whole line with its marks."""
    searched = folded(line)
    spans = sorted({span for phrase in phrases for span in _spans(searched, phrase)})
    if not spans:
        return Excerpt(line)
    place = _place_of_each(line)
    return Excerpt(line, tuple((place[start], place[end] - place[start]) for start, end in spans))


def excerpt(texts: Iterable[str], phrases: tuple[Phrase, ...]) -> Excerpt:
    """The place with most of the words in the first text that has any; empty when none has."""
    for text in texts:
        searched = folded(text)
        start = _best_place(searched, phrases)
        if start is not None:
            line = searched.count("\n", 0, start)
            return _around(text.split("\n")[line], start - searched.rfind("\n", 0, start) - 1, phrases)
    return Excerpt("")


def _best_place(searched: str, phrases: tuple[Phrase, ...]) -> int | None:
    """Where most different words stand within one excerpt; of several the first."""
    found = sorted(
        (start, which)
        for which, phrase in enumerate(phrases)
        for start, _ in islice(_spans(searched, phrase), PLACES_LOOKED_AT)
    )
    best, most = None, 0
    for number, (start, _) in enumerate(found):
        together = len({which for place, which in found[number:] if place < start + LENGTH - BEFORE})
        if together > most:
            best, most = start, together
    return best


def _spans(searched: str, phrase: Phrase) -> Iterator[tuple[int, int]]:
    """Where a phrase stands in folded text."""
    anywhere = is_spaceless(phrase.words[0][0])
    for match in _pattern(phrase).finditer(searched):
        start, end = match.span()
        if anywhere or not searched[start - 1 : start].isalnum():
            yield start, end


@lru_cache(maxsize=256)
def _pattern(phrase: Phrase) -> re.Pattern[str]:
    """It begins with letters, which is found many times sooner than a boundary before them."""
    rest = "" if is_spaceless(phrase.words[-1][-1]) else r"\w*" if phrase.unfinished else r"(?!\w)"
    return re.compile(r"[\W_]*".join(map(re.escape, phrase.words)) + rest)


def _around(line: str, at: int, phrases: tuple[Phrase, ...]) -> Excerpt:
    """The line without its marks, cut between words where it is long; `at` counts in the folded line."""
    place = _place_of_each(line)[at]
    near = max(place - NEAR, 0)
    piece, place, is_cut = line[near : place + NEAR], place - near, (near > 0, place + NEAR < len(line))
    bare = without_marks(piece)
    at_bare = _best_place(folded(bare), phrases)
    if at_bare is not None:  # else the words stand where a link leads to
        piece, place = bare, _place_of_each(bare)[at_bare]
    start = 0 if place <= BEFORE else piece.rfind(" ", 0, place - BEFORE // 2) + 1
    start = max(start, place - BEFORE)
    end = start + LENGTH
    if end < len(piece):
        end = max(piece.rfind(" ", place + 1, end), place + LENGTH // 2)
    words = " ".join(piece[start:end].split())
    before, behind = is_cut[0] or start > 0, is_cut[1] or end < len(piece)
    return marked(f"{'…' if before else ''}{words}{'…' if behind else ''}", phrases)


def _place_of_each(line: str) -> Sequence[int]:
    """For each character of the folded line, and for its end, the place in the line itself."""
    if line.isascii() or set(map(_length, set(line))) == {1}:
        return range(len(line) + 1)
    return [*(place for place, sign in enumerate(line) for _ in range(_length(sign))), len(line)]


@lru_cache(maxsize=4096)
def _length(sign: str) -> int:
    """How many characters one character is when it is folded."""
    return len(folded(sign))
