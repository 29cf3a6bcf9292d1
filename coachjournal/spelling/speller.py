"""The thread that looks words up. It works in slices of a few milliseconds, so that whoever is typing goes first."""

import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from queue import SimpleQueue
from time import monotonic
from typing import TYPE_CHECKING

from coachjournal.spelling.language import Language

if TYPE_CHECKING:
    from coachjournal.spelling.dictionary import Dictionary

MOST = 5
"""Suggestions: as many as number keys in reach of one hand."""

_SLICE, _REST = 0.003, 0.003
"""Seconds of work, and of leaving the interpreter to others; at half its pace a new note still takes no second."""
_PATIENCE = 2.0
"""Seconds after which suggestions that have not come are not worth waiting for."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Words that were looked up, and whether they are right."""

    language: Language
    words: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class Suggested:
    """What may have been meant by a word, the most likely first; at most MOST."""

    word: str
    instead: tuple[str, ...]


Told = Callable[[Checked | Suggested], object]


class Speller:
    """Looks up in the background, one question after the other; `tell` hears the answers on the speller's thread.

    The thread begins with the first question, and so does the reading of the dictionary.
    """

    def __init__(self, tell: Told) -> None:
        self._tell = tell
        self._questions: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._closed = threading.Event()
        self._thread: threading.Thread | None = None

    def check(self, language: Language, words: Iterable[str]) -> None:
        """Look these up, in this order; told in several parts."""
        self._ask(partial(self._check, language, tuple(words)))

    def suggest(self, language: Language, word: str, names: Iterable[str] = ()) -> None:
        """Find what may have been meant by a word: one of these names, or words of the language."""
        self._ask(partial(self._suggest, language, word, names))

    def close(self) -> None:
        """Leave what is left undone and wait for the thread to end."""
        self._closed.set()
        self._questions.put(None)
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _ask(self, question: Callable[[], None]) -> None:
        self._questions.put(question)
        if self._thread is None and not self._closed.is_set():
            # `close` waits for it; should the main thread die without that, the process must not live on unseen.
            self._thread = threading.Thread(target=self._work_off, name="speller", daemon=True)
            self._thread.start()

    def _work_off(self) -> None:
        while (question := self._questions.get()) is not None:
            try:
                question()
            except _Closed:
                return

    def _check(self, language: Language, words: tuple[str, ...]) -> None:
        known = self._dictionary(language)
        left = iter(words)
        while checked := _for_a_while(left, known):
            self._tell(Checked(language, checked))
            self._rest()

    def _suggest(self, language: Language, word: str, names: Iterable[str]) -> None:
        known = self._dictionary(language)
        found: list[str] = []
        until = monotonic() + _PATIENCE
        for each in islice(known.near(word, names), MOST):
            found.append(each)
            self._rest()
            if monotonic() > until:
                break
        self._tell(Suggested(word, tuple(found)))

    def _dictionary(self, language: Language) -> "Dictionary":
        from coachjournal.spelling.dictionary import dictionary

        return dictionary(language, self._rest)

    def _rest(self) -> None:
        if self._closed.wait(_REST):
            raise _Closed


class _Closed(Exception):  # noqa: N818 - no error: there is nobody left to tell
    """Raised while resting, once nobody waits for an answer."""


def _for_a_while(words: Iterable[str], known: "Dictionary") -> dict[str, bool]:
    until = monotonic() + _SLICE
    checked: dict[str, bool] = {}
    for word in words:
        checked[word] = known.knows(word)
        if monotonic() > until:
            break
    return checked
