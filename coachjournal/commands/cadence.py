"""Cadences: how often the team, or one rep, should be coached."""

from collections.abc import Mapping

from sqlalchemy import select

from coachjournal.commands.records import rep_name
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import Cadence as CadenceRecord
from coachjournal.rules.cadence import Cadence, CadenceKind

LONGEST = 999
"""Days: beyond, nobody is watched any more."""


def write_cadences(tx: Writing, *, rep_id: int, chosen: Mapping[CadenceKind, Cadence | None]) -> None:
    """Set a rep's own cadences; where None is chosen the team's holds."""
    for kind, cadence in chosen.items():
        if cadence is None:
            put_back_cadence(tx, kind=kind, rep_id=rep_id)
        else:
            set_cadence(tx, kind=kind, target_days=cadence.target_days, limit_days=cadence.limit_days, rep_id=rep_id)
    tx.say(f"Changed the rhythm of {rep_name(tx, rep_id)}.")


def set_cadence(
    tx: Writing, *, kind: CadenceKind, target_days: int, limit_days: int, rep_id: int | None = None
) -> None:
    """Set after how many days it is due and after how many overdue: for one rep, or for the whole team."""
    of_whom = _of_whom(tx, rep_id)
    if not 1 <= target_days <= LONGEST:
        raise Rejected(f"It is due after 1 to {LONGEST} days.", field="target_days")
    if not target_days <= limit_days <= LONGEST:
        raise Rejected(
            f"It cannot be overdue before it is due, nor after more than {LONGEST} days.", field="limit_days"
        )
    cadence = _set(tx, kind, rep_id)
    if cadence is None:
        tx.session.add(CadenceRecord(kind=kind, rep_id=rep_id, target_days=target_days, limit_days=limit_days))
    else:
        cadence.target_days, cadence.limit_days = target_days, limit_days
    tx.say(f"Changed how often {kind.missing} is due {of_whom}.")


def put_back_cadence(tx: Writing, *, kind: CadenceKind, rep_id: int | None = None) -> None:
    """Let the team's hold for a rep again, or for the team the one that was shipped."""
    of_whom = _of_whom(tx, rep_id)
    cadence = _set(tx, kind, rep_id)
    if cadence is not None:
        tx.session.delete(cadence)
        tx.say(f"Put back how often {kind.missing} is due {of_whom}.")


def _set(tx: Writing, kind: CadenceKind, rep_id: int | None) -> CadenceRecord | None:
    return tx.session.scalars(
        select(CadenceRecord).where(CadenceRecord.kind == kind, CadenceRecord.rep_id == rep_id)
    ).one_or_none()


def _of_whom(tx: Writing, rep_id: int | None) -> str:
    return "on the team" if rep_id is None else f"with {rep_name(tx, rep_id)}"
