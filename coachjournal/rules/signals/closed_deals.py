"""What closed deals tell: win rate, lost to no decision, sales cycle, deal size."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from coachjournal.rules.period import Period, last_days
from coachjournal.rules.signals.finding import Finding, Number, Rows, RowsOf, Rule, Subject, Unit
from coachjournal.rules.signals.limits import Limit
from coachjournal.rules.signals.records import RepRecords, WonDeal
from coachjournal.rules.signals.yardstick import Usual, Yardstick, above, at_least

HALF_YEAR = 182
"""Days. Deal sizes scatter widely: a quarter of a rep's deals would say little."""

_NO_DECISION = "no decision"
_SPACES = str.maketrans("-_", "  ")


def low_win_rate(rep: RepRecords, by: Yardstick) -> Iterator[Finding]:
    """Ten points or more under the team's median, else down by as much on the rep's own twelve months before."""
    won, earlier = rep.won, rep.year_before
    least = by.limits.count(Limit.WIN_RATE_CLOSED)
    if won.share is None or won.of < least:
        return
    before = Usual(earlier.share, earlier.of) if earlier.share is not None and earlier.of >= least else None
    for way, usual, limit in (("team", by.win_rate, Limit.WIN_RATE_UNDER), ("earlier", before, Limit.WIN_RATE_DOWN)):
        if usual and at_least(usual.value - won.share, by.limits.share(limit)):
            yield Finding(
                Rule.LOW_WIN_RATE,
                Subject(rep.rep_id),
                Number(won.share, Unit.SHARE, won.of, won.part, usual.value, usual.n),
                Rows(RowsOf.DEALS, rep.closed),
                detail={"against": way, **_where_lost(rep, by)},
            )
            return


def no_decision(rep: RepRecords, by: Yardstick) -> Iterator[Finding]:
    """Of the deals lost in twelve months, 40 % or more were lost to no decision."""
    of = len(rep.lost)
    undecided = sum(len(deals) for reason, deals in rep.lost_deals.items() if is_no_decision(reason))
    if of < by.limits.count(Limit.NO_DECISION_LOST) or not at_least(undecided / of, by.limits.share(Limit.NO_DECISION)):
        return
    yield Finding(
        Rule.NO_DECISION,
        Subject(rep.rep_id),
        Number(undecided / of, Unit.SHARE, of, undecided, by.limits.share(Limit.NO_DECISION)),
        Rows(RowsOf.DEALS, rep.lost),
    )


def long_cycle(rep: RepRecords, by: Yardstick) -> Iterator[Finding]:
    """The median days from created to won are more than 1.5 x the team's."""
    if by.cycle is None or rep.cycle_days is None or len(rep.cycles) < by.limits.count(Limit.CYCLE_WON):
        return
    if above(rep.cycle_days, by.limits.number(Limit.CYCLE) * by.cycle.value):
        yield Finding(
            Rule.LONG_CYCLE,
            Subject(rep.rep_id),
            Number(rep.cycle_days, Unit.DAYS, len(rep.cycles), against=by.cycle.value, against_n=by.cycle.n),
            Rows(RowsOf.DEALS, tuple(key for key, _ in rep.cycles)),
        )


def shrinking(rep: RepRecords, by: Yardstick) -> Iterator[Finding]:
    """Deals won in the last half-year are smaller by 20 % or more than those of the twelve months before."""
    least = by.limits.count(Limit.SHRUNK_WON)
    for currency, deals in _sizes(rep, half_year(by.today)):
        count, minor = rep.sizes_before.get(currency, (0, 0))
        if min(len(deals), count) < least or minor <= 0:
            continue
        size, usual = sum(deal.amount or 0 for deal in deals) / len(deals), minor / count
        if at_least(1 - size / usual, by.limits.share(Limit.SHRUNK)):
            yield Finding(
                Rule.SHRINKING,
                Subject(rep.rep_id),
                Number(size, Unit.MONEY, len(deals), None, usual, count, currency),
                Rows(RowsOf.DEALS, tuple(deal.deal_id for deal in deals)),
            )
            return


def half_year(today: date) -> Period:
    """The days whose deals are compared in size with those of the twelve months before."""
    return last_days(today, HALF_YEAR)


def is_no_decision(loss_reason: str) -> bool:
    """Whether a reason says so, among other words or not: "No decision", "Lost to no-decision / budget"."""
    return _NO_DECISION in " ".join(loss_reason.casefold().translate(_SPACES).split())


def _where_lost(rep: RepRecords, by: Yardstick) -> dict[str, str | int]:
    """The stage at which most of the deals were lost of which it is known: `lost_at`, `lost`, `lost_known`, `early`."""
    lost = Counter(rep.lost_at[deal_id] for deal_id in rep.lost if deal_id in rep.lost_at)
    known = {stage_id: count for stage_id, count in lost.items() if stage_id in by.stages}
    if not known:
        return {}
    most = max(known, key=lambda stage_id: (known[stage_id], by.stages[stage_id].position))
    stage = by.stages[most]
    return {"lost_at": stage.name, "lost": known[most], "lost_known": sum(known.values()), "early": int(stage.early)}


def _sizes(rep: RepRecords, period: Period) -> list[tuple[str, list[WonDeal]]]:
    """The deals won in a period of which the amount is known, the currency of most of them first.

    Amounts of different currencies are never added.
    """
    won: dict[str, list[WonDeal]] = {}
    for deal in rep.won_deals:
        if deal.amount is not None and deal.closed_on in period:
            won.setdefault(deal.currency, []).append(deal)
    return sorted(won.items(), key=lambda each: -len(each[1]))
