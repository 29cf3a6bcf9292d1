"""A new journal is built beside its place, under a name of its own, and moved there when it is whole."""

import os
import re
import time
from contextlib import ExitStack, suppress
from pathlib import Path
from tempfile import mkstemp

from coachjournal.store import connections, schema
from coachjournal.store.failures import as_storage_unavailable
from coachjournal.store.shipped import put_in_what_ships

ABANDONED_SECONDS = 60
"""Building takes under a second: what is older was left by a program that was ended meanwhile."""


def make_journal(path: Path, key: bytes | None) -> None:
    """Make the journal at `path`, or leave there what another program has put there in the same moment."""
    _sweep_away_what_was_abandoned(path)
    opened, name = mkstemp(prefix=f"{path.name}.new-", dir=path.parent)  # readable by its owner alone
    os.close(opened)
    unfinished = Path(name)
    try:
        _build(unfinished, key)
        _move_unless_there(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)


def _build(path: Path, key: bytes | None) -> None:
    with as_storage_unavailable(), ExitStack() as opened:
        writer = connections.writer(path, key)
        opened.callback(connections.let_go, writer)
        schema.bring_up_to_date(writer)
        put_in_what_ships(writer)
        connections.raw_of(writer).execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _move_unless_there(unfinished: Path, path: Path) -> None:
    """Two programs may begin the same journal at once: the second goes on with what the first has made."""
    with suppress(FileExistsError):
        if os.name == "nt":
            unfinished.rename(path)  # there, renaming never replaces
            return
        try:
            path.hardlink_to(unfinished)
        except FileExistsError:
            raise
        except OSError:  # a disk without links, such as a memory stick: take the place first, if it is free
            path.touch(mode=0o600, exist_ok=False)
            unfinished.replace(path)


def _sweep_away_what_was_abandoned(path: Path) -> None:
    """What was once begun for this journal, with what SQLite keeps beside it."""
    begun = re.compile(rf"{re.escape(path.name)}\.new-\w{{8}}(-wal|-shm|-journal)?")
    for each in path.parent.iterdir():
        with suppress(FileNotFoundError):  # another program has just finished with it
            if begun.fullmatch(each.name) and time.time() - each.stat().st_mtime > ABANDONED_SECONDS:
                each.unlink()
