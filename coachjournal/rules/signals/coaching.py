"""Coaching itself: who has gone without it, and without the manager at a customer's."""

from collections.abc import Iterator

from coachjournal.rules.cadence import CadenceKind, Standing
from coachjournal.rules.signals.finding import Finding, Number, Rows, RowsOf, Rule, Subject, Unit
from coachjournal.rules.signals.records import RepRecords, Without
from coachjournal.rules.signals.yardstick import Yardstick

REGULAR = (CadenceKind.ANY_COACHING, CadenceKind.ONE_ON_ONE)
"""What everybody is due regularly. Deal reviews follow the deals, and a ride-along has a rule of its own."""


def not_coached(rep: RepRecords, _by: Yardstick) -> Iterator[Finding]:
    """Past the target, or past the limit, of coaching of any kind or of one-on-ones.

    What is past its limit comes first, then what is missing for longer: so coaching never has a longer gap told.
    """
    regular = (without for kind in REGULAR for without in rep.without if without.kind is kind)
    late = [without for without in regular if without.standing is not Standing.ON_TIME]
    worst = max(late, key=lambda without: (without.standing is Standing.OVERDUE, without.days), default=None)
    if worst is not None:
        yield _without(Rule.NOT_COACHED, rep, worst)


def no_field_time(rep: RepRecords, _by: Yardstick) -> Iterator[Finding]:
    """No joint customer call for longer than the limit: 60 days, unless the cadence says otherwise."""
    for without in rep.without:
        if without.kind is CadenceKind.JOINT_CALL and without.standing is Standing.OVERDUE:
            yield _without(Rule.NO_FIELD_TIME, rep, without)


def _without(rule: Rule, rep: RepRecords, without: Without) -> Finding:
    overdue = without.standing is Standing.OVERDUE
    least = without.cadence.limit_days if overdue else without.cadence.target_days
    keys = () if without.conversation_id is None else (without.conversation_id,)
    detail: dict[str, str | int | float] = {"kind": without.kind.value, "overdue": int(overdue)}
    if without.last_on is not None:
        detail["last_on"] = without.last_on.isoformat()
    number = Number(without.days, Unit.DAYS, len(keys), against=least)
    return Finding(rule, Subject(rep.rep_id), number, Rows(RowsOf.CONVERSATIONS, keys), detail=detail)
