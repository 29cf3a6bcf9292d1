"""The triggers that note how an update or a delete is taken back; see docs/decisions/003-undo.md."""

from alembic import op


def record_what_undoes(table: str) -> None:
    """Two triggers: before an update or a delete they note the statement that takes it back."""
    columns = _columns(table)
    sets = " || ', ".join(f"{column}=' || quote(OLD.{column})" for column in columns if column != "id")
    values = " || ',' || ".join(f"quote(OLD.{column})" for column in columns)
    put_back = f"'UPDATE {table} SET {sets} || ' WHERE id=' || OLD.id"
    bring_back = f"'INSERT INTO {table} ({', '.join(columns)}) VALUES (' || {values} || ')'"
    note = "INSERT INTO undo_entry (topic, restored_id, statement) VALUES"
    op.execute(
        f"CREATE TRIGGER {table}_undo_update BEFORE UPDATE ON {table} BEGIN {note} ('{table}', NULL, {put_back}); END"
    )
    op.execute(
        f"CREATE TRIGGER {table}_undo_delete BEFORE DELETE ON {table} BEGIN"
        f" {note} ('{table}', OLD.id, {bring_back}); END"
    )


def record_anew_what_undoes(table: str) -> None:
    """The same for a table that has been given columns."""
    op.execute(f"DROP TRIGGER {table}_undo_update")
    op.execute(f"DROP TRIGGER {table}_undo_delete")
    record_what_undoes(table)


def _columns(table: str) -> list[str]:
    return [row[1] for row in op.get_bind().exec_driver_sql(f"PRAGMA table_info({table})")]
