"""What the rules find about the active reps today; `finding_rows` are the rows it was counted from."""

from coachjournal.journal import Reading
from coachjournal.queries.coaching_records import CoachingRecords, coaching_records
from coachjournal.queries.deal_records import DealRecords, deal_records
from coachjournal.queries.signal_limits import signal_limits
from coachjournal.rules.names import fold
from coachjournal.rules.signals.every_rule import found
from coachjournal.rules.signals.finding import Finding
from coachjournal.rules.signals.limits import Limit
from coachjournal.rules.signals.records import NewDeals, RepRecords
from coachjournal.rules.signals.yardstick import Yardstick, yardstick
from coachjournal.rules.tally import OutOf


def findings(tx: Reading, *, rep_id: int | None = None) -> tuple[Finding, ...]:
    """What holds today of one rep or of all active ones: by name, then in the order of the rules."""
    reps, by = measured(tx)
    return found((rep for rep in reps if rep_id in {None, rep.rep_id}), by)


def measured(tx: Reading) -> tuple[tuple[RepRecords, ...], Yardstick]:
    """The records of every active rep, by name, and what they are measured by."""
    limits = signal_limits(tx)
    deals, coaching = deal_records(tx, limits.count(Limit.NEW_DEALS_MONTHS)), coaching_records(tx, limits)
    reps = tuple(_records(key, deals, coaching) for key, _ in sorted(coaching.reps, key=lambda rep: fold(rep[1])))
    by = yardstick(reps, deals.all_open, today=tx.today, limits=limits, stages=deals.stages, skills=coaching.skills)
    return reps, by


def _records(rep_id: int, deals: DealRecords, coaching: CoachingRecords) -> RepRecords:
    return RepRecords(
        rep_id=rep_id,
        won_deals=tuple(deals.won.get(rep_id, ())),
        lost_deals=deals.lost.get(rep_id, {}),
        year_before=deals.year_before.get(rep_id, OutOf(0, 0)),
        sizes_before=deals.sizes_before.get(rep_id, {}),
        open=tuple(deals.open.get(rep_id, ())),
        slips=deals.slips,
        told_apart=deals.told_apart,
        created=deals.created.get(rep_id, NewDeals()),
        quotas=tuple(deals.quotas.get(rep_id, ())),
        stages=deals.at_stages.get(rep_id, {}),
        lost_at=deals.lost_at,
        without=coaching.without[rep_id],
        settled=tuple(coaching.settled.get(rep_id, ())),
        commitments=tuple(coaching.commitments.get(rep_id, ())),
        ratings=coaching.ratings.get(rep_id, {}),
        achieved=tuple(coaching.achieved.get(rep_id, ())),
    )
