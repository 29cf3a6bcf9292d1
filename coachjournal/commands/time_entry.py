"""Hours that no conversation accounts for: meetings, reports, travel."""

from datetime import date, datetime
from typing import TypedDict, Unpack

from coachjournal.commands.records import found, not_ahead, write_over
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import Rep, TimeEntry
from coachjournal.rules.time_entry import LONGEST, TimeCategory
from coachjournal.rules.words import length_of_talk


class TimeFields(TypedDict, total=False):
    """What can be corrected in an entry; `starts_at` is an aware instant, `day` the calendar day it fell on."""

    starts_at: datetime
    day: date
    minutes: int
    category: TimeCategory
    rep_id: int | None
    title: str


def add_time(
    tx: Writing,
    *,
    starts_at: datetime,
    day: date,
    minutes: int,
    category: TimeCategory,
    rep_id: int | None = None,
    title: str = "",
    zone: str = "",
) -> int:
    """Note some of the manager's time. `day` is the calendar day where `starts_at` fell. Returns the entry's key."""
    if rep_id is not None:
        found(tx, Rep, rep_id)
    entry = TimeEntry(
        starts_at=starts_at,
        day=not_ahead(tx, day, "day", "Time that was spent"),
        minutes=_minutes(minutes),
        category=category,
        rep_id=rep_id,
        title=title.strip(),
        zone=zone,
        import_run_id=tx.import_run_id,
    )
    tx.session.add(entry)
    tx.session.flush()
    tx.say(f"Added {_told(entry)}.")
    return entry.id


def edit_time(tx: Writing, *, time_entry_id: int, **fields: Unpack[TimeFields]) -> None:
    """Correct an entry."""
    entry = found(tx, TimeEntry, time_entry_id)
    if "day" in fields:
        not_ahead(tx, fields["day"], "day", "Time that was spent")
    if "minutes" in fields:
        _minutes(fields["minutes"])
    write_over(entry, fields)
    tx.say(f"Changed {_told(entry)}.")


def delete_time(tx: Writing, *, time_entry_id: int) -> None:
    """Delete an entry."""
    entry = found(tx, TimeEntry, time_entry_id)
    tx.session.delete(entry)
    tx.say(f"Deleted {_told(entry)}.")


def _told(entry: TimeEntry) -> str:
    return f"{length_of_talk(entry.minutes)} of {entry.category.label.lower()}"


def _minutes(minutes: int) -> int:
    if not 1 <= minutes <= LONGEST:
        raise Rejected("An entry takes between 1 minute and a day.", field="minutes")
    return minutes
