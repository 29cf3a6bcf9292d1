"""The sample team: what it holds on any day, and that it leaves without a trace."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from coachjournal.clock import FixedClock
from coachjournal.commands.sample import load_sample_team, remove_sample_team
from coachjournal.errors import Rejected
from coachjournal.journal import Journal, Reading, open_journal
from coachjournal.queries.sample import has_sample

Tables = dict[str, list[tuple[Any, ...]]]


def rows(tx: Reading, sql: str, **values: object) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in tx.connection.execute(text(sql), values)]


def everything(tx: Reading) -> Tables:
    """All rows of all tables but those of undo, of the search index and of SQLite itself."""
    names = rows(tx, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    kept = [name for (name,) in names if not name.startswith(("undo_", "sqlite_", "search_"))]
    return {name: rows(tx, f"SELECT * FROM {name} ORDER BY 1") for name in kept}


def test_removing_leaves_a_new_journal_and_undo_brings_all_of_it_back(journal: Journal) -> None:
    new = journal.ask(everything)
    journal.do(load_sample_team)
    loaded = journal.ask(everything)
    assert journal.ask(has_sample)
    journal.do(remove_sample_team)
    assert journal.ask(everything) == new
    assert not journal.ask(has_sample)
    journal.undo()
    assert journal.ask(everything) == loaded
