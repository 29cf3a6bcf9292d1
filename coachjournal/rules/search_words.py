"""What is typed into a search: words, "phrases in quotes", and filters such as rep:dana or after:2026-03.

Nothing that is typed is wrong: a filter that nobody knows is words, and signs that are no words are left out.
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from unicodedata import category

from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.locale_numbers import DEFAULT_LOCALE
from coachjournal.rules.search_text import folded, for_search
from coachjournal.rules.spoken_days import Towards, read_day

FILTERS = ("rep", "kind", "deal", "after", "before")
LONGEST = 1000
"""Characters that are read: enough for a sentence that is pasted to find where it stands."""
MOST_PHRASES = 40
"""The index refuses a question that has too many parts."""

_PART = re.compile(
    rf"(?P<filter>{'|'.join(FILTERS)}):(?:\"(?P<quoted>[^\"]*)\"?|(?P<plain>[^\s\"]*))"
    r"|\"(?P<phrase>[^\"]*)(?P<closed>\"?)"
    r"|(?P<word>[^\s\"]+)",
    re.IGNORECASE,
)
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_BETWEEN = re.compile(r"[\W_]+")
_MONTH = re.compile(r"(\d{4})(?:-(\d{1,2})?)?-?")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One or more words that stand together; the last one may be the beginning of a longer word."""

    words: tuple[str, ...]
    """As the index has them, see `for_search`."""
    unfinished: bool


@dataclass(frozen=True, slots=True)
class SearchWords:
    """A search as it was meant. What is empty or None lets all through; of several reps any will do."""

    phrases: tuple[Phrase, ...] = ()
    reps: tuple[Phrase, ...] = ()
    deals: tuple[Phrase, ...] = ()
    kinds: frozenset[ConversationKind] | None = None
    after: date | None = None
    """The first day that is looked at."""
    before: date | None = None
    """The first day that no longer is."""

    @property
    def is_empty(self) -> bool:
        return self == SearchWords()


def read_search(typed: str, *, today: date, locale: str = DEFAULT_LOCALE) -> SearchWords:
    """What was typed so far, read while it is still being typed."""
    read = _Read(today, locale)
    for part in _PART.finditer(_UNSTORABLE.sub(" ", typed[:LONGEST]).translate(_QUOTES)):
        if part["filter"]:
            read.narrow(part["filter"].lower(), part["quoted"] or part["plain"] or "")
        elif part["phrase"] is not None:
            read.look_for(part["phrase"], unfinished=not part["closed"])
        else:
            read.look_for(part["word"], unfinished=True)
    return read.so_far()


class _Read:
    """What has been read so far."""

    def __init__(self, today: date, locale: str) -> None:
        self.today, self.locale = today, locale
        self.phrases: list[Phrase] = []
        self.names: dict[str, list[Phrase]] = {"rep": [], "deal": []}
        self.kinds: frozenset[ConversationKind] | None = None
        self.days: dict[str, date] = {}

    def look_for(self, text: str, *, unfinished: bool) -> None:
        self.phrases += _phrases(text, unfinished=unfinished)

    def narrow(self, name: str, value: str) -> None:
        """A filter without its value is one that is being typed."""
        if not value.strip():
            return
        if name in self.names:
            self.names[name] += _phrases(value, unfinished=True)
        elif name == "kind":
            self.kinds = (self.kinds or frozenset()) | _kinds(value)
        elif day := _first_day(value, self.today, self.locale):
            self.days[name] = day
        else:
            self.look_for(f"{name} {value}", unfinished=True)

    def so_far(self) -> SearchWords:
        return SearchWords(
            phrases=tuple(self.phrases[:MOST_PHRASES]),
            reps=tuple(self.names["rep"][:MOST_PHRASES]),
            deals=tuple(self.names["deal"][:MOST_PHRASES]),
            kinds=self.kinds,
            after=self.days.get("after"),
            before=self.days.get("before"),
        )


def _phrases(text: str, *, unfinished: bool) -> list[Phrase]:
    """One phrase, or none when there is no word in it."""
    words = tuple("".join(sign if _in_a_word(sign) else " " for sign in for_search(folded(text))).split())
    return [Phrase(words, unfinished and _in_a_word(folded(text)[-1:]))] if words else []


def _in_a_word(sign: str) -> bool:
    """Letters, numbers, marks and signs of one's own: as the index tells them from what stands between words."""
    return sign.isalnum() or (sign != "" and category(sign) in {"Mn", "Mc", "Co"})


def _kinds(value: str) -> frozenset[ConversationKind]:
    """The kinds with a word that begins so: "ride", "one-on", "review"."""
    wanted = _plain(value)
    return frozenset(kind for kind in ConversationKind if f" {wanted}" in f" {_plain(kind.label)}")


def _plain(text: str) -> str:
    return " ".join(_BETWEEN.split(folded(text))).strip()


def _first_day(value: str, today: date, locale: str) -> date | None:
    """The first day of a year or month ("2026", "2026-03"), or a day as people write it."""
    if month := _MONTH.fullmatch(value.strip()):
        with suppress(ValueError):  # the thirteenth month
            return date(int(month[1]), int(month[2] or 1), 1)
        return None
    return read_day(value, today=today, locale=locale, towards=Towards.BEHIND)
