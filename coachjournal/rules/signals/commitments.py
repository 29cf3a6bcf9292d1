"""Commitments: are they kept, and are they the rep's?"""

from collections.abc import Iterator

from coachjournal.rules.conversation import Side
from coachjournal.rules.signals.finding import Finding, Number, Rows, RowsOf, Rule, Subject, Unit
from coachjournal.rules.signals.limits import Limit
from coachjournal.rules.signals.records import RepRecords
from coachjournal.rules.signals.yardstick import Yardstick, above


def commitments_slip(rep: RepRecords, by: Yardstick) -> Iterator[Finding]:
    """Fewer than 60 % kept, of the rep's own last five that were kept or not."""
    of = by.limits.count(Limit.KEPT_OF)
    last = rep.settled[:of]
    kept = sum(commitment.kept for commitment in last)
    least = by.limits.share(Limit.KEPT)
    if len(last) == of and above(least, kept / of):
        yield Finding(
            Rule.COMMITMENTS_SLIP,
            Subject(rep.rep_id),
            Number(kept / of, Unit.SHARE, of, kept, least),
            Rows(RowsOf.COMMITMENTS, tuple(commitment.commitment_id for commitment in last)),
        )


def own_too_much(rep: RepRecords, by: Yardstick) -> Iterator[Finding]:
    """The manager owns more than 40 % of what is open with a rep."""
    of = len(rep.commitments)
    mine = sum(commitment.owner is Side.MANAGER for commitment in rep.commitments)
    most = by.limits.share(Limit.OWN)
    if of >= by.limits.count(Limit.OWN_OPEN) and above(mine / of, most):
        yield Finding(
            Rule.OWN_TOO_MUCH,
            Subject(rep.rep_id),
            Number(mine / of, Unit.SHARE, of, mine, most),
            Rows(RowsOf.COMMITMENTS, tuple(commitment.commitment_id for commitment in rep.commitments)),
        )
