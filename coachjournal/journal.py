"""The door to the journal: `do` a command, `ask` a query, `undo` and `redo`, `subscribe` to what changed."""

import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import fields as parts_of
from dataclasses import is_dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

import sqlcipher3.dbapi2 as sqlite

from coachjournal.changes import Change
from coachjournal.clock import Clock, SystemClock
from coachjournal.errors import Rejected
from coachjournal.store import steps
from coachjournal.store.connections import foreign_keys_off, let_go, raw_of
from coachjournal.store.failures import as_storage_unavailable, missing_references_as_rejected
from coachjournal.store.file import open_file

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

P = ParamSpec("P")
T = TypeVar("T")

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class Reading:
    """What a query is given: one consistent view of the journal, and the time it is asked at."""

    def __init__(self, connection: "Connection", clock: Clock) -> None:
        self.connection = connection
        self.clock = clock

    @cached_property
    def now(self) -> datetime:
        """The instant, aware, in UTC."""
        return self.clock.now()

    @cached_property
    def today(self) -> date:
        """The manager's calendar day."""
        return self.clock.today()


class Writing(Reading):
    """What a command is given: one transaction, all of which happens or none."""

    words = ""
    import_run_id: int | None = None
    """What is being brought in, if anything is: records made in this transaction say so."""

    def say(self, words: str) -> None:
        """Name what was done, as a past-tense sentence that undo can show: "Added Dana Reyes."."""
        self.words = words

    @cached_property
    def session(self) -> "Session":
        """Records as objects; what is added is written at the latest when the command ends."""
        from sqlalchemy.orm import Session  # commands that write plain rows do without

        return Session(self.connection, autoflush=True, expire_on_commit=False)

    def cursor(self) -> sqlite.Cursor:
        """The driver's own cursor in this transaction, for many rows at once."""
        self.flush()
        return raw_of(self.connection).cursor()

    def flush(self) -> None:
        """Write what the session still holds."""
        if "session" in self.__dict__:
            self.session.flush()


class Journal:
    """One open journal file. `do` and `ask` may be called from any thread; each waits for its own kind."""

    def __init__(self, path: Path, writer: "Connection", reader: "Connection", clock: Clock) -> None:
        self.path = path
        self.clock = clock
        self._writer, self._reader = writer, reader
        self._writing, self._reading = threading.RLock(), threading.Lock()
        self._listeners: list[Callable[[Change], None]] = []

    def do(self, command: Callable[Concatenate[Writing, P], T], /, *args: P.args, **fields: P.kwargs) -> T:
        """Carry out one command in one transaction; when this returns, the file has it on the disk.

        Raises Rejected (the command says no) or StorageUnavailable; nothing was written then.
        """
        _refuse_unstorable(fields)
        with self._writing, self._transaction() as tx:
            cursor = raw_of(self._writer).cursor()
            before = steps.marks(cursor)
            answer = command(tx, *args, **fields)
            tx.flush()
            change = _record_step(tx, cursor, before, tx.words or _named(command))
        self._tell(change)
        return answer

    def ask(self, query: Callable[Concatenate[Reading, P], T], /, *args: P.args, **fields: P.kwargs) -> T:
        """Answer one query from one consistent view of the file. Raises StorageUnavailable."""
        with self._reading, as_storage_unavailable(), self._reader.begin():
            return query(Reading(self._reader, self.clock), *args, **fields)

    def undo(self) -> Change | None:
        """Take the last command back; None when there is nothing to take back."""
        return self._flip(steps.next_undo, "Undone: ")

    def redo(self) -> Change | None:
        """Do again what was undone last; None when there is nothing."""
        return self._flip(steps.next_redo, "Done again: ")

    def undoable(self) -> str | None:
        """What undo would take back, in words."""
        return self._words_of(steps.next_undo)

    def redoable(self) -> str | None:
        """What redo would do again, in words."""
        return self._words_of(steps.next_redo)

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Have every finished change told, on the thread that wrote it; answers the way to stop."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            with suppress(ValueError):
                self._listeners.remove(listener)

        return unsubscribe

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it."""
        with self._writing, self._reading:
            if not self._writer.closed:
                with suppress(sqlite.OperationalError):  # whatever stays in the log is as safe there
                    raw_of(self._writer).execute("PRAGMA wal_checkpoint(TRUNCATE)")
            let_go(self._reader)
            let_go(self._writer)

    @contextmanager
    def _transaction(self) -> Iterator[Writing]:
        with as_storage_unavailable(), missing_references_as_rejected(), self._writer.begin():
            tx = Writing(self._writer, self.clock)
            try:
                yield tx
            finally:
                if "session" in tx.__dict__:
                    tx.session.close()

    def _flip(self, which: Callable[[sqlite.Cursor], steps.Step | None], prefix: str) -> Change | None:
        with self._writing, foreign_keys_off(self._writer), self._transaction() as tx:
            cursor = tx.cursor()
            step = which(cursor)
            if step is None:
                return None
            topics = steps.flip(cursor, step)
            for topic in topics:
                broken = cursor.execute(f"PRAGMA foreign_key_check({topic})").fetchall()
                if broken:  # a bug: the transaction is rolled back and nothing has changed
                    message = f"flipping step {step.id} would break references of {topic}"
                    raise RuntimeError(message)
        change = Change(topics, prefix + step.words, undoable=False)
        self._tell(change)
        return change

    def _words_of(self, which: Callable[[sqlite.Cursor], steps.Step | None]) -> str | None:
        with self._reading, as_storage_unavailable(), self._reader.begin():
            step = which(raw_of(self._reader).cursor())
        return None if step is None else step.words

    def _tell(self, change: Change | None) -> None:
        if change is None:
            return
        for listener in tuple(self._listeners):
            listener(change)


def open_journal(path: Path | str, *, key: bytes | None = None, clock: Clock | None = None) -> Journal:
    """Open a journal, or start a new one where there is none. Raises StorageUnavailable with what is wrong."""
    path = Path(path)
    writer, reader = open_file(path, key)
    return Journal(path, writer, reader, clock or SystemClock())


def _record_step(tx: Writing, cursor: sqlite.Cursor, before: steps.Marks, words: str) -> Change | None:
    after = steps.marks(cursor)
    span = steps.Span.between(before, after)
    topics = steps.touched(cursor, span)
    if not topics:
        return None
    steps.push(cursor, words, tx.now, span)
    return Change(topics, words)


def _refuse_unstorable(given: Mapping[str, object]) -> None:
    """SQLite's text ends at a NUL, and half a surrogate pair is no character."""
    for name, value in given.items():
        if any(map(UNSTORABLE.search, _texts(value))):
            raise Rejected("The text holds a character that cannot be stored. Nothing was changed.", field=name)


def _texts(value: object) -> Iterator[str]:
    """What is written in a field, in a record such as a customer, or in a list of them such as promises."""
    if isinstance(value, str):
        yield value
    for each in value if isinstance(value, list | tuple) else (value,):
        if is_dataclass(each) and not isinstance(each, type):
            told = (getattr(each, part.name) for part in parts_of(each))
            yield from (text for text in told if isinstance(text, str))


def _named(command: Callable[..., Any]) -> str:
    return command.__name__.replace("_", " ").capitalize() + "."
