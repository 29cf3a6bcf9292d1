"""Open deals: those that rest, and close dates that slip."""

from collections.abc import Iterator, Mapping, Sequence

from coachjournal.rules.deal import is_stalled
from coachjournal.rules.signals.finding import Finding, Number, Rows, RowsOf, Rule, Subject, Unit
from coachjournal.rules.signals.limits import Limit
from coachjournal.rules.signals.records import OpenDeal, RepRecords
from coachjournal.rules.signals.yardstick import Yardstick, at_least

MOST_APART = 3
"""So many deals of a rep are told one by one. More of them are one thing to talk about."""


def stalled_deal(rep: RepRecords, by: Yardstick) -> Iterator[Finding]:
    """A deal without a change for over 1.5 x the median age of the open deals at its stage; of more than three, all."""
    stalled = stalled_deals(rep, by)
    for deal in _apart(Rule.STALLED_DEAL, rep, list(stalled)):
        usual = by.stage_ages[deal.stage_id]
        number = Number(stalled[deal], Unit.DAYS, 1, against=usual.value, against_n=usual.n)
        yield _of_deal(Rule.STALLED_DEAL, deal, number, by)
    if len(stalled) > MOST_APART:
        yield _of_all(Rule.STALLED_DEAL, rep, len(stalled))


def stalled_deals(rep: RepRecords, by: Yardstick) -> dict[OpenDeal, int]:
    """The open deals that rest, and for how many days each has been quiet."""
    return {deal: days for deal in rep.open if (days := _stalled_days(deal, by)) is not None}


def slipped(rep: RepRecords, by: Yardstick) -> Iterator[Finding]:
    """A deal whose close date slipped twice; and 30 % of the open deals slipped, or more than three of them twice."""
    least = by.limits.count(Limit.SLIPS)
    twice = [deal for deal in rep.open if _slips(deal, rep.slips) >= least]
    for deal in _apart(Rule.SLIPPED, rep, twice):
        yield _of_deal(Rule.SLIPPED, deal, Number(_slips(deal, rep.slips), Unit.COUNT, 1, against=least), by)
    once = sum(_slips(deal, rep.slips) > 0 for deal in rep.open)
    of, share = len(rep.open), by.limits.share(Limit.SLIPPED)
    often = of >= by.limits.count(Limit.SLIPPED_OPEN) and at_least(once / of, share)
    if often or len(twice) > MOST_APART:
        yield _of_all(Rule.SLIPPED, rep, once, against=share)


def _stalled_days(deal: OpenDeal, by: Yardstick) -> int | None:
    """For how long it has been quiet, if it rests."""
    usual = by.stage_ages.get(deal.stage_id)
    if usual is None or deal.quiet_since is None:
        return None
    days = (by.today - deal.quiet_since).days
    return days if is_stalled(days, usual.value, by.limits.number(Limit.STALLED)) else None


def _slips(deal: OpenDeal, slips: Mapping[int, int]) -> int:
    return slips.get(deal.deal_id, 0)


def _apart(rule: Rule, rep: RepRecords, deals: Sequence[OpenDeal]) -> Sequence[OpenDeal]:
    """Those to be told one by one. One that was stays so: it is not to be taken for settled because others came."""
    if len(deals) <= MOST_APART:
        return deals
    return [deal for deal in deals if (rule, deal.deal_id) in rep.told_apart]


def _of_all(rule: Rule, rep: RepRecords, part: int, against: float | None = None) -> Finding:
    """So many of all open deals."""
    of = len(rep.open)
    number = Number(part / of, Unit.SHARE, of, part, against)
    return Finding(rule, Subject(rep.rep_id), number, Rows(RowsOf.DEALS, tuple(deal.deal_id for deal in rep.open)))


def _of_deal(rule: Rule, deal: OpenDeal, number: Number, by: Yardstick) -> Finding:
    stage = by.stages.get(deal.stage_id)
    detail: dict[str, str | int | float] = {"stage": stage.name if stage else "", "next_step": deal.next_step}
    if deal.amount is not None:
        detail |= {"amount": deal.amount, "currency": deal.currency}
    subject = Subject(deal.rep_id, deal_id=deal.deal_id)
    return Finding(rule, subject, number, Rows(RowsOf.DEALS, (deal.deal_id,)), deal.name, detail)
