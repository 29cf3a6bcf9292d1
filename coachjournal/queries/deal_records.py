"""What the rules of signals are given of deals, of all active reps at once; what is not opened is added up."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Integer, aggregate_order_by, bindparam, cast, exists, func, select, union

from coachjournal.journal import Reading
from coachjournal.model import Deal, DealChange, Quota, Rep, Sighting, Signal, Stage
from coachjournal.queries.deals_page import MOVED_DATES, counted_slips
from coachjournal.queries.rows import grouped
from coachjournal.rules.deal import DealField, Outcome
from coachjournal.rules.money import Money
from coachjournal.rules.names import fold
from coachjournal.rules.period import Period, year_back, year_before
from coachjournal.rules.signals.closed_deals import half_year
from coachjournal.rules.signals.pipeline import new_deal_periods
from coachjournal.rules.signals.records import AtStage, NewDeals, OpenDeal, QuotaOf, WonDeal
from coachjournal.rules.signals.yardstick import StageOf, stages_of
from coachjournal.rules.tally import OutOf

ACTIVE = select(Rep.id).where(Rep.archived_on.is_(None))
_CLOSED = (Deal.rep_id.in_(ACTIVE), Deal.outcome.in_((Outcome.WON, Outcome.LOST)))
_IN_PERIOD = (Deal.closed_on >= bindparam("start"), Deal.closed_on < bindparam("end"))
_IS_WON = cast(Deal.outcome == Outcome.WON, Integer)  # as a number: reading it as True costs more than fetching it

STAGES = select(Stage.id, Stage.name).where(Stage.outcome == Outcome.OPEN).order_by(Stage.position, Stage.id)
OPEN = (
    select(
        *(Deal.rep_id, Deal.id, Deal.name, Deal.stage_id, Deal.close_on),
        func.coalesce(Deal.stage_since, Deal.created_on),
        func.coalesce(Deal.changed_on, Deal.created_on),
        *(Deal.amount, Deal.currency, Deal.next_step),
    )
    .where(Deal.outcome == Outcome.OPEN)
    .order_by(Deal.close_on.is_(None), Deal.close_on, Deal.id)
)
WON = select(Deal.rep_id, Deal.id, Deal.closed_on, Deal.created_on, Deal.amount, Deal.currency).where(
    Deal.rep_id.in_(ACTIVE), Deal.outcome == Outcome.WON, *_IN_PERIOD
)
LOST = (
    select(Deal.rep_id, Deal.loss_reason, func.json_group_array(Deal.id))
    .where(Deal.rep_id.in_(ACTIVE), Deal.outcome == Outcome.LOST, *_IN_PERIOD)
    .group_by(Deal.rep_id, Deal.loss_reason)
)
COUNTED = select(Deal.rep_id, func.sum(_IS_WON), func.count()).where(*_CLOSED, *_IN_PERIOD).group_by(Deal.rep_id)
SIZES = (
    select(Deal.rep_id, Deal.currency, func.count(), func.sum(Deal.amount))
    .where(Deal.rep_id.in_(ACTIVE), Deal.outcome == Outcome.WON, Deal.amount.is_not(None), *_IN_PERIOD)
    .group_by(Deal.rep_id, Deal.currency)
)
CREATED = (
    select(
        *(Deal.rep_id, func.sum(cast(Deal.created_on < bindparam("recent"), Integer))),
        func.json_group_array(Deal.id).filter(Deal.created_on >= bindparam("recent")),
    )
    .where(Deal.created_on >= bindparam("start"), Deal.created_on < bindparam("end"))
    .group_by(Deal.rep_id + 0)  # the bare column would be looked up by its index: four times as slow
)
HAD_ANY = select(Rep.id).where(exists().where(Deal.rep_id == Rep.id, Deal.created_on < bindparam("start")))
_TOWARDS = (
    select(func.coalesce(func.sum(Deal.amount), 0))
    .where(Deal.rep_id == Quota.rep_id, Deal.outcome == Outcome.WON, Deal.currency == Quota.currency)
    .where(Deal.closed_on >= Quota.starts_on, Deal.closed_on < Quota.ends_on)
    .correlate(Quota)
    .scalar_subquery()
)
QUOTAS = (
    select(Quota.rep_id, Quota.starts_on, Quota.ends_on, Quota.amount, Quota.currency, _TOWARDS)
    .where(Quota.rep_id.in_(ACTIVE))
    .where(Quota.starts_on <= bindparam("today"), Quota.ends_on > bindparam("today"))
    .order_by(func.julianday(Quota.ends_on) - func.julianday(Quota.starts_on), Quota.currency)
)
WAY = (
    select(
        aggregate_order_by(
            func.json_group_array(func.json_array(DealChange.old_value, DealChange.new_value)),
            *(DealChange.changed_on, DealChange.id),
        )
    )
    .where(DealChange.deal_id == Deal.id, DealChange.field == DealField.STAGE)
    .correlate(Deal)
    .scalar_subquery()
)
"""The names of the stages that a deal left and came to, in order, as pairs in JSON."""
TOLD_APART = union(
    select(Sighting.rule, Sighting.deal_id).where(Sighting.deal_id.is_not(None)),
    select(Signal.rule, Signal.deal_id).where(Signal.deal_id.is_not(None)),
)
# Deals take few different ways, so one row a way and not four a deal.
_WAY_OF_EACH = (
    select(Deal.rep_id, Deal.id, _IS_WON.label("won"), WAY.label("way")).where(*_CLOSED, *_IN_PERIOD).subquery()
)
WAYS = select(
    *(_WAY_OF_EACH.c.rep_id, _WAY_OF_EACH.c.won, _WAY_OF_EACH.c.way),
    func.json_group_array(_WAY_OF_EACH.c.id),
).group_by(_WAY_OF_EACH.c.rep_id, _WAY_OF_EACH.c.won, _WAY_OF_EACH.c.way)


@dataclass(frozen=True, slots=True)
class DealRecords:
    """By rep, where nothing else is said; `stages` by their keys."""

    stages: Mapping[int, StageOf]
    all_open: tuple[OpenDeal, ...]
    """Everybody's: what is usual at a stage is told by those of former reps too."""
    won: Mapping[int, Sequence[WonDeal]]
    """In the last twelve months, as those lost, which are kept by their reasons."""
    lost: Mapping[int, Mapping[str, tuple[int, ...]]]
    year_before: Mapping[int, OutOf]
    sizes_before: Mapping[int, Mapping[str, tuple[int, int]]]
    open: Mapping[int, Sequence[OpenDeal]]
    slips: Counter[int]
    """By deal."""
    told_apart: frozenset[tuple[str, int]]
    created: Mapping[int, NewDeals]
    quotas: Mapping[int, Sequence[QuotaOf]]
    at_stages: Mapping[int, Mapping[int, AtStage]]
    lost_at: Mapping[int, int]
    """By deal."""


