"""What a change touched, so that the screens that show it know to look again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """One finished change of the journal: the names of the tables it touched and what was done, in words."""

    topics: frozenset[str]
    words: str
    undoable: bool = True
