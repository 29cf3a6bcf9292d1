"""A dictionary as it ships: it knows words, and finds those that are near a wrong one."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from spylls.hunspell import Dictionary as Hunspell
from spylls.hunspell.readers import read_aff, read_dic

from coachjournal.places import RESOURCES
from coachjournal.spelling.language import Language
from coachjournal.spelling.words import base, plain

if TYPE_CHECKING:
    from spylls.hunspell.data.dic import Word as Entry

_FOLDER = RESOURCES / "dictionaries"
_LINES_AT_ONCE = 500
"""Read in some three milliseconds; then whoever reads may let others have a turn."""
_ALIKE = 0.75
"""Of a name and a wrong word, as difflib measures: "Danna" and "Dana" are 0.89, "Mara" and "Marketing" 0.46."""

_kept: dict[Language, "Dictionary"] = {}
"""The one that was read last: another language is chosen once, if ever."""


class Dictionary:
    """The words of one language. Slow to make (see `dictionary`), quick to ask, slow to suggest."""

    def __init__(self, hunspell: Hunspell, trade: Iterable[str]) -> None:
        self._hunspell = hunspell
        self._trade = frozenset(map(base, trade))

    def knows(self, word: str) -> bool:
        written = plain(word)
        return (
            self._hunspell.lookup(written)
            or base(word) in self._trade
            or self._hunspell.lookup(without_accents(written))
            or (written.endswith("'s") and self._hunspell.lookup(written[:-2]))
        )

    def near(self, word: str, names: Iterable[str] = ()) -> Iterator[str]:
        """What may have been meant, the most likely first: names of the user's world, then words."""
        written = plain(word)
        alike = get_close_matches(written, _beginning_like(written, names), n=1, cutoff=_ALIKE)
        yield from alike
        for each in self._hunspell.suggest(written):
            if each not in alike:
                yield each.replace("'", "’") if "’" in word else each


def _beginning_like(word: str, names: Iterable[str]) -> list[str]:
    """Few names are compared letter by letter, which is slow, and fewer are mistyped in their first one."""
    first = word[0].casefold()
    return [name for name in names if name[0].casefold() == first]


def without_accents(word: str) -> str:
    """The dictionary writes "cafe" and "naive" without."""
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


def dictionary(language: Language, rest: Callable[[], object]) -> Dictionary:
    """Read a dictionary, resting now and then so that the window can go on; the second time it is there."""
    if language not in _kept:
        read = _read(language, rest)
        _kept.clear()
        _kept[language] = read
    return _kept[language]


def _read(language: Language, rest: Callable[[], object]) -> Dictionary:
    aff, context = read_aff(_Lines(_FOLDER / f"{language}.aff", rest))
    dic = read_dic(_Lines(_FOLDER / f"{language}.dic", rest), aff=aff, context=context)
    _share(dic.words)
    return Dictionary(Hunspell(aff, dic), (_FOLDER / "selling.txt").read_text(encoding="utf-8").split())


class _Lines:
    """What the library reads a file from, numbered from 1; its own reader leaves files open."""

    def __init__(self, path: Path, rest: Callable[[], object]) -> None:
        self._lines = _rested(enumerate(path.read_text(encoding="utf-8").splitlines(), 1), rest)

    def __iter__(self) -> Iterator[tuple[int, str]]:
        return self._lines

    def reset_encoding(self, encoding: str) -> None:
        """Ours are all UTF-8, and were read as such."""


def _rested(lines: Iterable[tuple[int, str]], rest: Callable[[], object]) -> Iterator[tuple[int, str]]:
    for number, line in lines:
        if number % _LINES_AT_ONCE == 0:
            rest()
        if line:
            yield number, line


def _share(entries: "Iterable[Entry]") -> None:
    """Most entries have the same few flags and no data: one set for all of them takes 23 MB instead of 38."""
    shared: dict[frozenset[str], set[str]] = {}
    nothing: dict[str, list[str]] = {}
    for entry in entries:
        entry.flags = shared.setdefault(frozenset(entry.flags), entry.flags)
        if not entry.data:
            entry.data = nothing
