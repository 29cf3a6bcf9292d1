"""What a rule measures of the time since coaching: rates and medians of that time alone, all else as it stands."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from coachjournal.rules.conversation import Side
from coachjournal.rules.figures import sales_cycle
from coachjournal.rules.goal_from_deals import NEW_DEALS_DAYS
from coachjournal.rules.signals.closed_deals import is_no_decision
from coachjournal.rules.signals.finding import Finding, Number, Rule, Unit
from coachjournal.rules.signals.limits import Limit, Limits
from coachjournal.rules.signals.pipeline import worst_cover
from coachjournal.rules.signals.records import OpenDeal, RepRecords, SettledCommitment


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
    settled: Sequence[SettledCommitment] = ()
    """The rep's commitments that were kept or not after that day."""
    stalled: int = 0
    """How many of the rep's open deals rest today."""

    @property
    def won(self) -> list[ClosedSince]:
        return [deal for deal in self.closed if deal.won]


class Counted(NamedTuple):
    """A number, and the keys of the rows it was counted from: rows of the table that those of before are of."""

    number: Number
    keys: tuple[int, ...]


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


def measured_since(since: Since) -> Counted | None:
    """The number of now; None where there is none, or where another rule would have to be asked."""
    measure = _MEASURES.get(since.then.rule)
    return measure(since) if measure else None


def _share(part: int, keys: Iterable[int]) -> Counted | None:
    """So many of the rows; None of nothing."""
    of = tuple(keys)
    return Counted(Number(part / len(of), Unit.SHARE, len(of), part), of) if of else None


def _win_rate(since: Since) -> Counted | None:
    return _share(len(since.won), _keys(since.closed))


def _no_decision(since: Since) -> Counted | None:
    lost = [deal for deal in since.closed if not deal.won]
    return _share(sum(is_no_decision(deal.loss_reason) for deal in lost), _keys(lost))


def _kept(since: Since) -> Counted | None:
    return _share(sum(each.kept for each in since.settled), (each.commitment_id for each in since.settled))


def _cycle(since: Since) -> Counted | None:
    known = [deal for deal in since.won if deal.created_on is not None and deal.created_on <= deal.closed_on]
    days = sales_cycle((deal.created_on, deal.closed_on) for deal in known)
    return None if days is None else Counted(Number(days, Unit.DAYS, len(known)), _keys(known))


def _size(since: Since) -> Counted | None:
    """In the currency of before: amounts of others are not compared with it."""
    code = since.then.number.currency
    known = [deal for deal in since.won if deal.amount is not None and deal.currency == code]
    if not known:
        return None
    mean = sum(deal.amount or 0 for deal in known) / len(known)
    return Counted(Number(mean, Unit.MONEY, len(known), currency=code), _keys(known))


def _went_on(since: Since) -> Counted | None:
    stage, closed = since.rep.stages.get(since.then.subject.stage_id or 0), {deal.deal_id for deal in since.closed}
    if stage is None:
        return None
    went_on, stopped = (closed.intersection(keys) for keys in (stage.went_on, stage.stopped))
    return _share(len(went_on), (*went_on, *stopped))


def _new_deals(since: Since) -> Counted | None:
    """Of the last 30 days, once they all lie behind the coaching."""
    if (since.today - since.since_on).days < NEW_DEALS_DAYS:
        return None
    now = since.rep.created.now
    return Counted(Number(len(now), Unit.COUNT, len(now)), now)


def _level(since: Since) -> Counted | None:
    ratings = since.rep.ratings.get(since.then.subject.skill_id or 0, ())
    later = [rating for rating in ratings if rating.on > since.since_on]
    keys = tuple(rating.rating_id for rating in later)
    return Counted(Number(later[-1].level, Unit.LEVEL, len(later)), keys) if later else None


def _cover(since: Since) -> Counted | None:
    cover = worst_cover(since.rep)
    if cover is None:
        return None
    return Counted(Number(cover.times, Unit.RATIO, len(cover.deals), currency=cover.currency), _keys(cover.deals))


def _quiet_days(since: Since) -> Counted | None:
    if since.then.subject.deal_id is None:
        return _share(since.stalled, _keys(since.rep.open))
    for deal in since.rep.open:
        if deal.deal_id == since.then.subject.deal_id and deal.quiet_since is not None:
            return Counted(Number((since.today - deal.quiet_since).days, Unit.DAYS, 1), (deal.deal_id,))
    return None


def _slips(since: Since) -> Counted | None:
    rep, deal_id = since.rep, since.then.subject.deal_id
    if deal_id is None:
        return _share(sum(rep.slips.get(deal.deal_id, 0) > 0 for deal in rep.open), _keys(rep.open))
    is_open = any(deal.deal_id == deal_id for deal in rep.open)
    return Counted(Number(rep.slips.get(deal_id, 0), Unit.COUNT, 1), (deal_id,)) if is_open else None


def _mine(since: Since) -> Counted | None:
    commitments = since.rep.commitments
    mine = sum(each.owner is Side.MANAGER for each in commitments)
    return _share(mine, (each.commitment_id for each in commitments))


def _keys(deals: Iterable[ClosedSince | OpenDeal]) -> tuple[int, ...]:
    return tuple(deal.deal_id for deal in deals)


_MEASURES: dict[Rule, Callable[[Since], Counted | None]] = {
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
