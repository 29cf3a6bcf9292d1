"""A query beside the very SQL that it runs, on the raw driver."""

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec

from benchmarks.table import paired
from coachjournal.journal import Journal, Reading
from coachjournal.store.connections import dial, raw_of

P = ParamSpec("P")

ROUNDS = 60


def beside_its_sql(
    journal: Journal, query: Callable[Concatenate[Reading, P], Any], *args: P.args, **fields: P.kwargs
) -> tuple[float, float]:
    """Median milliseconds of the query, and of the rows alone that it reads."""
    statements = _statements(journal, query, *args, **fields)
    raw = dial(journal.path, None)

    def reference() -> None:
        raw.execute("BEGIN")
        for statement in statements:
            raw.execute(statement).fetchall()
        raw.execute("COMMIT")

    times = paired(lambda: journal.ask(query, *args, **fields), reference, ROUNDS)
    raw.close()
    return times


def _statements(
    journal: Journal, query: Callable[Concatenate[Reading, P], Any], *args: P.args, **fields: P.kwargs
) -> list[str]:
    """What the query sends to the driver, its values filled in."""
    statements: list[str] = []

    def listening(tx: Reading) -> None:
        raw = raw_of(tx.connection)
        raw.set_trace_callback(statements.append)
        query(tx, *args, **fields)
        raw.set_trace_callback(None)

    journal.ask(listening)
    return [each for each in statements if each.lstrip().upper().startswith(("SELECT", "WITH"))]
