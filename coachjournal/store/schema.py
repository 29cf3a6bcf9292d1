"""Which schema a file has, and how an older one is brought up to date."""

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from coachjournal.errors import StorageUnavailable
from coachjournal.store.connections import foreign_keys_off

if TYPE_CHECKING:
    import sqlcipher3.dbapi2 as sqlite
    from sqlalchemy import Connection

CURRENT = "0003"
APPLICATION_ID = 0x436F614A  # "CoaJ": tells a journal from any other SQLite file
MIGRATIONS = Path(__file__).resolve().parent / "migrations"


def schema_of(raw: "sqlite.Connection") -> str | None:
    """The schema's number, or None in a file that holds nothing yet."""
    with closing(raw.cursor()) as cursor:
        tables = {name for (name,) in cursor.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        if not tables:
            return None
        if "alembic_version" not in tables or cursor.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise StorageUnavailable("This file is a database of another program, not a journal. It was left as it is.")
        row = cursor.execute("SELECT version_num FROM alembic_version").fetchone()
        return None if row is None else str(row[0])


def refuse_newer(schema: str | None) -> None:
    """Raise StorageUnavailable for a file that a later version has written."""
    if schema is not None and schema > CURRENT:
        raise StorageUnavailable(
            "This journal was written by a newer version of Coach Journal. Nothing was changed; please update first."
        )


def bring_up_to_date(connection: "Connection") -> None:
    """Run the missing steps in one transaction with foreign keys off, and check every reference before it counts.

    With keys on, a rebuild of a parent table would delete its children.
    """
    from alembic import command  # not needed at an ordinary start
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    with foreign_keys_off(connection), connection.begin():
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        command.upgrade(config, CURRENT)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
            raise StorageUnavailable("The journal could not be brought up to date. It was left as it was.")
        connection.exec_driver_sql("DELETE FROM undo_entry")  # written for the older columns
        connection.exec_driver_sql("DELETE FROM undo_step")
