"""How names are compared and put in order: capitals and accents do not matter."""

from collections import Counter
from collections.abc import Iterable, Sequence
from unicodedata import combining, normalize


def fold(text: str) -> str:
    """Lower case without accents: "José Ñíguez" is "jose niguez"."""
    if text.isascii():
        return text.lower()
    return "".join(mark for mark in normalize("NFKD", text.casefold()) if not combining(mark))


def numbered(name: str, taken: Iterable[str]) -> str:
    """The name, with a number where there is one like it: "New set 2"."""
    folded = {fold(each) for each in taken}
    names = (name, *(f"{name} {number}" for number in range(2, len(folded) + 3)))
    return next(each for each in names if fold(each) not in folded)


def first_name(name: str) -> str:
    """What a rep is called: "Dana"."""
    return name.split(maxsplit=1)[0]


def short_names(names: Sequence[str]) -> tuple[str, ...]:
    """First names, in the order given; the whole name of those who share one with another."""
    firsts = [first_name(name) for name in names]
    times = Counter(map(fold, firsts))
    return tuple(first if times[fold(first)] == 1 else name for first, name in zip(firsts, names, strict=True))
