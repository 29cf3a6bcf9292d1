"""Finding a name from a few typed letters: by its beginning, by its words, by its initials; accents do not matter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from coachjournal.rules.names import fold

T = TypeVar("T")

_BEGINNING, _WORDS, _INITIALS, _INSIDE, _NO_MATCH = range(5)


@dataclass(frozen=True, slots=True)
class Named(Generic[T]):
    """Something that can be found by its name, folded once."""

    thing: T
    folded: str
    words: tuple[str, ...]
    initials: str

    @classmethod
    def by(cls, name: str, thing: T) -> "Named[T]":
        folded = fold(name)
        words = tuple(folded.replace("-", " ").replace("'", " ").split())
        return cls(thing, folded, words, "".join(word[0] for word in words))


def best(typed: str, things: Iterable[Named[T]], limit: int) -> tuple[T, ...]:
    """What is meant by the typed letters, best first; everything in its order while nothing is typed."""
    letters = fold(typed).strip()
    if not letters:
        return tuple(named.thing for named, _ in zip(things, range(limit), strict=False))
    wanted = letters.split()
    ranked: list[list[T]] = [[] for _ in range(_NO_MATCH)]
    for named in things:
        rank = _rank(letters, wanted, named)
        if rank < _NO_MATCH:
            ranked[rank].append(named.thing)
        if len(ranked[_BEGINNING]) >= limit:  # nothing further on can come before these
            break
    return tuple(thing for group in ranked for thing in group)[:limit]


def _rank(letters: str, wanted: Sequence[str], named: Named[T]) -> int:
    if named.folded.startswith(letters):
        return _BEGINNING
    if all(any(word.startswith(part) for word in named.words) for part in wanted):
        return _WORDS
    if named.initials.startswith(letters):
        return _INITIALS
    return _INSIDE if letters in named.folded else _NO_MATCH