def deal_records(tx: Reading, months: int) -> DealRecords:
    """Everything about deals, today; `months` are those that new deals are compared with."""
    stages = stages_of([(key, name) for key, name in tx.connection.execute(STAGES)])
    all_open = tuple(map(OpenDeal._make, tx.connection.execute(OPEN).all()))
    year = year_back(tx.today)
    won = map(WonDeal._make, tx.connection.execute(WON, _span(year)).all())
    counted = tx.connection.execute(COUNTED, _span(year_before(year)))
    at_stages, lost_at = _by_stage(tx.connection.execute(WAYS, _span(year)).all(), stages)
    return DealRecords(
        stages=stages,
        all_open=all_open,
        won=grouped((deal.rep_id, deal) for deal in won),
        lost=_lost(tx, year),
        year_before={rep_id: OutOf(won, of) for rep_id, won, of in counted},
        sizes_before=_sizes(tx),
        open=grouped((deal.rep_id, deal) for deal in all_open),
        slips=counted_slips(tx.connection.execute(MOVED_DATES).all()),
        told_apart=frozenset((rule, key) for rule, key in tx.connection.execute(TOLD_APART) if key is not None),
        created=_created(tx, months),
        quotas=_quotas(tx),
        at_stages=at_stages,
        lost_at=lost_at,
    )


def _span(period: Period) -> dict[str, date]:
    return {"start": period.start, "end": period.end}


def _lost(tx: Reading, year: Period) -> dict[int, dict[str, tuple[int, ...]]]:
    rows = tx.connection.execute(LOST, _span(year))
    each = grouped((rep_id, (reason, tuple(json.loads(keys)))) for rep_id, reason, keys in rows)
    return {rep_id: dict(reasons) for rep_id, reasons in each.items()}


def _sizes(tx: Reading) -> dict[int, dict[str, tuple[int, int]]]:
    rows = tx.connection.execute(SIZES, _span(year_before(half_year(tx.today))))
    each = grouped((rep_id, (currency, (count, minor or 0))) for rep_id, currency, count, minor in rows)
    return {rep_id: dict(sizes) for rep_id, sizes in each.items()}


def _created(tx: Reading, months: int) -> dict[int, NewDeals]:
    recent, before = new_deal_periods(tx.today, months)
    span = {"start": before.start, "recent": recent.start, "end": recent.end}
    had_any = set(tx.connection.execute(HAD_ANY, {"start": before.start}).scalars())
    return {
        rep_id: NewDeals(tuple(json.loads(keys)), earlier, rep_id in had_any)
        for rep_id, earlier, keys in tx.connection.execute(CREATED, span)
    }


def _quotas(tx: Reading) -> dict[int, list[QuotaOf]]:
    """Of each rep those of the shortest period that holds today: the quarter's rather than the year's."""
    rows = tx.connection.execute(QUOTAS, {"today": tx.today})
    every = grouped(
        (rep_id, QuotaOf(Period(start, end), Money(minor, currency), won))
        for rep_id, start, end, minor, currency, won in rows
    )
    return {rep_id: [quota for quota in each if quota.period == each[0].period] for rep_id, each in every.items()}


def _by_stage(
    ways: Iterable[Sequence[Any]], stages: Mapping[int, StageOf]
) -> tuple[dict[int, dict[int, AtStage]], dict[int, int]]:
    """The closed deals of each rep by the stages they came to, and the stage at which each lost one was lost."""
    keys = {fold(stage.name): key for key, stage in stages.items()}
    went_on: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    stopped: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    lost_at: dict[int, int] = {}
    for rep_id, won, way, deals in ways:
        came_to = [keys[name] for name in stages_on_way(way) if name in keys]
        furthest = max((stages[key].position for key in came_to), default=0)
        deal_ids = json.loads(deals)
        for key in dict.fromkeys(came_to):
            (went_on if won or stages[key].position < furthest else stopped)[rep_id, key].extend(deal_ids)
        if came_to and not won:
            lost_at |= dict.fromkeys(deal_ids, came_to[-1])
    at_stages: defaultdict[int, dict[int, AtStage]] = defaultdict(dict)
    for rep_id, key in {**went_on, **stopped}:
        at_stages[rep_id][key] = AtStage(tuple(went_on[rep_id, key]), tuple(stopped[rep_id, key]))
    return at_stages, lost_at


@lru_cache(maxsize=1024)
def stages_on_way(way: str) -> tuple[str, ...]:
    """The folded names of the stages that a deal left and came to, in order, from what `WAY` tells."""
    return tuple(fold(name) for old_and_new in json.loads(way) for name in old_and_new)
