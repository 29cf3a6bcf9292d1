"""The journal as a file: made whole or not at all, opened only when it is what it should be."""

from pathlib import Path

from sqlalchemy import Connection

from coachjournal.errors import StorageUnavailable
from coachjournal.store import connections, schema, steps
from coachjournal.store.failures import as_storage_unavailable
from coachjournal.store.shipped import put_in_what_ships


def open_file(path: Path, key: bytes | None) -> tuple[Connection, Connection]:
    """The writing and the reading connection to the journal at `path`, made if there is none."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            _make(path, key)
        _refuse_what_is_no_journal(path)
        connections.make_private(path)
    except OSError as error:
        raise StorageUnavailable(f"The journal {path} cannot be opened: {error.strerror or error}.") from error
    with as_storage_unavailable():
        writer = connections.writer(path, key)
        _bring_up_to_date(writer, path)
        with writer.begin():
            steps.forget_old_steps(connections.raw_of(writer).cursor())
        return writer, connections.reader(path, key)


def _make(path: Path, key: bytes | None) -> None:
    """Build the new journal beside its place and move it there when it is whole."""
    unfinished = path.with_name(path.name + ".new")
    for leftover in (unfinished, *_companions(unfinished)):
        leftover.unlink(missing_ok=True)
    connections.make_private(unfinished)
    with as_storage_unavailable():
        writer = connections.writer(unfinished, key)
        schema.bring_up_to_date(writer)
        put_in_what_ships(writer)
        connections.raw_of(writer).execute("PRAGMA wal_checkpoint(TRUNCATE)")
        writer.close()
        writer.engine.dispose()
    unfinished.replace(path)


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


def keep_copy(writer: Connection, copy: Path) -> None:
    """Write the whole journal to another file, encrypted like itself."""
    copy.unlink(missing_ok=True)
    connections.make_private(copy)
    connections.raw_of(writer).execute("VACUUM INTO ?", (str(copy),))


def _companions(path: Path) -> list[Path]:
    return [path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal")]
