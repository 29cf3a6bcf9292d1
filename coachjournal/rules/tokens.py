"""Tokens in a note: `@rep`, `#deal`, `!skill` by their names, and how long it took: `15m`, `1h30`."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import category, normalize

from coachjournal.rules.names import fold
from coachjournal.rules.time_entry import LONGEST

_HOUR = 60


class Sign(StrEnum):
    """What a token begins with, and by that what it names."""

    REP = "@"
    DEAL = "#"
    SKILL = "!"


@dataclass(frozen=True, slots=True)
class Ref:
    """A record that a token names."""

    sign: Sign
    key: int


@dataclass(frozen=True, slots=True)
class Token:
    """Something in a text that may be a token, by its place in characters of Python. Only a name makes it one."""

    start: int
    text: str
    sign: Sign

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def spelling(self) -> str:
        """The token as tokens are compared: case, accents and punctuation do not matter."""
        return self.sign + "-".join(words_of(self.text))


@dataclass(frozen=True, slots=True)
class Length:
    """How long it took, as it stands in a text."""

    start: int
    text: str
    minutes: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Nameable:
    """A record that can be named; `rank` 0 is the nearest to the conversation at hand."""

    ref: Ref
    name: str
    rank: int = 0


# A token begins a word: nothing stands before it but a space, an opening mark or a mark of emphasis. So a mail address,
# "C#", "# Heading", "![picture]" and "!important)" behind a letter are none. What a name cannot hold ends it.
_BEGINS = r"(?:(?<=[\s(\[{<\"'“‘„«‚*_~%—–|])|^)"
_BODY = r"[^\s@#!＠＃！,;:?\"()\[\]{}<>|/\\%…“”„«»‚*~`、。，；：？「」]"
_TOKEN = re.compile(rf"{_BEGINS}([@#!＠＃！])({_BODY}+)", re.MULTILINE)
_BEGUN = re.compile(rf"{_BEGINS}([@#!＠＃！])({_BODY}{{1,60}})\Z")
_SYLLABLES = "\u2e80"
"""From here on a letter says as much as two of an alphabet."""
_LOOSE_END = ".-_'’‘+&="
_FEWEST_LETTERS = 2
_LONGEST_BEGUN = 64
_WRITTEN = "@#!＠＃！"
_SIGNS = {ord(wide): plain for wide, plain in zip("＠＃！", "@#!", strict=True)}
_A_LENGTH = re.compile("[0-9][hm]")
"""Somewhere in every length; most notes have none, and this finds that sooner."""
_LENGTH = re.compile(
    _BEGINS + r"(?<![€$£¥] )(?:(\d{1,2})h(?: ?([0-5]\d)(?:m(?:in)?)?| ?(\d)m(?:in)?)?|(\d{1,3})m(?:in)?)"
    r"(?![^\s.,;:!?)\]}>\"'”’»*_~%—–|…]|[.,:]\w| ?[€$£¥])",
    re.MULTILINE | re.ASCII,
)


def tokens_in(text: str) -> Iterator[Token]:
    """What may be tokens in a text, in its order."""
    if not any(sign in text for sign in _WRITTEN):
        return
    for found in _TOKEN.finditer(text):
        sign, body = found[1].translate(_SIGNS), found[2].rstrip(_LOOSE_END)
        if any(map(str.isalpha, body)):
            yield Token(found.start(1), found[1] + body, Sign(sign))


def begun_at_the_end(text: str) -> Token | None:
    """The token that is being typed at the end of a text, from two letters on."""
    found = _BEGUN.search(text, max(0, len(text) - _LONGEST_BEGUN))
    if found is None:
        return None
    letters = "".join(words_of(found[2]))
    if len(letters) < _FEWEST_LETTERS and not letters >= _SYLLABLES:
        return None
    sign = found[1].translate(_SIGNS)
    return Token(found.start(1), sign + found[2], Sign(sign))


def lengths_in(text: str) -> Iterator[Length]:
    """The lengths of time that stand in a text as words of their own."""
    if not _A_LENGTH.search(text):
        return
    for found in _LENGTH.finditer(text):
        hours, minutes, single, alone = found.groups()
        total = int(alone) if alone else int(hours) * _HOUR + int(minutes or single or 0)
        if 0 < total <= LONGEST:
            yield Length(found.start(), found[0], total)


def length_in(text: str) -> int | None:
    """The minutes a note says it took; None where it says none, or two that differ."""
    told = {length.minutes for length in lengths_in(text)}
    return told.pop() if len(told) == 1 else None


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name or a token, folded; punctuation parts them. Any script."""
    folded = fold(normalize("NFKC", name))
    return tuple("".join(mark if _is_letter(mark) else " " for mark in folded).split())


