"""An import is killed at random moments: afterwards all of it is there, or nothing."""

import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from coachjournal.journal import open_journal
from tests.core.importers.files import count

ROWS = 12_000
KILLS = 20
ROOT = Path(__file__).resolve().parents[3]
IMPORT = """
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path
from coachjournal.commands.deal_import import apply_deals
from coachjournal.importers.preview import preview_deals
from coachjournal.journal import open_journal
journal = open_journal(sys.argv[1])
preview = preview_deals(journal, Path(sys.argv[2]))
print("writing", flush=True)
journal.do(apply_deals, file=preview.file)
print("written", flush=True)
"""


def _file(folder: Path) -> Path:
    path = folder / "deals.csv"
    rows = (
        f"{number},Deal {number},Rep {number % 9},Account {number % 500},Pilot {number % 3}" for number in range(ROWS)
    )
    path.write_text("ID,Name,Owner,Account,Stage\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def _start(journal_file: Path, deals: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", IMPORT, str(journal_file), str(deals)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "writing\n"
    return process


def _copy(journal_file: Path, folder: Path, name: str) -> Path:
    return Path(shutil.copy(journal_file, folder / f"{name}.coach"))


def _counts(journal_file: Path) -> tuple[int, ...]:
    journal = open_journal(journal_file)
    counts = tuple(count(journal, table) for table in ("deal", "rep", "account", "stage", "import_run"))
    journal.close()
    return counts


@pytest.mark.slow
def test_an_import_killed_at_any_moment_is_there_whole_or_not_at_all(new_journal_file: Path, tmp_path: Path) -> None:
    deals = _file(tmp_path)
    undisturbed = _start(_copy(new_journal_file, tmp_path, "undisturbed"), deals)
    began = time.perf_counter()
    undisturbed.communicate()
    lasts = time.perf_counter() - began
    chance = random.Random(20)
    seen: Counter[tuple[int, ...]] = Counter()
    for number in range(KILLS):
        journal_file = _copy(new_journal_file, tmp_path, str(number))
        process = _start(journal_file, deals)
        with suppress(subprocess.TimeoutExpired):  # a fast one may be done already
            process.wait(timeout=chance.random() * lasts)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        seen[_counts(journal_file)] += 1
    assert seen.keys() <= {(0, 0, 0, 7, 0), (ROWS, 9, 500, 10, 1)}
    assert sum(seen.values()) == KILLS
