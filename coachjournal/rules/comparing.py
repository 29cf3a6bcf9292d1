"""Two states of a note beside each other: what stayed, what was added, what was taken out; by lines, then by words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_LINES = re.compile(r"[^\n]+\n*|\n+")
_WORDS = re.compile(r"\s*\w+|\s*[^\w\s]|\s+")
"""Empty lines go with the line above and blanks with the word behind: alone they would be alike everywhere, and what is
alike everywhere takes a matcher minutes.
"""
_MOST_WORDS = 2_000
"""Of a stretch that changed: comparing word by word takes time by the square of them. A longer one is told whole."""


class Fate(StrEnum):
    """What became of a piece of the earlier state."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in a row that had the same fate."""

    words: str
    fate: Fate


def compared(earlier: str, now: str) -> tuple[Piece, ...]:
    """What led from one state to the other. Without the added pieces it reads as before, without the removed as now."""
    return tuple(_joined(_by_lines(_LINES.findall(earlier), _LINES.findall(now))))


def counts(pieces: Sequence[Piece]) -> tuple[int, int]:
    """How many words were added and how many were taken out."""
    added, removed = (
        sum(len(piece.words.split()) for piece in pieces if piece.fate is fate) for fate in (Fate.ADDED, Fate.REMOVED)
    )
    return added, removed


def _by_lines(earlier: list[str], now: list[str]) -> Iterator[Piece]:
    for tag, a, b, c, d in SequenceMatcher(None, earlier, now).get_opcodes():
        before, after = "".join(earlier[a:b]), "".join(now[c:d])
        if tag == "replace":
            yield from _by_words(_WORDS.findall(before), _WORDS.findall(after))
        else:
            yield from _told(before, after)


def _by_words(earlier: list[str], now: list[str]) -> Iterator[Piece]:
    if max(len(earlier), len(now)) > _MOST_WORDS:
        yield from _told("".join(earlier), "".join(now))
        return
    for _, a, b, c, d in SequenceMatcher(None, earlier, now).get_opcodes():
        yield from _told("".join(earlier[a:b]), "".join(now[c:d]))


def _told(before: str, after: str) -> Iterator[Piece]:
    if before == after:
        yield Piece(before, Fate.SAME)
    else:
        yield Piece(before, Fate.REMOVED)
        yield Piece(after, Fate.ADDED)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Neighbours of one fate as one piece, none of them empty."""
    last: Piece | None = None
    for piece in pieces:
        if not piece.words:
            continue
        if last is None or last.fate is not piece.fate:
            if last is not None:
                yield last
            last = piece
        else:
            last = Piece(last.words + piece.words, last.fate)
    if last is not None:
        yield last
