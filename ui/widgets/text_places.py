"""Places in a text: Python counts characters, Qt counts those beyond the first 65,536 as two."""

from collections.abc import Callable
from itertools import accumulate

_LAST_SINGLE = "\uffff"


def qt_places(text: str) -> Callable[[int], int]:
    """From a place as Python counts to the same place as Qt does."""
    if text.isascii() or max(text) <= _LAST_SINGLE:
        return int
    places = [0, *accumulate(2 if letter > _LAST_SINGLE else 1 for letter in text)]
    return places.__getitem__


def python_place(text: str, place: int) -> int:
    """From a place as Qt counts to the same place as Python does."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "surrogatepass"))
