"""Full-text search over notes with their field calls, commitments, goals, observations, agenda items, deals and reps.

What may be typed stands in `coachjournal.rules.search_words`, how the index is built in docs/decisions/072-search.md.
"""

import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import text

from coachjournal.journal import Reading
from coachjournal.queries.rows import AnyRow
from coachjournal.queries.search_question import question
from coachjournal.rules.conversation import first_line
from coachjournal.rules.locale_numbers import DEFAULT_LOCALE
from coachjournal.rules.private_text import public_text
from coachjournal.rules.search_place import Excerpt, Marks, excerpt, marked
from coachjournal.rules.search_words import Phrase

RANKED_WHILE_TYPING = 500
"""The newest so many that match; to rank all that begin with one letter takes a hundred times as long."""

RANKED = text("""
    SELECT rowid >> 32 & 7 AS kind, rowid & 0xffffffff AS id FROM (
        SELECT * FROM (
            SELECT rowid, bm25(search_index, 4, 1, 0) AS score FROM search_index
            WHERE search_index MATCH :match AND rowid >= :start AND rowid < :end ORDER BY rowid DESC LIMIT :ranked)
        UNION ALL SELECT * FROM (
            SELECT rowid, bm25(search_names, 4, 1, 0) FROM search_names
            WHERE :with_names AND search_names MATCH :match ORDER BY rowid DESC LIMIT :ranked))
    ORDER BY score, rowid DESC LIMIT :limit
""")

READ_FOR_AN_EXCERPT = 20_000
"""Characters of a note that are looked through: three thousand words. A word that stands further down is found all the
same, without its line; to read the whole of a book that somebody pasted takes longer than the search itself."""

# `texts` is what the index has of the record beside its title; a note stands in its title.
FOUND = text("""
    WITH hit AS (SELECT value ->> 0 AS kind, value ->> 1 AS id, key AS place FROM json_each(:hits))
    SELECT place, hit.kind, r.id, rep.id AS rep_id, rep.name AS rep, r.held_on AS day, r.private,
        substr(r.text, 1, :read) AS title, json_array(substr(r.text, 1, :read), r.reps_words) AS texts,
        (SELECT json_group_array(value) FROM field_call, json_each(json_array(
            objective, stretch, outcome, went_well, differently)) WHERE conversation_id = r.id) AS calls
        FROM hit JOIN conversation AS r ON r.id = hit.id JOIN rep ON rep.id = r.rep_id WHERE hit.kind = 0
    UNION ALL SELECT place, hit.kind, r.id, rep.id, rep.name, r.made_on, 0, r.text, '[]', '[]'
        FROM hit JOIN commitment AS r ON r.id = hit.id JOIN rep ON rep.id = r.rep_id WHERE hit.kind = 1
    UNION ALL SELECT place, hit.kind, r.id, rep.id, rep.name, r.started_on, 0, r.title, json_array(r.why, r.how), '[]'
        FROM hit JOIN goal AS r ON r.id = hit.id JOIN rep ON rep.id = r.rep_id WHERE hit.kind = 2
    UNION ALL SELECT place, hit.kind, r.id, rep.id, rep.name, r.created_on, 0, r.name,
        json_array(r.next_step, ifnull(account.name, '')), '[]'
        FROM hit JOIN deal AS r ON r.id = hit.id JOIN rep ON rep.id = r.rep_id
        LEFT JOIN account ON account.id = r.account_id WHERE hit.kind = 3
    UNION ALL SELECT place, hit.kind, r.id, r.id, r.name, r.started_on, 0, r.name, json_array(r.role, r.territory), '[]'
        FROM hit JOIN rep AS r ON r.id = hit.id WHERE hit.kind = 4
    UNION ALL SELECT place, hit.kind, r.id, rep.id, rep.name, r.seen_on,
        r.private OR ifnull(conversation.private, 0), r.behaviour, json_array(r.situation, r.impact), '[]'
        FROM hit JOIN observation AS r ON r.id = hit.id JOIN rep ON rep.id = r.rep_id
        LEFT JOIN conversation ON conversation.id = r.conversation_id WHERE hit.kind = 5
    UNION ALL SELECT place, hit.kind, r.id, rep.id, rep.name, r.added_on, r.private, r.text, '[]', '[]'
        FROM hit JOIN agenda_item AS r ON r.id = hit.id JOIN rep ON rep.id = r.rep_id WHERE hit.kind = 6
    ORDER BY place
""")


class HitKind(StrEnum):
    """What a hit is, in the order of the numbers that the index has for them."""

    CONVERSATION = "conversation"
    COMMITMENT = "commitment"
    GOAL = "goal"
    DEAL = "deal"
    REP = "rep"
    OBSERVATION = "observation"
    AGENDA_ITEM = "agenda_item"


KINDS = tuple(HitKind)


@dataclass(frozen=True, slots=True)
class Hit:
    """One record that holds the words; `id` is the record's own key.

    A private one is found, since it is the manager's own, but not quoted: its title is the rep's name. Nor is what was
    observed in a private conversation, nor a private part of a note: `snippet` is empty if the words stand only there.
    """

    kind: HitKind
    id: int
    title: str
    """The first line of a note, the name or the words of anything else."""
    snippet: str
    """A line around the words found; "" where the title says the same."""
    rep: str
    rep_id: int
    on: date | None
    private: bool
    title_marks: Marks = ()
    snippet_marks: Marks = ()


def search(
    tx: Reading, *, words: str, limit: int = 20, through_all: bool = False, locale: str = DEFAULT_LOCALE
) -> tuple[Hit, ...]:
    """The records that hold every word, or words that begin so, best first. Nothing that is typed can be wrong.

    For each key as it is typed. `through_all` ranks not the newest hits only but all there are: for a pause, in the
    background. `locale` says what 1/3/2026 is.
    """
    asked = question(tx, words, locale)
    if asked is None or limit <= 0:
        return ()
    values = {
        "match": asked.match,
        "start": asked.start,
        "end": asked.end,
        "with_names": asked.with_names,
        "ranked": -1 if through_all else RANKED_WHILE_TYPING,
        "limit": limit,
    }
    hits = json.dumps([tuple(row) for row in tx.connection.execute(RANKED, values)])
    return tuple(
        _hit(row, asked.phrases) for row in tx.connection.execute(FOUND, {"hits": hits, "read": READ_FOR_AN_EXCERPT})
    )


def _hit(row: AnyRow, phrases: tuple[Phrase, ...]) -> Hit:
    title, snippet = (Excerpt(row.rep), Excerpt("")) if row.private else _quoted(row, phrases)
    return Hit(
        kind=KINDS[row.kind],
        id=row.id,
        title=title.text,
        snippet=snippet.text,
        rep=row.rep,
        rep_id=row.rep_id,
        on=row.day and date.fromisoformat(row.day),
        private=bool(row.private),
        title_marks=title.marks,
        snippet_marks=snippet.marks,
    )


def _quoted(row: AnyRow, phrases: tuple[Phrase, ...]) -> tuple[Excerpt, Excerpt]:
    """The title, and the place in what else there is, without private parts."""
    title = marked(first_line(public_text(row.title)) or row.rep, phrases)
    texts = [*json.loads(row.texts), *json.loads(row.calls)]
    snippet = excerpt(map(public_text, texts), phrases)
    return title, Excerpt("") if snippet.text.strip("…") in title.text else snippet
