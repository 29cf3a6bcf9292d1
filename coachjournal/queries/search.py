"""Full-text search over conversations, commitments, goals, deals, reps and observations."""

import re
from dataclasses import dataclass
from datetime import date

from sqlalchemy import BindParameter, bindparam, false, select, text

from coachjournal.journal import Reading
from coachjournal.model import Commitment, Conversation, Deal, Goal, Observation, Rep
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.conversation import first_line
from coachjournal.rules.search_text import for_search

WORDS = re.compile(r"\w+")

RANKED = text(
    "SELECT rowid >> 32 & 7 AS kind, rowid & 0xffffffff AS id FROM search_index"
    " WHERE search_index MATCH :words ORDER BY rank LIMIT :limit"
)

_OPEN = false().label("private")
_IDS: BindParameter[list[int]] = bindparam("ids", expanding=True)

DETAILS = {
    0: select(
        Conversation.id,
        Conversation.text.label("title"),
        Rep.name,
        Conversation.held_on.label("day"),
        Conversation.private,
    )
    .join(Rep, Rep.id == Conversation.rep_id)
    .where(Conversation.id.in_(_IDS)),
    1: select(Commitment.id, Commitment.text.label("title"), Rep.name, Commitment.made_on.label("day"), _OPEN)
    .join(Rep, Rep.id == Commitment.rep_id)
    .where(Commitment.id.in_(_IDS)),
    2: select(Goal.id, Goal.title, Rep.name, Goal.started_on.label("day"), _OPEN)
    .join(Rep, Rep.id == Goal.rep_id)
    .where(Goal.id.in_(_IDS)),
    3: select(Deal.id, Deal.name.label("title"), Rep.name, Deal.created_on.label("day"), _OPEN)
    .join(Rep, Rep.id == Deal.rep_id)
    .where(Deal.id.in_(_IDS)),
    4: select(Rep.id, Rep.name.label("title"), Rep.name, Rep.started_on.label("day"), _OPEN).where(Rep.id.in_(_IDS)),
    5: select(
        Observation.id,
        Observation.behaviour.label("title"),
        Rep.name,
        Observation.seen_on.label("day"),
        Observation.private,
    )
    .join(Rep, Rep.id == Observation.rep_id)
    .where(Observation.id.in_(_IDS)),
}

NAMES = ("conversation", "commitment", "goal", "deal", "rep", "observation")


@dataclass(frozen=True, slots=True)
class Hit:
    """One record that holds the words, with the place where it does; a private one is found but not shown."""

    kind: str
    id: int
    title: str
    snippet: str
    rep: str
    on: date | None
    private: bool


def search(tx: Reading, *, words: str, limit: int = 20) -> tuple[Hit, ...]:
    """The records that hold every word, or words that begin so, best first. Nothing that is typed can be wrong."""
    wanted = words_to_match(words)
    if not wanted or limit <= 0:
        return ()
    ranked = tx.connection.execute(RANKED, {"words": wanted, "limit": limit}).all()
    details = _details(tx, [(row.kind, row.id) for row in ranked])
    return tuple(_hit(row, details[row.kind, row.id]) for row in ranked if (row.kind, row.id) in details)


def words_to_match(typed: str) -> str:
    """What the index is asked for: every word, or words that begin so. "" when there is none."""
    return " ".join(f'"{word}"*' for word in WORDS.findall(for_search(typed)))


def _details(tx: Reading, numbers: list[tuple[int, int]]) -> dict[tuple[int, int], AnyRow]:
    found = {}
    for code, statement in DETAILS.items():
        ids = [key for kind, key in numbers if kind == code]
        for row in tx.connection.execute(statement, {"ids": ids}) if ids else ():
            found[code, row.id] = row
    return found


def _hit(ranked: AnyRow, detail: AnyRow) -> Hit:
    shown = not detail.private
    return Hit(
        kind=NAMES[ranked.kind],
        id=detail.id,
        title=(shown and first_line(detail.title)) or detail.name,
        snippet="",
        rep=detail.name,
        on=detail.day,
        private=detail.private,
    )
