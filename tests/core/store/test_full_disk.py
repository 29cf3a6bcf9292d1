"""A disk without room: one sentence, nothing half written, and all goes on once there is room again."""

import random
import string
from collections.abc import Callable
from pathlib import Path

import pytest

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.deal_import import apply_deals
from coachjournal.errors import StorageUnavailable
from coachjournal.importers.preview import preview_deals
from coachjournal.journal import Journal, Writing
from coachjournal.queries.search import search
from tests.core.importers.files import count, write

TABLES = ("rep", "account", "deal", "deal_change", "conversation", "import_run", "revision", "undo_step", "undo_entry")
ROOM = 4_294_967_294
"""Pages: as many as SQLite can count."""


def leave_room_for(journal: Journal, pages: int) -> None:
    """The file may grow by so many pages of 4 kB from now on."""

    def limit(tx: Writing) -> None:
        (now,) = tx.cursor().execute("PRAGMA page_count").fetchone()
        tx.cursor().execute(f"PRAGMA max_page_count = {min(now + pages, ROOM)}")

    journal.do(limit)


def fill_up(journal: Journal, rep_id: int) -> None:
    """Leave no room, not even in the pages that are begun."""
    leave_room_for(journal, 0)
    for letters in (100_000, 10_000, 1_000, 100):
        while is_logged(journal, rep_id, long_text(letters)):
            pass


def is_logged(journal: Journal, rep_id: int, text: str) -> bool:
    try:
        journal.do(log_conversation, rep_id=rep_id, text=text)
    except StorageUnavailable:
        return False
    return True


def long_text(letters: int = 400_000) -> str:
    """What no page has room for, in words that were not there before."""
    chance = random.Random(letters)
    return "".join(chance.choices(string.ascii_lowercase + " ", k=letters))


def all_of(journal: Journal) -> dict[str, int]:
    return {table: count(journal, table) for table in TABLES}


def deals(folder: Path) -> Path:
    rows = (f"{number},Deal {number},Rep {number % 9},Account {number % 500},Propose" for number in range(3000))
    return write(folder, "ID,Name,Owner,Account,Stage\n" + "\n".join(rows) + "\n")


def log_much(journal: Journal, rep_id: int, _folder: Path) -> None:
    journal.do(log_conversation, rep_id=rep_id, text=long_text())


def bring_in_much(journal: Journal, _rep_id: int, folder: Path) -> None:
    journal.do(apply_deals, file=preview_deals(journal, deals(folder)).file)


@pytest.mark.parametrize("pages", [0, 1, 3, 10, 40])
@pytest.mark.parametrize("work", [log_much, bring_in_much])
def test_work_that_fills_the_disk_is_not_done_at_all_and_can_be_done_later(
    journal: Journal, dana: int, tmp_path: Path, work: Callable[[Journal, int, Path], None], pages: int
) -> None:
    before, undoable = all_of(journal), journal.undoable()
    leave_room_for(journal, pages)
    with pytest.raises(StorageUnavailable, match=r"The disk is full\. Everything saved before is safe"):
        work(journal, dana, tmp_path)
    assert (all_of(journal), journal.undoable()) == (before, undoable)
    leave_room_for(journal, ROOM)
    work(journal, dana, tmp_path)
    assert all_of(journal) != before
    assert sound(journal)


def test_reading_goes_on_while_nothing_can_be_written(journal: Journal, dana: int) -> None:
    journal.do(log_conversation, rep_id=dana, text="She asked for the cost of waiting.")
    leave_room_for(journal, 0)
    with pytest.raises(StorageUnavailable):
        log_much(journal, dana, Path())
    assert len(journal.ask(search, words="waiting")) == 1


def sound(journal: Journal) -> bool:
    return bool(journal.ask(lambda tx: tx.connection.exec_driver_sql("PRAGMA integrity_check").scalar_one()) == "ok")
