"""How much of a brief stands on its page: rows by section, and how long a line may be."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Room:
    """Rows of each section, the lines to write on, and the most letters of a text."""

    items: int = 6
    theirs: int = 7
    mine: int = 4
    goals: int = 3
    deals: int = 5
    signals: int = 5
    notes: int = 3
    questions: int = 6
    lines: int = 4
    letters: int = 130


LEAST = Room(items=1, theirs=1, mine=1, goals=1, deals=1, signals=1, notes=1, questions=2, lines=1)
GIVES_WAY = ("notes", "questions", "signals", "deals", "mine", "theirs", "items", "goals", "lines")
"""Of sections with equally many rows to spare the first one gives up its last: what the rep brings stays longest."""
TERSE = 90
"""Letters of a text before a row is given up for its tail."""
SHORTER = (55, 30, 12)
"""Letters of a text, once every section is at its least."""


def rooms() -> Iterator[Room]:
    """From the whole page downwards: terse texts, then a row less than in the one before, then shorter texts."""
    yield Room()
    room = Room(letters=TERSE)
    yield room
    while any(_spare(room, section) for section in GIVES_WAY):
        section = max(GIVES_WAY, key=lambda section: _spare(room, section))
        room = _smaller(room, section)
        yield room
    for letters in SHORTER:
        yield replace(room, letters=letters)


def first_that_fits(fits: Callable[[Room], bool]) -> Room:
    """The largest room that fits, found by halving; the smallest where none does."""
    tried = tuple(rooms())
    if fits(tried[0]):
        return tried[0]
    too_large, fitting = 0, len(tried) - 1
    while fitting - too_large > 1:
        middle = (too_large + fitting) // 2
        too_large, fitting = (too_large, middle) if fits(tried[middle]) else (middle, fitting)
    return tried[fitting]


def _spare(room: Room, section: str) -> int:
    return int(getattr(room, section)) - int(getattr(LEAST, section))


def _smaller(room: Room, section: str) -> Room:
    fields = {section: getattr(room, section) - 1}
    return replace(room, **fields)
