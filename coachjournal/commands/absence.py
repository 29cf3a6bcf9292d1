"""Absences: a rep, or the manager and with them everybody, is away from a first day to a last one."""

from datetime import date, timedelta

from coachjournal.commands.records import found, rep_name
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import Absence

LONGEST = 731
"""Days: a year mistyped would stop the counting for good. Who has left is archived."""


def add_absence(tx: Writing, *, first_day: date, last_day: date, rep_id: int | None = None, reason: str = "") -> int:
    """Note that a rep is away, or without one the manager or everybody; both days are away. Returns its key."""
    who = _who(tx, rep_id)
    starts_on, ends_on = _days(first_day, last_day)
    absence = Absence(rep_id=rep_id, starts_on=starts_on, ends_on=ends_on, reason=reason.strip())
    tx.session.add(absence)
    tx.session.flush()
    tx.say(f"Noted when {who} away.")
    return absence.id


def change_absence(tx: Writing, *, absence_id: int, first_day: date, last_day: date, reason: str = "") -> None:
    """Change its days or its reason."""
    absence = found(tx, Absence, absence_id)
    absence.starts_on, absence.ends_on = _days(first_day, last_day)
    absence.reason = reason.strip()
    tx.say(f"Changed when {_who(tx, absence.rep_id)} away.")


def remove_absence(tx: Writing, *, absence_id: int) -> None:
    """Take it away: its days count again."""
    absence = found(tx, Absence, absence_id)
    tx.say(f"Took back that {_who(tx, absence.rep_id)} away.")
    tx.session.delete(absence)


def _who(tx: Writing, rep_id: int | None) -> str:
    return "you are" if rep_id is None else f"{rep_name(tx, rep_id)} is"


def _days(first_day: date, last_day: date) -> tuple[date, date]:
    """Half-open, as the file has them."""
    if last_day < first_day:
        raise Rejected("The last day away cannot lie before the first.", field="last_day")
    if (last_day - first_day).days >= LONGEST:
        raise Rejected("An absence lasts two years at most.", field="last_day")
    return first_day, last_day + timedelta(days=1)
