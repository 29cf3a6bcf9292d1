"""Search as somebody types, over 100,000 notes: each keystroke against the bare question to the index."""

from collections.abc import Callable, Iterator
from statistics import median, quantiles

import sqlcipher3.dbapi2 as sqlite

from benchmarks.journals import hundred_thousand_notes
from benchmarks.table import Row, milliseconds, no_collecting
from coachjournal.journal import Journal, open_journal
from coachjournal.queries.search import search
from coachjournal.queries.search_question import question
from coachjournal.store.connections import dial

TYPED = (
    *("customer meeting", "discovery depth", "halvorsen agenda", "price discount", "who can say yes"),
    *("account 12", "dana", "silence rep:dana", "kind:ride next step", "after:2026-03 commit"),
)
ROUNDS = 8
AGAINST = "raw driver: the newest 500 ranked"
WITHOUT_PAINTING = 12
"""Milliseconds of the 16 of a keystroke; the rest is the window's, to paint the rows."""

RAW = """
    SELECT rowid FROM (
        SELECT rowid, bm25(search_index, 4, 1, 0) AS score FROM search_index
        WHERE search_index MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid DESC LIMIT 500)
    ORDER BY score LIMIT 20
"""


def rows() -> Iterator[Row]:
    """What one sees after each letter has titles, names, days and excerpts; the reference has numbers."""
    journal = open_journal(hundred_thousand_notes())
    raw = dial(journal.path, None)
    ours, reference = _times(journal, raw)
    what = "search 100,000 notes, a keystroke"
    yield Row(f"{what}: median", median(ours), "ms", median(reference), AGAINST, goal=1.5)
    yield Row(
        f"{what}: 99th percentile", _ninety_nine(ours), "ms", _ninety_nine(reference), AGAINST, most=WITHOUT_PAINTING
    )
    through_all = [milliseconds(journal.ask, search, words=words, through_all=True) for words in TYPED]
    yield Row("the same, all of them ranked, in a pause", median(through_all), "ms")
    raw.close()
    journal.close()


def _times(journal: Journal, raw: sqlite.Connection) -> tuple[list[float], list[float]]:
    """Of every keystroke, both taken in turn."""
    pairs = [_pair(journal, raw, words[:length]) for words in TYPED for length in range(1, len(words) + 1)]
    ours, reference = [], []
    with no_collecting():
        for round_ in range(ROUNDS + 1):
            for ask, ask_raw in pairs:
                times = (milliseconds(ask), milliseconds(ask_raw))
                if round_:  # the first one warms
                    ours.append(times[0])
                    reference.append(times[1])
    return ours, reference


def _pair(journal: Journal, raw: sqlite.Connection, words: str) -> tuple[Callable[[], object], Callable[[], object]]:
    asked = journal.ask(question, words=words)
    values = (asked.match, asked.start, asked.end) if asked else ('""', 0, 0)
    return lambda: journal.ask(search, words=words), lambda: raw.execute(RAW, values).fetchall()


def _ninety_nine(times: list[float]) -> float:
    return quantiles(times, n=100)[98]
