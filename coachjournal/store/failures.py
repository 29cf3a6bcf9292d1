"""What the driver's errors mean to the person at the window."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy.exc import DBAPIError, IntegrityError

from coachjournal.errors import Rejected, StorageUnavailable

SENTENCES = {
    "locked": "Another program is using the journal file just now. Nothing was lost; try again in a moment.",
    "full": "The disk is full. Everything saved before is safe; free some space and try again.",
    "readonly": "The journal file may not be written to. Everything saved before is safe.",
    "unable to open": "The journal file cannot be opened. Check that its folder is there and may be written to.",
    "disk i/o error": "The disk did not answer. Everything saved before is safe; try again.",
    "not a database": "This file is not a journal, or it is locked with a key. It was left as it is.",
    "malformed": "The journal file is damaged. It was left as it is; restore a backup.",
}

GONE = "Something this belongs to is no longer in the journal. Nothing was changed."


@contextmanager
def as_storage_unavailable() -> Iterator[None]:
    """Turn the file's troubles into StorageUnavailable; anything else is a bug and passes through."""
    try:
        yield
    except DBAPIError as error:
        _raise_meaning(str(error.orig), error)
        raise
    except sqlite.DatabaseError as error:
        _raise_meaning(str(error), error)
        raise


@contextmanager
def missing_references_as_rejected() -> Iterator[None]:
    """Turn a reference to what is not there into Rejected: it was deleted, or undone, while an editor stood open."""
    try:
        yield
    except (IntegrityError, sqlite.IntegrityError) as error:
        if "FOREIGN KEY" in str(error):
            raise Rejected(GONE) from error
        raise


def _raise_meaning(message: str, error: Exception) -> None:
    for sign, sentence in SENTENCES.items():
        if sign in message.lower():
            raise StorageUnavailable(sentence) from error
