"""Which rules have too little to go by yet: below its minimum sample a signal says nothing."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Select, bindparam, func, select

from coachjournal.journal import Reading
from coachjournal.model import Commitment, Deal, Quota, Rating, Rep
from coachjournal.queries.signal_limits import signal_limits
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import Side
from coachjournal.rules.deal import Outcome
from coachjournal.rules.period import year_back
from coachjournal.rules.signals.finding import Rule
from coachjournal.rules.signals.limits import Limit

REPS = select(Rep.id, Rep.name).where(Rep.archived_on.is_(None))
IN_A_YEAR = Deal.closed_on >= bindparam("since"), Deal.closed_on <= bindparam("today")
SETTLED = Commitment.status.in_((CommitmentStatus.KEPT, CommitmentStatus.NOT_KEPT))


def _closed(*outcomes: Outcome) -> Select[int, int]:
    return select(Deal.rep_id, func.count()).where(Deal.outcome.in_(outcomes), *IN_A_YEAR).group_by(Deal.rep_id)


_RATED = (
    select(Rating.rep_id, func.count().label("ratings"))
    .where(Rating.side == Side.MANAGER, Rating.rated_on >= bindparam("since"))
    .group_by(Rating.rep_id, Rating.skill_id)
    .subquery()
)
_OPEN = select(Deal.rep_id, func.count()).where(Deal.outcome == Outcome.OPEN).group_by(Deal.rep_id)
COUNTS: Mapping[Limit, Select[int, int]] = {
    Limit.WIN_RATE_CLOSED: _closed(Outcome.WON, Outcome.LOST),
    Limit.NO_DECISION_LOST: _closed(Outcome.LOST),
    Limit.CYCLE_WON: _closed(Outcome.WON),
    Limit.SLIPPED_OPEN: _OPEN,
    Limit.SHRUNK_WON: _closed(Outcome.WON),
    Limit.KEPT_OF: select(Commitment.rep_id, func.count())
    .where(Commitment.owner == Side.REP, SETTLED, Commitment.ended_on >= bindparam("since"))
    .group_by(Commitment.rep_id),
    Limit.FLAT_RATINGS: select(_RATED.c.rep_id, func.max(_RATED.c.ratings)).group_by(_RATED.c.rep_id),
    Limit.OWN_OPEN: select(Commitment.rep_id, func.count())
    .where(Commitment.status == CommitmentStatus.OPEN)
    .group_by(Commitment.rep_id),
}
"""How many rows each rep has of what a sample is counted in; the other rules need none, or one that is the team's."""
QUOTAS = select(func.count()).where(Quota.starts_on <= bindparam("today"), Quota.ends_on > bindparam("today"))


@dataclass(frozen=True, slots=True)
class WaitingRule:
    """A rule that nobody has enough for, and who has most."""

    rule: Rule
    needs: int
    unit: str
    has: int
    rep: str
    """"" while nobody has any."""


def waiting_rules(tx: Reading) -> tuple[WaitingRule, ...]:
    """In the order of the rules; those that are switched off wait for nothing."""
    limits = signal_limits(tx)
    names = dict(tx.connection.execute(REPS).all())
    year = {"since": year_back(tx.today).start, "today": tx.today}
    waiting = []
    if not tx.connection.execute(QUOTAS, {"today": tx.today}).scalar_one():
        waiting.append(WaitingRule(Rule.THIN_PIPELINE, 1, "quota", 0, ""))
    for limit, counted in COUNTS.items():
        has = {rep_id: count for rep_id, count in tx.connection.execute(counted, year) if rep_id in names}
        most = max(has, key=lambda rep_id: has[rep_id], default=None)
        needs, most_has = limits.count(limit), 0 if most is None else has[most]
        if most_has < needs:
            rep = "" if most is None else names[most]
            waiting.append(WaitingRule(limit.rule, needs, limit.shape.unit, most_has, rep))
    return tuple(each for each in waiting if each.rule not in limits.off)
