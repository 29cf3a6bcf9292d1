"""Underlines the words of a line that are wrong."""

from collections.abc import Callable, Iterator

from coachjournal.spelling.words import Word, base, words_in
from ui.spelling.spelling import Spelling
from ui.widgets.ink import Look, Mark

_WORDS_TO_JUDGE = 8
"""A paragraph of fewer may be all names; with as many, and over half of them unknown, it is another language."""
_LONGEST_LINE = 8_000
"""Characters. Every key asks about its whole line; this many take 3 ms, and what is longer is no prose."""


class SpellingInk:
    """`ignored` answers the words to let be; `typed_at` the place in this line where a word is being typed, if any."""

    def __init__(
        self, spelling: Spelling, ignored: Callable[[], set[str]], typed_at: Callable[[str], int | None]
    ) -> None:
        self._spelling, self._ignored, self._typed_at = spelling, ignored, typed_at

    def marks(self, line: str) -> Iterator[Mark]:
        typed = self._typed_at(line)
        for word in self.misspelt(line):
            if typed is None or not word.start <= typed <= word.end:
                yield Mark(word.start, len(word.text), Look.MISSPELT)

    def misspelt(self, line: str) -> tuple[Word, ...]:
        """What is known to be wrong. What has not been looked up yet is, and then this line is asked for again."""
        if self._spelling.language is None or len(line) > _LONGEST_LINE:
            return ()
        words = words_in(line)
        known = [self._spelling.knows(word.text) for word in words]
        if None in known:
            self._ask(line, [word for word, right in zip(words, known, strict=True) if right is None])
        wrong = tuple(word for word, right in zip(words, known, strict=True) if right is False)
        if len(words) >= _WORDS_TO_JUDGE and len(wrong) * 2 > len(words):
            return ()
        ignored = self._ignored()
        return tuple(word for word in wrong if base(word.text) not in ignored) if ignored else wrong

    def _ask(self, line: str, words: list[Word]) -> None:
        typed = self._typed_at(line)
        self._spelling.ask(word.text for word in words if typed is None or not word.start <= typed <= word.end)
