"""What a search was taken for, in the names of the journal: said back to whoever typed it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import Deal, Rep
from coachjournal.queries.search_question import DEAL, REP, named
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.locale_numbers import DEFAULT_LOCALE
from coachjournal.rules.search_words import Phrase, read_search

NAMES = {
    REP: select(Rep.name).where(Rep.id.in_(bindparam("ids", expanding=True))).order_by(Rep.name),
    DEAL: select(Deal.name).where(Deal.id.in_(bindparam("ids", expanding=True))).order_by(Deal.id.desc()),
}


@dataclass(frozen=True, slots=True)
class SearchMeaning:
    """None where nothing was asked; an empty tuple where nobody and nothing is called so."""

    phrases: tuple[Phrase, ...] = ()
    reps: tuple[str, ...] | None = None
    deals: tuple[str, ...] | None = None
    kinds: tuple[ConversationKind, ...] | None = None
    after: date | None = None
    """The first day that is looked at."""
    before: date | None = None
    """The first day that no longer is."""


def search_meaning(tx: Reading, *, words: str, locale: str = DEFAULT_LOCALE) -> SearchMeaning:
    """How these words are understood. Nothing that is typed can be wrong."""
    meant = read_search(words, today=tx.today, locale=locale)
    return SearchMeaning(
        phrases=meant.phrases,
        reps=_names(tx, REP, meant.reps),
        deals=_names(tx, DEAL, meant.deals),
        kinds=None if meant.kinds is None else tuple(kind for kind in ConversationKind if kind in meant.kinds),
        after=meant.after,
        before=meant.before,
    )


def _names(tx: Reading, kind: int, wanted: tuple[Phrase, ...]) -> tuple[str, ...] | None:
    if not wanted:
        return None
    return tuple(tx.connection.execute(NAMES[kind], {"ids": named(tx, kind, wanted)}).scalars())
