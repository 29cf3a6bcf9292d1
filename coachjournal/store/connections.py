"""The two connections a journal lives on: one that writes and one that reads."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Connection, Engine, StaticPool, create_engine, event

from coachjournal.rules.search_text import for_search

PRAGMAS = (
    "PRAGMA cipher_log_level = NONE",  # a wrong key would print to standard error
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # a commit is on the disk before anyone hears of it
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 5000",
    "PRAGMA temp_store = MEMORY",
)


def writer(path: Path, key: bytes | None) -> Connection:
    """The connection for commands. With BEGIN IMMEDIATE, two that read first cannot lock each other out."""
    return _engine(lambda: dial(path, key), "BEGIN IMMEDIATE").connect()


def reader(path: Path, key: bytes | None) -> Connection:
    """The connection for queries, which cannot write."""

    def read_only() -> sqlite.Connection:
        raw = dial(path, key)
        raw.execute("PRAGMA query_only = ON")
        return raw

    return _engine(read_only, "BEGIN").connect()


def dial(path: Path, key: bytes | None) -> sqlite.Connection:
    """A bare connection to an existing file, safe to use from any one thread at a time; autocommits until BEGIN."""
    raw = sqlite.connect(path, isolation_level=None, check_same_thread=False)
    try:
        if key is not None:
            raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in PRAGMAS:
            raw.execute(pragma)
        raw.create_function("for_search", 1, for_search, deterministic=True)
    except sqlite.Error:
        raw.close()
        raise
    return raw


def let_go(connection: Connection) -> None:
    """Close a connection for good, and with it the file."""
    connection.close()
    connection.engine.dispose()


def raw_of(connection: Connection) -> sqlite.Connection:
    """The driver's own connection below SQLAlchemy's."""
    raw = connection.connection.dbapi_connection
    return cast("sqlite.Connection", raw)


@contextmanager
def foreign_keys_off(connection: Connection) -> Iterator[None]:
    """References go unchecked inside; to be entered outside a transaction, where alone the switch works."""
    raw = raw_of(connection)
    raw.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        raw.execute("PRAGMA foreign_keys = ON")


def make_private(path: Path) -> None:
    """Create the file, or take other people's rights from it; its -wal and -shm follow it."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    path.chmod(0o600)


def _engine(creator: Callable[[], Any], begin: str) -> Engine:
    engine = create_engine(
        "sqlite+pysqlite:///",
        module=sqlite,
        creator=creator,
        poolclass=StaticPool,
        hide_parameters=True,  # note text must not appear in an error
    )
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine
