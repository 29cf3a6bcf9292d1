"""Reps: a name is enough to begin; archiving keeps the history."""

from datetime import date
from typing import TypedDict, Unpack

from sqlalchemy import delete, select

from coachjournal.commands.records import filled, found, write_over
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import Quota, Rep
from coachjournal.rules.money import Money
from coachjournal.rules.period import Period

NO_NAME = "A rep needs a name."


class RepFields(TypedDict, total=False):
    """What can be changed about a rep."""

    name: str
    role: str
    territory: str
    email: str
    started_on: date | None


def add_rep(  # the fields of a rep, all but the name optional
    tx: Writing, *, name: str, role: str = "", territory: str = "", email: str = "", started_on: date | None = None
) -> int:
    """Put somebody on the team. Returns the rep's key."""
    name = filled(name, "name", NO_NAME)
    _refuse_twin(tx, name, rep_id=None)
    rep = Rep(
        name=name,
        role=role.strip(),
        territory=territory.strip(),
        email=email.strip(),
        started_on=started_on,
        import_run_id=tx.import_run_id,
    )
    tx.session.add(rep)
    tx.session.flush()
    tx.say(f"Added {name}.")
    return rep.id


def edit_rep(tx: Writing, *, rep_id: int, **fields: Unpack[RepFields]) -> None:
    """Change what is known about a rep."""
    rep = found(tx, Rep, rep_id)
    if "name" in fields:
        fields["name"] = filled(fields["name"], "name", NO_NAME)
        _refuse_twin(tx, fields["name"], rep_id=rep_id)
    write_over(rep, fields)
    tx.say(f"Changed {rep.name}.")


def archive_rep(tx: Writing, *, rep_id: int) -> None:
    """Take a rep off the team; everything written about them stays."""
    rep = found(tx, Rep, rep_id)
    rep.archived_on = tx.today
    tx.say(f"Archived {rep.name}.")


def bring_back_rep(tx: Writing, *, rep_id: int) -> None:
    """Put an archived rep back on the team."""
    rep = found(tx, Rep, rep_id)
    _refuse_twin(tx, rep.name, rep_id=rep_id)
    rep.archived_on = None
    tx.say(f"Brought back {rep.name}.")


def set_quota(tx: Writing, *, rep_id: int, period: Period, quota: Money) -> None:
    """Set what a rep is to win in a period; a quota for the same period and currency is replaced."""
    rep = found(tx, Rep, rep_id)
    if quota.minor <= 0:
        raise Rejected("A quota is more than nothing.", field="quota")
    same = select(Quota).where(
        Quota.rep_id == rep_id,
        Quota.starts_on == period.start,
        Quota.ends_on == period.end,
        Quota.currency == quota.currency,
    )
    known = tx.session.scalars(same).one_or_none()
    if known is None:
        row = Quota(
            rep_id=rep_id, starts_on=period.start, ends_on=period.end, amount=quota.minor, currency=quota.currency
        )
        tx.session.add(row)
    else:
        known.amount = quota.minor
    tx.say(f"Set the quota of {rep.name}.")


def drop_quota(tx: Writing, *, rep_id: int, period: Period) -> None:
    """Take the quotas of a period away; the rep then has none there."""
    rep = found(tx, Rep, rep_id)
    tx.session.execute(
        delete(Quota).where(Quota.rep_id == rep_id, Quota.starts_on == period.start, Quota.ends_on == period.end)
    )
    tx.say(f"Took the quota of {rep.name} away.")


def write_rep(
    tx: Writing, *, rep_id: int | None, period: Period, quota: Money | None, **fields: Unpack[RepFields]
) -> int:
    """Add a rep (`rep_id` None) or change one, together with their quota of a period. Returns the rep's key."""
    if rep_id is None:
        fields.setdefault("name", "")
        rep_id = add_rep(tx, **fields)
    elif fields:
        edit_rep(tx, rep_id=rep_id, **fields)
    words = tx.words
    if quota is None:
        drop_quota(tx, rep_id=rep_id, period=period)
    else:
        set_quota(tx, rep_id=rep_id, period=period, quota=quota)
    tx.say(words or tx.words)
    return rep_id


def _refuse_twin(tx: Writing, name: str, *, rep_id: int | None) -> None:
    """Two active reps of one name could not be told apart in any list."""
    active = select(Rep.id, Rep.name).where(Rep.archived_on.is_(None))
    for other_id, other in tx.connection.execute(active):
        if other_id != rep_id and other.casefold() == name.casefold():
            raise Rejected(f"{other} is already on the team.", field="name")
