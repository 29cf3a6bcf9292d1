"""Open deals: one that rests, and close dates that slip."""

from collections.abc import Iterator

from coachjournal.rules.deal import is_stalled
from coachjournal.rules.signals.finding import Finding, Number, Rows, RowsOf, Rule, Subject, Unit
from coachjournal.rules.signals.limits import Limit
from coachjournal.rules.signals.records import OpenDeal, RepRecords
from coachjournal.rules.signals.yardstick import Yardstick, at_least


def stalled_deal(rep: RepRecords, by: Yardstick) -> Iterator[Finding]:
    """A deal without a change for over 1.5 x the median age of the open deals at its stage."""
    for deal in rep.open:
        usual = by.stage_ages.get(deal.stage_id)
        if usual is None or deal.quiet_since is None:
            continue
        quiet_days = (by.today - deal.quiet_since).days
        if is_stalled(quiet_days, usual.value, by.limits.number(Limit.STALLED)):
            number = Number(quiet_days, Unit.DAYS, 1, against=usual.value, against_n=usual.n)
            yield _of_deal(Rule.STALLED_DEAL, deal, number, by)


def slipped(rep: RepRecords, by: Yardstick) -> Iterator[Finding]:
    """A deal whose close date slipped twice; and 30 % or more of the open deals slipped, whichever they are."""
    least = by.limits.count(Limit.SLIPS)
    for deal in rep.open:
        slips = rep.slips.get(deal.deal_id, 0)
        if slips >= least:
            yield _of_deal(Rule.SLIPPED, deal, Number(slips, Unit.COUNT, 1, against=least), by)
    moved = sum(rep.slips.get(deal.deal_id, 0) > 0 for deal in rep.open)
    of = len(rep.open)
    if of < by.limits.count(Limit.SLIPPED_OPEN) or not at_least(moved / of, by.limits.share(Limit.SLIPPED)):
        return
    yield Finding(
        Rule.SLIPPED,
        Subject(rep.rep_id),
        Number(moved / of, Unit.SHARE, of, moved, by.limits.share(Limit.SLIPPED)),
        Rows(RowsOf.DEALS, tuple(deal.deal_id for deal in rep.open)),
    )


def _of_deal(rule: Rule, deal: OpenDeal, number: Number, by: Yardstick) -> Finding:
    stage = by.stages.get(deal.stage_id)
    detail: dict[str, str | int | float] = {"stage": stage.name if stage else "", "next_step": deal.next_step}
    if deal.amount is not None:
        detail |= {"amount": deal.amount, "currency": deal.currency}
    subject = Subject(deal.rep_id, deal_id=deal.deal_id)
    return Finding(rule, subject, number, Rows(RowsOf.DEALS, (deal.deal_id,)), deal.name, detail)
