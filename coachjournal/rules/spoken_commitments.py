"""Commitments in a note: "Dana to send the agenda by Friday", "me: call procurement by 20/11", each on its line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coachjournal.rules.conversation import Side, first_line
from coachjournal.rules.day_words import ENGLISH, words_for
from coachjournal.rules.heading import heading_mark
from coachjournal.rules.locale_numbers import DEFAULT_LOCALE
from coachjournal.rules.names import fold
from coachjournal.rules.private_text import public_text
from coachjournal.rules.spoken_days import read_day
from coachjournal.rules.tokens import words_of

_LONGEST_LINE = 500
"""Characters: a longer one is a paragraph."""
_LONGEST_DAY = 8
"""Words: "Friday, the 20th of November 2026" and what may stand between."""

_MARKS = r"\s*(?:>\s*)*(?:[-*+•–]\s+|\d{1,3}[.)]\s+)?(?:\[ ?\]\s+)?"
_WHO_TO_WHAT = re.compile(
    _MARKS + r"[*_]{0,2}@?([^\s:.,;!?()][^:.,;!?()]{0,60}?)[*_]{0,2}\s+to\s+(?=\S)", re.IGNORECASE
)
_WHO_COLON = re.compile(_MARKS + r"[*_]{0,2}@?([^\s:.,;!?()][^:.,;!?()]{0,60}?)[*_]{0,2}\s*[:：][*_]{0,2}\s*(?=\S)")
_TICKED = re.compile(r"\s*(?:[-*+]\s+|\d{1,3}[.)]\s+)\[[xX]\]\s")
_ONLY_MARKS = re.compile(_MARKS)
_LOOSE_FIGURES = re.compile(r"\d{1,2}[-./]\d{1,2}\.?")
"""Behind "by" it is a day; behind anything else it may as well be a share, a chapter, a version."""
_ENDS = " \t.,;!…"


@dataclass(frozen=True, slots=True)
class SpokenCommitment:
    """What a line promises. `day_at` is where the words of the day stand in the line, in characters: start, end."""

    line: str
    text: str
    owner: Side
    due_on: date | None = None
    day_at: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Listener:
    """Who is spoken of, and when and where the words are written: what it takes to understand a commitment."""

    rep: str
    """The rep's whole name, or "" while that is open."""
    today: date
    locale: str = DEFAULT_LOCALE

    def understood(self, line: str) -> SpokenCommitment | None:
        """The commitment of a line that names its owner: "Dana to …", "rep to …", "me: …", "Dana: … by Friday"."""
        if len(line) > _LONGEST_LINE or heading_mark(line) or _TICKED.match(line):
            return None
        found = _WHO_TO_WHAT.match(line)
        if found and self._is_rep(found[1]):
            return self._promise(line, found.end(), Side.REP)
        found = _WHO_COLON.match(line)
        if found and self._is_me(found[1]):
            return self._promise(line, found.end(), Side.MANAGER)
        if found and self._is_rep(found[1]):  # with a day it is a promise, without one it may be what she said
            promise = self._promise(line, found.end(), Side.REP)
            return promise if promise and promise.due_on else None
        return None

    def made_of(self, line: str) -> SpokenCommitment | None:
        """The commitment that any line becomes when it is asked for; None when it says nothing."""
        line = line[:_LONGEST_LINE]
        marks = _ONLY_MARKS.match(line)
        return self.understood(line) or self._promise(line, marks.end() if marks else 0, Side.REP)

    def all_in(self, text: str) -> tuple[SpokenCommitment, ...]:
        """Those of a note, each line once; what is private is nobody's promise."""
        lines = dict.fromkeys(line for line in public_text(text).splitlines() if " to " in line or ":" in line)
        return tuple(found for line in lines if (found := self.understood(line)))

    def new_in(self, text: str, saved: str, known: Iterable[str]) -> tuple[SpokenCommitment, ...]:
        """Those that are still to be made of a note.

        What stood in it when it was last saved was made or turned down then, and one whose words are among the
        commitments `known` of the conversation is there already.
        """
        before, there = set(public_text(saved).splitlines()), tuple(known)
        return tuple(
            found for found in self.all_in(text) if found.line not in before and not is_among(found.text, there)
        )

    def _is_rep(self, who: str) -> bool:
        words, name = words_of(who), words_of(self.rep)
        return words == ("rep",) or (bool(name) and words in {name, name[:1]})

    def _is_me(self, who: str) -> bool:
        return fold(who.strip()) in _words("me", self.locale)

    def _promise(self, line: str, start: int, owner: Side) -> SpokenCommitment | None:
        until, due_on, day_at = self._day_at_the_end(line, start)
        text = first_line(line[start:until].rstrip(_ENDS + ":"))
        if not text:
            return None
        return SpokenCommitment(line, text[0].upper() + text[1:], owner, due_on, day_at)

    def _day_at_the_end(self, line: str, start: int) -> tuple[int, date | None, tuple[int, int] | None]:
        """Where the words before the day end, the day, and where its own words stand."""
        end = len(line.rstrip(_ENDS))
        words = [match.span() for match in re.finditer(r"\S+", line[:end]) if match.start() >= start]
        leads = _words("before_a_day", self.locale)
        for at in range(max(1, len(words) - _LONGEST_DAY), len(words)):
            said = line[words[at][0] : end]
            day = read_day(said, today=self.today, locale=self.locale)
            if day is None:
                continue
            first = at
            while first > 1 and fold(line[slice(*words[first - 1])]) in leads:
                first -= 1
            if first < at or not _LOOSE_FIGURES.fullmatch(said):
                return words[first][0], day, (words[first][0], end)
        return end, None, None


def is_among(text: str, known: Iterable[str]) -> bool:
    """Whether a commitment with these words is there already; capitals and punctuation do not matter."""
    return any(words_of(text) == words_of(each) for each in known)


def _words(which: str, locale: str) -> frozenset[str]:
    """Single words of the locale's language and of English."""
    said = [getattr(words, which) for words in (ENGLISH, words_for(locale.partition("_")[0]))]
    return frozenset(fold(word) for phrases in said for word in phrases.replace("|", " ").split())
