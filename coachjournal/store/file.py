"""The journal as a file: made whole or not at all, opened only when it is what it should be."""

import os
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from pathlib import Path

from sqlalchemy import Connection

from coachjournal.errors import StorageUnavailable
from coachjournal.store import connections, schema, steps
from coachjournal.store.failures import as_storage_unavailable
from coachjournal.store.new_journal import make_journal

LOGS = ("-wal", "-journal")
"""What SQLite keeps beside a file until it is folded in."""


def open_file(path: Path, key: bytes | None) -> tuple[Connection, Connection]:
    """The writing and the reading connection to the journal at `path`, made if there is none."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            _refuse_what_lost_its_journal(path)
            make_journal(path, key)
        _refuse_what_is_no_journal(path)
        connections.make_private(path)
        return _connect(path, key)
    except OSError as error:
        raise StorageUnavailable(f"The journal {path} cannot be opened: {error.strerror or error}.") from error


def _connect(path: Path, key: bytes | None) -> tuple[Connection, Connection]:
    with as_storage_unavailable(), ExitStack() as opened:
        writer = connections.writer(path, key)
        opened.callback(connections.let_go, writer)
        _bring_up_to_date(writer, path)
        _forget_old_steps(writer)
        reader = connections.reader(path, key)
        opened.pop_all()
        return writer, reader


def _refuse_what_lost_its_journal(path: Path) -> None:
    """A log without its journal: SQLite would play it into the new one, and mix the two or damage both."""
    left = [each for each in _beside(path, LOGS) if each.exists() and each.stat().st_size > 0]
    if left and not path.exists():  # another program may have begun it just now
        raise StorageUnavailable(
            f"The journal {path.name} is gone, but {left[0].name} beside it still holds a part of it. Bring the journal"
            " back from a backup, or move that file away to begin a new one."
        )


def _refuse_what_is_no_journal(path: Path) -> None:
    if not path.is_file():
        raise StorageUnavailable(f"{path} is not a file.")
    if path.stat().st_size == 0:  # SQLite would take it for a new journal and hide the loss
        raise StorageUnavailable(f"The journal {path.name} is empty, so it is damaged. Restore a backup.")


def _bring_up_to_date(writer: Connection, path: Path) -> None:
    found = schema.schema_of(connections.raw_of(writer))
    schema.refuse_newer(found)
    if found is None:
        raise StorageUnavailable(f"The file {path.name} holds no journal. It was left as it is.")
    if found < schema.CURRENT:
        keep_copy(writer, path.with_name(f"{path.name}.before-{schema.CURRENT}"))
        schema.bring_up_to_date(writer)


def _forget_old_steps(writer: Connection) -> None:
    """It can wait until the next time, should another program be writing."""
    if steps.are_too_many(connections.raw_of(writer).cursor()):
        with suppress(StorageUnavailable), as_storage_unavailable(), writer.begin():
            steps.forget_old_steps(connections.raw_of(writer).cursor())


def keep_copy(writer: Connection, copy: Path) -> None:
    """Write the whole journal to another file, encrypted like itself: whole and on the disk, or not at all."""
    copy.unlink(missing_ok=True)
    with ExitStack() as unfinished:
        unfinished.callback(copy.unlink, missing_ok=True)
        connections.make_private(copy)
        connections.raw_of(writer).execute("VACUUM INTO ?", (str(copy),))
        with copy.open("rb+") as written:
            os.fsync(written.fileno())  # SQLite leaves that out
        unfinished.pop_all()


def _beside(path: Path, endings: Iterable[str]) -> list[Path]:
    return [path.with_name(path.name + ending) for ending in endings]
