"""What every test can ask for: a fixed day, and a real migrated journal file."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coachjournal.clock import FixedClock
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal, open_journal

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(MONDAY)


@pytest.fixture(scope="session")
def new_journal_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal as it is when new: made once, then copied, which takes a quarter of the time."""
    path = tmp_path_factory.mktemp("new") / "journal.coach"
    open_journal(path).close()
    return path


@pytest.fixture
def journal_file(new_journal_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(new_journal_file, tmp_path / "journal.coach"))


@pytest.fixture
def journal(journal_file: Path, clock: FixedClock) -> Iterator[Journal]:
    opened = open_journal(journal_file, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def dana(journal: Journal) -> int:
    """A rep."""
    return journal.do(add_rep, name="Dana Reyes")
