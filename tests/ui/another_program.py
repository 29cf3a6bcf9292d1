"""Another program that holds the file: nothing can be written for a while."""

from collections.abc import Iterator
from contextlib import contextmanager

from coachjournal.journal import Journal, Writing
from coachjournal.store.connections import dial


@contextmanager
def another_program_writing(journal: Journal) -> Iterator[None]:
    """And nobody who waits five seconds for it."""

    def be_impatient(tx: Writing) -> None:
        tx.cursor().execute("PRAGMA busy_timeout = 10")

    journal.do(be_impatient)
    other = dial(journal.path, None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.close()