def spelled(sign: Sign, name: str) -> str:
    """The whole name as a token: "#Halvorsen-AS-renewal"."""
    marks = normalize("NFKC", name)  # as names are learnt: "Acme™" is "AcmeTM"
    kept = "".join(mark if _is_letter(mark) or category(mark)[0] == "M" else " " for mark in marks)
    return sign + "-".join(kept.split())


class Names:
    """Which record a token names.

    A token that was understood before is remembered, whatever its record is called by now. Otherwise a whole name
    counts before a part of one, and what is near before what is far; a part must stand in one name only.
    """

    def __init__(self, nameables: Iterable[Nameable], remembered: Mapping[str, Ref] | None = None) -> None:
        """`remembered` goes by `Token.spelling`."""
        self._remembered = dict(remembered or {})
        self._words: dict[Ref, tuple[str, ...]] = {}
        self._rank: dict[Ref, int] = {}
        self._whole: dict[str, Ref] = {}
        self._with: dict[str, list[Ref]] = defaultdict(list)
        for nameable in sorted(nameables, key=lambda each: each.rank):
            self._learn(nameable)

    def __contains__(self, ref: Ref) -> bool:
        return ref in self._words

    def named_by(self, token: Token) -> Ref | None:
        """The record, or None: then the token is plain text."""
        spelling = token.spelling
        remembered = self._remembered.get(spelling)
        if remembered is not None and remembered in self:
            return remembered
        return self._whole.get(spelling) or self._by_part(token.sign, words_of(token.text))

    def shortest(self, ref: Ref, name: str) -> str:
        """How a record is written as a token: a rep by the first name where that will do, all else in full."""
        whole = spelled(ref.sign, name)
        first = whole.split("-")[0]
        if ref.sign is Sign.REP and self.named_by(Token(0, first, ref.sign)) == ref:
            return first
        return whole

    def _learn(self, nameable: Nameable) -> None:
        ref, words = nameable.ref, words_of(nameable.name)
        if not words:
            return
        self._words[ref], self._rank[ref] = words, nameable.rank
        self._whole.setdefault(ref.sign + "-".join(words), ref)
        for word in set(words):
            self._with[ref.sign + word].append(ref)

    def _by_part(self, sign: Sign, words: tuple[str, ...]) -> Ref | None:
        """The nearest record whose name holds these words in this order, if it is the only one so near."""
        if not words:
            return None
        fewest = min((self._with.get(sign + word, []) for word in words), key=len)
        fitting = [ref for ref in fewest if _in_order(words, self._words[ref])]
        nearest = min((self._rank[ref] for ref in fitting), default=0)
        near = [ref for ref in fitting if self._rank[ref] == nearest]
        return near[0] if len(near) == 1 else None


def deal_name(account: str | None, name: str) -> str:
    """What a deal is called where its rep is not said; an account that the name begins with is not said twice."""
    return name if not account or name.startswith(account) else f"{account}, {name}"


def spelling_of(text: str) -> str:
    """The spelling of a token that stands by itself: of "@Dana-Reyes" it is "@dana-reyes"."""
    return Token(0, text, Sign(text[0])).spelling


def refs_in(text: str, names: Names) -> dict[str, tuple[Token, Ref]]:
    """The understood tokens of a text by their spelling, each as it stands there first."""
    found: dict[str, tuple[Token, Ref]] = {}
    for token in tokens_in(text):
        ref = names.named_by(token)
        if ref is not None:
            found.setdefault(token.spelling, (token, ref))
    return found


def _is_letter(mark: str) -> bool:
    return mark.isalnum() or category(mark) in {"Mc", "Mn", "Me"}


def _in_order(words: Iterable[str], name: Iterable[str]) -> bool:
    rest = iter(name)
    return all(word in rest for word in words)
