"""Finding what a command is about, and the sentences it says no with."""

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model.base import Record
from coachjournal.rules.goal import Measure, refusal_of

R = TypeVar("R", bound=Record)


GONE = "This {} is no longer in the journal. Nothing was changed."
REP_NAME = "SELECT name FROM rep WHERE id = ?"
"""Nearly every command asks this, so the driver is asked: that takes a tenth of the time."""


def found(tx: Writing, record: type[R], key: int) -> R:
    """The record with this key, or Rejected: it may have been deleted in another window."""
    row = tx.session.get(record, key)
    if row is None:
        raise Rejected(GONE.format(record.__tablename__.replace("_", " ")))
    return row


def rep_name(tx: Writing, rep_id: int) -> str:
    """The rep's name, for the words of undo; Rejected when there is no such rep."""
    row = tx.cursor().execute(REP_NAME, (rep_id,)).fetchone()
    if row is None:
        raise Rejected(GONE.format("rep"))
    return str(row[0])


def filled(text: str, field: str, sentence: str) -> str:
    """The text without blanks around it, or Rejected with the sentence when nothing is left."""
    trimmed = text.strip()
    if not trimmed:
        raise Rejected(sentence, field=field)
    return trimmed


def measured(value: float, measure: Measure, field: str) -> float:
    """The value, or Rejected when nothing can have it in this measure."""
    refusal = refusal_of(value, measure)
    if refusal:
        raise Rejected(refusal, field=field)
    return value


def not_ahead(tx: Writing, day: date, field: str, what: str) -> date:
    """The day, or Rejected when it lies in the future."""
    if day > tx.today:
        raise Rejected(f"{what} cannot lie in the future.", field=field)
    return day


def write_over(record: Record, fields: Mapping[str, object]) -> None:
    """Set the fields that were given; what was not given stays."""
    for name, value in fields.items():
        setattr(record, name, value)


def shortened(text: str, length: int = 48) -> str:
    """The start of a text, for the words of undo."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"
