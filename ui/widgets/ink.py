"""What a line of a note is painted with. Inks only look at the words; they never change them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol


class Look(Enum):
    """How a part of a line stands out. Where two lie over each other, the later one has the last word."""

    PRIVATE = auto()
    LOCK = auto()
    FAINT = auto()
    HEADING = auto()
    STRONG = auto()
    EMPHASIS = auto()
    CODE = auto()
    STRUCK = auto()
    QUOTE = auto()
    BULLET = auto()
    BOX = auto()
    TICKED_BOX = auto()
    DONE = auto()
    LINK = auto()
    TOKEN = auto()
    DATE = auto()
    MISSPELT = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of a line, counted in characters of Python, and how it looks."""

    start: int
    length: int
    look: Look


class Ink(Protocol):
    """Something that knows which parts of a line stand out: Markdown, tokens, dates, spelling."""

    def marks(self, line: str) -> Iterable[Mark]:
        """The parts of this line. They may overlap each other and those of other inks."""
        ...
