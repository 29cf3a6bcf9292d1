"""Files of deals for tests: the project's own, and those others made, where they are at hand."""

from pathlib import Path

import pytest

from coachjournal.commands.deal_import import apply_deals
from coachjournal.importers.preview import preview_deals
from coachjournal.importers.questions import Choices
from coachjournal.journal import Journal
from coachjournal.rules.imported_deals import Comparison

OWN = Path(__file__).resolve().parents[2] / "fixtures" / "crm"
SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"

NOTHING_CHOSEN = Choices()


def shared(name: str) -> Path:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"the shared file {name} is not here")
    return path


def write(folder: Path, text: str, name: str = "deals.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def bring_in(journal: Journal, path: Path, choices: Choices = NOTHING_CHOSEN) -> Comparison:
    preview = preview_deals(journal, path, choices)
    preview.require_answers()
    applied = journal.do(apply_deals, file=preview.file)
    assert applied == preview.comparison, "a dry run must say what the real one does"
    return applied


def count(journal: Journal, table: str) -> int:
    return int(journal.ask(lambda tx: tx.connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()))
