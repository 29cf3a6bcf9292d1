"""What may not creep into the start: every module here costs the user a tenth of a second or ten megabytes."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"sqlalchemy", "sqlcipher3", "alembic", "matplotlib", "numpy", "babel", "fontTools", "typst", "asyncio"}


def run(program: str, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *options, "-c", program]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)


def imported(module: str) -> set[str]:
    """The packages that a new Python names while it imports a module and tells the time of each."""
    lines = run(f"import {module}", "-X", "importtime").stderr.splitlines()
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in lines if line.startswith("import time:")}


@pytest.mark.parametrize("module", ["ui.app", "ui.main_window", "main"])
def test_the_window_is_there_before_anything_heavy(module: str) -> None:
    assert not imported(module) & HEAVY


def test_reading_the_journal_needs_neither_charts_nor_migrations() -> None:
    needed = imported("coachjournal.queries.today")
    assert "sqlalchemy" in needed
    assert not needed & {"alembic", "matplotlib", "numpy", "typst"}


def test_qt_does_not_read_the_source_of_every_module_that_comes_after_it() -> None:
    program = "import ui, linecache, sqlalchemy; print(sum(file.endswith('.py') for file in linecache.cache))"
    assert int(run(program).stdout) < 10
