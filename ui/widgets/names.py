"""Thousands of names found at each key: as `ui.widgets.matching` finds them, without looking at every one."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Generic, TypeVar

from coachjournal.rules.names import fold
from ui.widgets.matching import Named

T = TypeVar("T")

_LINE, _WORD = "\n", " "


class Names(Generic[T]):
    """All names in one text, a line each, so that looking for letters is one search of Python's own."""

    def __init__(self, named: Iterable[Named[T]] = ()) -> None:
        listed = tuple(named)
        self.things = tuple(each.thing for each in listed)
        self._names = _Lines(each.folded.replace(_LINE, _WORD) for each in listed)
        self._words = _Lines("".join(_WORD + word for word in each.words) for each in listed)
        self._initials = _Lines(each.initials for each in listed)
        self._in_vain = _LINE
        """Letters that nothing is called by; nor is it by these and more."""

    def best(self, typed: str, most: int) -> list[tuple[int, T]]:
        """What is meant by the typed letters, best first, each with its rank: 0 is the beginning of the name."""
        letters = fold(typed).strip()
        if not letters or letters.startswith(self._in_vain):
            return []
        ranks: dict[int, int] = {}
        for rank, place in ((rank, place) for rank, places in enumerate(self._found(letters)) for place in places):
            ranks.setdefault(place, rank)
            if len(ranks) == most:
                break
        if not ranks:
            self._in_vain = letters
        return [(rank, self.things[place]) for place, rank in ranks.items()]

    def _found(self, letters: str) -> Iterator[Iterator[int]]:
        wanted = [_WORD + word for word in letters.split()]
        rarest = min(wanted, key=self._words.count)
        yield self._names.holding(_LINE + letters)
        yield self._words.holding(rarest, lambda line: all(word in line for word in wanted))
        yield self._initials.holding(_LINE + letters)
        yield self._names.holding(letters)


class _Lines:
    """Lines in one text, each after its line end."""

    def __init__(self, lines: Iterable[str]) -> None:
        ended = [_LINE + line for line in lines]
        self._text = "".join(ended)
        self._starts = list(accumulate(map(len, ended), initial=0))

    def count(self, letters: str) -> int:
        return self._text.count(letters)

    def holding(self, letters: str, fits: Callable[[str], bool] | None = None) -> Iterator[int]:
        """The numbers of the lines with these letters, in order."""
        at = self._text.find(letters)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            start, end = self._starts[number : number + 2]
            if fits is None or fits(self._text[start:end]):
                yield number
            at = self._text.find(letters, end)
