"""What a rule measures of the time since coaching: rates and medians of that time alone, all else as it stands."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from coachjournal.rules.conversation import Side
from coachjournal.rules.figures import sales_cycle
from coachjournal.rules.goal_from_deals import NEW_DEALS_DAYS
from coachjournal.rules.signals.closed_deals import is_no_decision
from coachjournal.rules.signals.finding import Finding, Number, Rule, Unit
from coachjournal.rules.signals.limits import Limit, Limits
from coachjournal.rules.signals.pipeline import worst_cover
from coachjournal.rules.signals.records import RepRecords
from coachjournal.rules.tally import OutOf


class ClosedSince(NamedTuple):
    """A deal that was won or lost since."""

    deal_id: int
    won: bool
    closed_on: date
    created_on: date | None
    amount: int | None
    currency: str
    loss_reason: str


class Since(NamedTuple):
    """What is to be measured: of whom, what was found when it was decided on, and the day after which it counts."""

    rep: RepRecords
    then: Finding
    since_on: date
    today: date
    closed: Sequence[ClosedSince] = ()
    """The deals of the rep that closed after that day."""
    kept: OutOf = OutOf(0, 0)
    """Kept, of the rep's commitments that were kept or not after that day."""
    stalled: int = 0
    """How many of the rep's open deals rest today."""

    @property
    def won(self) -> list[ClosedSince]:
        return [deal for deal in self.closed if deal.won]


COUNTED = {
    Rule.LOW_WIN_RATE: Limit.WIN_RATE_CLOSED,
    Rule.NO_DECISION: Limit.NO_DECISION_LOST,
    Rule.LONG_CYCLE: Limit.CYCLE_WON,
    Rule.SHRINKING: Limit.SHRUNK_WON,
    Rule.LEAKING_STAGE: Limit.LEAK_ENTERED,
    Rule.COMMITMENTS_SLIP: Limit.KEPT_OF,
}
"""The rules that count what happened since, and the least sample of each."""
OF_CLOSED_DEALS = frozenset(COUNTED) - {Rule.COMMITMENTS_SLIP}
LEAST_DAYS = {Rule.FEW_NEW_DEALS: NEW_DEALS_DAYS}
"""A number of thirty days takes thirty days."""


def least_of(rule: Rule, limits: Limits) -> int:
    """How much must have been counted since before it is set beside the number of before."""
    if rule is Rule.SKILL_FLAT:
        return 1
    return limits.count(COUNTED[rule]) if rule in COUNTED else 0


def measured_since(since: Since) -> Number | None:
    """The number of now; None where there is none, or where another rule would have to be asked."""
    measure = _MEASURES.get(since.then.rule)
    return measure(since) if measure else None


def share_of(part: int, of: int) -> Number | None:
    """A share with its sample; None of nothing."""
    return Number(part / of, Unit.SHARE, of, part) if of else None


def _win_rate(since: Since) -> Number | None:
    return share_of(len(since.won), len(since.closed))


def _no_decision(since: Since) -> Number | None:
    lost = [deal for deal in since.closed if not deal.won]
    return share_of(sum(is_no_decision(deal.loss_reason) for deal in lost), len(lost))


def _kept(since: Since) -> Number | None:
    return share_of(*since.kept)


def _cycle(since: Since) -> Number | None:
    known = [deal for deal in since.won if deal.created_on is not None and deal.created_on <= deal.closed_on]
    days = sales_cycle((deal.created_on, deal.closed_on) for deal in known)
    return None if days is None else Number(days, Unit.DAYS, len(known))


def _size(since: Since) -> Number | None:
    """In the currency of before: amounts of others are not compared with it."""
    code = since.then.number.currency
    amounts = [deal.amount for deal in since.won if deal.amount is not None and deal.currency == code]
    return Number(sum(amounts) / len(amounts), Unit.MONEY, len(amounts), currency=code) if amounts else None


def _went_on(since: Since) -> Number | None:
    stage, closed = since.rep.stages.get(since.then.subject.stage_id or 0), {deal.deal_id for deal in since.closed}
    if stage is None:
        return None
    went_on, stopped = (len(closed.intersection(keys)) for keys in (stage.went_on, stage.stopped))
    return share_of(went_on, went_on + stopped)


def _new_deals(since: Since) -> Number | None:
    """Of the last 30 days, once they all lie behind the coaching."""
    if (since.today - since.since_on).days < NEW_DEALS_DAYS:
        return None
    now = len(since.rep.created.now)
    return Number(now, Unit.COUNT, now)


def _level(since: Since) -> Number | None:
    ratings = since.rep.ratings.get(since.then.subject.skill_id or 0, ())
    later = [rating for rating in ratings if rating.on > since.since_on]
    return Number(later[-1].level, Unit.LEVEL, len(later)) if later else None


def _cover(since: Since) -> Number | None:
    cover = worst_cover(since.rep)
    return Number(cover.times, Unit.RATIO, len(cover.deals), currency=cover.currency) if cover else None


def _quiet_days(since: Since) -> Number | None:
    if since.then.subject.deal_id is None:
        return share_of(since.stalled, len(since.rep.open))
    for deal in since.rep.open:
        if deal.deal_id == since.then.subject.deal_id and deal.quiet_since is not None:
            return Number((since.today - deal.quiet_since).days, Unit.DAYS, 1)
    return None


def _slips(since: Since) -> Number | None:
    rep, deal_id = since.rep, since.then.subject.deal_id
    if deal_id is None:
        return share_of(sum(rep.slips.get(deal.deal_id, 0) > 0 for deal in rep.open), len(rep.open))
    is_open = any(deal.deal_id == deal_id for deal in rep.open)
    return Number(rep.slips.get(deal_id, 0), Unit.COUNT, 1) if is_open else None


def _mine(since: Since) -> Number | None:
    commitments = since.rep.commitments
    return share_of(sum(each.owner is Side.MANAGER for each in commitments), len(commitments))


_MEASURES: dict[Rule, Callable[[Since], Number | None]] = {
    Rule.LOW_WIN_RATE: _win_rate,
    Rule.NO_DECISION: _no_decision,
    Rule.LONG_CYCLE: _cycle,
    Rule.SHRINKING: _size,
    Rule.LEAKING_STAGE: _went_on,
    Rule.COMMITMENTS_SLIP: _kept,
    Rule.FEW_NEW_DEALS: _new_deals,
    Rule.SKILL_FLAT: _level,
    Rule.THIN_PIPELINE: _cover,
    Rule.STALLED_DEAL: _quiet_days,
    Rule.SLIPPED: _slips,
    Rule.OWN_TOO_MUCH: _mine,
}
