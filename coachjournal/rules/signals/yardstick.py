"""What a rep is measured by: the limits, and what is usual in the team."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import median
from typing import NamedTuple

from coachjournal.rules.deal import age_at_stage, median_ages
from coachjournal.rules.signals.finding import Finding
from coachjournal.rules.signals.limits import SHIPPED, Limit, Limits
from coachjournal.rules.signals.records import OpenDeal, RepRecords

TEAM_SAMPLE = 3
"""With fewer reps of whom there is enough to tell, the median of a team is one of them and says nothing."""

_FLOAT_NOISE = 1e-9
"""0.5 - 0.4 is a trace less than 0.1: what is exactly at a limit is to count as there."""


class Usual(NamedTuple):
    """A median, and of how many reps (or, of a stage's age, deals)."""

    value: float
    n: int


class StageOf(NamedTuple):
    """An open stage. `early` are the first half of them, the middle one included."""

    name: str
    position: int
    early: bool


@dataclass(frozen=True, slots=True)
class Yardstick:
    """The day, the limits and the team's medians; a median is missing where there is not enough to tell."""

    today: date
    limits: Limits = SHIPPED
    win_rate: Usual | None = None
    cycle: Usual | None = None
    stage_ages: Mapping[int, Usual] = field(default_factory=dict)
    went_on: Mapping[int, Usual] = field(default_factory=dict)
    """The share of deals that go on from a stage."""
    stages: Mapping[int, StageOf] = field(default_factory=dict)
    skills: Mapping[int, str] = field(default_factory=dict)


RuleOf = Callable[[RepRecords, Yardstick], Iterator[Finding]]
"""A rule: what it finds in the records of a rep. Below its least sample it finds nothing."""


def yardstick(
    reps: Sequence[RepRecords],
    all_open: Iterable[OpenDeal],
    *,
    today: date,
    limits: Limits = SHIPPED,
    stages: Mapping[int, StageOf] | None = None,
    skills: Mapping[int, str] | None = None,
) -> Yardstick:
    """What is usual in a team of these reps; `all_open` are the open deals of everybody, whoever had them."""
    return Yardstick(
        today=today,
        limits=limits,
        win_rate=_usual(_rates(reps, limits.count(Limit.WIN_RATE_CLOSED))),
        cycle=_usual(_cycles(reps, limits.count(Limit.CYCLE_WON))),
        stage_ages=_stage_ages(all_open, today, limits.count(Limit.STALLED_BESIDE)),
        went_on=_went_on(reps, limits.count(Limit.LEAK_ENTERED)),
        stages=stages or {},
        skills=skills or {},
    )


def stages_of(names: Sequence[tuple[int, str]]) -> dict[int, StageOf]:
    """The open stages, from their keys and names in the order deals go through them."""
    middle = (len(names) + 1) // 2
    return {key: StageOf(name, position, early=position < middle) for position, (key, name) in enumerate(names)}


def at_least(value: float, least: float) -> bool:
    """Whether a measured value reaches a limit, exactly at it included."""
    return value >= least - _FLOAT_NOISE


def above(value: float, most: float) -> bool:
    """Whether a measured value is beyond a limit, exactly at it not."""
    return value > most + _FLOAT_NOISE


def _rates(reps: Iterable[RepRecords], least: int) -> Iterator[float]:
    return (rep.won.share for rep in reps if rep.won.share is not None and rep.won.of >= least)


def _cycles(reps: Iterable[RepRecords], least: int) -> Iterator[float]:
    return (rep.cycle_days for rep in reps if rep.cycle_days is not None and len(rep.cycles) >= least)


def _went_on(reps: Iterable[RepRecords], least: int) -> dict[int, Usual]:
    shares: dict[int, list[float]] = {}
    for rep in reps:
        for stage_id, deals in rep.stages.items():
            if deals.came >= least:
                shares.setdefault(stage_id, []).append(deals.share)
    return {stage_id: usual for stage_id, each in shares.items() if (usual := _usual(each))}


def _stage_ages(deals: Iterable[OpenDeal], today: date, least: int) -> dict[int, Usual]:
    ages = [(deal.stage_id, age_at_stage(deal.entered_on, today)) for deal in deals if deal.entered_on]
    beside: dict[int, int] = {}
    for stage_id, _ in ages:
        beside[stage_id] = beside.get(stage_id, 0) + 1
    return {stage_id: Usual(days, beside[stage_id]) for stage_id, days in median_ages(ages, least).items()}


def _usual(values: Iterable[float]) -> Usual | None:
    known = list(values)
    return Usual(float(median(known)), len(known)) if len(known) >= TEAM_SAMPLE else None
