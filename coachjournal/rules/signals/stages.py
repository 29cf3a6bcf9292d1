"""Stages: where deals stop more often than those of the team do."""

from collections.abc import Iterator

from coachjournal.rules.signals.finding import Finding, Number, Rows, RowsOf, Rule, Subject, Unit
from coachjournal.rules.signals.limits import Limit
from coachjournal.rules.signals.records import RepRecords
from coachjournal.rules.signals.yardstick import Yardstick, at_least


def leaking_stage(rep: RepRecords, by: Yardstick) -> Iterator[Finding]:
    """Of the closed deals that came to a stage, 15 points fewer went on from it than is the team's median."""
    least = by.limits.count(Limit.LEAK_ENTERED)
    for stage_id, stage in by.stages.items():
        deals, usual = rep.stages.get(stage_id), by.went_on.get(stage_id)
        if usual is None or deals is None or deals.came < least:
            continue
        if at_least(usual.value - deals.share, by.limits.share(Limit.LEAK)):
            yield Finding(
                Rule.LEAKING_STAGE,
                Subject(rep.rep_id, stage_id=stage_id),
                Number(deals.share, Unit.SHARE, deals.came, len(deals.went_on), usual.value, usual.n),
                Rows(RowsOf.DEALS, (*deals.went_on, *deals.stopped)),
                stage.name,
                {"early": int(stage.early), "first": int(stage.position == 0)},
            )
