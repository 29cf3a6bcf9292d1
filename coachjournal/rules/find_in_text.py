"""Where something stands in a text, however it is written there: capitals and accents do not matter."""

from bisect import bisect_right
from itertools import accumulate

from coachjournal.rules.search_text import folded


class _Folded(dict[str, str]):
    """Each letter folded once."""

    def __missing__(self, letter: str) -> str:
        result = self[letter] = folded(letter)
        return result


_FOLDED = _Folded()


def found_in(text: str, wanted: str) -> list[tuple[int, int]]:
    """Where each hit begins and ends, in characters of Python; accents typed as marks of their own belong to it."""
    needle = folded(wanted)
    if not needle:
        return []
    if text.isascii():
        return [(start, start + len(needle)) for start in _places(text.lower(), needle)]
    parts = [_FOLDED[letter] for letter in text]
    starts = [0, *accumulate(map(len, parts))]
    hits = _places("".join(parts), needle)
    return [(bisect_right(starts, hit) - 1, _end(starts, hit + len(needle))) for hit in hits]


def _places(text: str, needle: str) -> list[int]:
    places = []
    place = text.find(needle)
    while place >= 0:
        places.append(place)
        place = text.find(needle, place + len(needle))
    return places


def _end(starts: list[int], place: int) -> int:
    """The first letter that begins at or after this place of the folded text, beyond marks that fold to nothing."""
    last = bisect_right(starts, place) - 1
    return last if starts[last] == place else last + 1
