"""A search as the index is asked it: what has to match, and between which numbers."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import text

from coachjournal.journal import Reading
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.locale_numbers import DEFAULT_LOCALE
from coachjournal.rules.search_words import Phrase, SearchWords, read_search

SIGN = "\ue000"
"""Before a facet in the index: no word that is typed begins with it."""
ANYTHING = f'"{SIGN}re"*'
"""Everything belongs to a rep. Three characters, since beginnings of three are indexed."""
NOTHING = f'"{SIGN}nobody"'

JULIAN = 1_721_424
"""What SQLite's `julianday` of a day is above Python's ordinal of it."""
KIND_BITS, KEY_BITS = 3, 32
NO_END = (1 << 63) - 1

REP, DEAL = 4, 3
"""The kinds in `search_names`."""
MOST_NAMES = {REP: 50, DEAL: 100}
"""So many reps and deals a filter stands for; the newest ones, should more be called so."""

NAMED = text(
    "SELECT rowid & 0xffffffff FROM search_names WHERE search_names MATCH :words"
    " AND rowid >= :kind << 32 AND rowid < :kind + 1 << 32 ORDER BY rowid DESC LIMIT :most"
)


@dataclass(frozen=True, slots=True)
class Question:
    """What the indexes are asked."""

    match: str
    """In the language of FTS5."""
    start: int
    end: int
    """Numbers of records by day, as the index has them."""
    with_names: bool
    """Reps and deals have neither a day nor a kind: they are left out where one is asked for."""
    phrases: tuple[Phrase, ...]


def question(tx: Reading, words: str, locale: str = DEFAULT_LOCALE) -> Question | None:
    """What is asked by what was typed; None when nothing is."""
    meant = read_search(words, today=tx.today, locale=locale)
    if meant.is_empty:
        return None
    return Question(
        match=_match(tx, meant),
        start=number_of(meant.after) if meant.after else 0,
        end=number_of(meant.before) if meant.before else NO_END,
        with_names=not (meant.after or meant.before or meant.kinds is not None),
        phrases=meant.phrases,
    )


def narrowed(match: str, *, rep_id: int | None, kind: ConversationKind | None) -> str:
    """The same of one rep and one kind only."""
    facets = [f"rep{rep_id}"] if rep_id is not None else []
    facets += [_of_kind(kind)] if kind is not None else []
    return " AND ".join((f"({match})", *(_any_of([facet]) for facet in facets)))


def _match(tx: Reading, meant: SearchWords) -> str:
    parts = [_all_of(meant.phrases)] if meant.phrases else []
    if meant.kinds is not None:
        parts.append(_any_of([_of_kind(kind) for kind in meant.kinds]))
    if meant.reps:
        parts.append(_any_of([f"rep{key}" for key in named(tx, REP, meant.reps)]))
    if meant.deals:
        parts.append(_any_of([f"deal{key}" for key in named(tx, DEAL, meant.deals)]))
    return " AND ".join(parts) or ANYTHING


def named(tx: Reading, kind: int, names: tuple[Phrase, ...]) -> list[int]:
    """Those with any of the names."""
    words = " OR ".join(map(_phrase, names))
    values = {"words": f"title : ({words})", "kind": kind, "most": MOST_NAMES[kind]}
    return list(tx.connection.execute(NAMED, values).scalars())


def _all_of(phrases: tuple[Phrase, ...]) -> str:
    return f"({' '.join(map(_phrase, phrases))})"


def _any_of(facets: list[str]) -> str:
    quoted = [f'"{SIGN}{facet}"' for facet in facets]
    return f"({' OR '.join(quoted)})" if quoted else NOTHING


def _phrase(phrase: Phrase) -> str:
    return f'"{" ".join(phrase.words)}"{"*" if phrase.unfinished else ""}'


def _of_kind(kind: ConversationKind) -> str:
    return f"kind{kind.value.replace('_', '')}"


def number_of(day: date) -> int:
    """The first number of a day."""
    return (day.toordinal() + JULIAN) << (KIND_BITS + KEY_BITS)
