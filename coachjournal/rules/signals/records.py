"""What the rules are given of a rep: deals, conversations, commitments, ratings and goals, as far as they count."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain
from statistics import median
from typing import NamedTuple

from coachjournal.rules.cadence import Cadence, CadenceKind, Standing, standing
from coachjournal.rules.conversation import Side
from coachjournal.rules.money import Money
from coachjournal.rules.period import Period
from coachjournal.rules.tally import OutOf


class WonDeal(NamedTuple):
    """A deal that was won."""

    rep_id: int
    deal_id: int
    closed_on: date
    created_on: date | None = None
    amount: int | None = None
    currency: str = ""

    @property
    def cycle_days(self) -> int | None:
        """Days from created to closed; None where that cannot be told."""
        if self.created_on is None or self.created_on > self.closed_on:
            return None
        return (self.closed_on - self.created_on).days


class OpenDeal(NamedTuple):
    """A deal that is open. `entered_on` is since when it is at its stage, `quiet_since` the day of its last change."""

    rep_id: int
    deal_id: int
    name: str
    stage_id: int
    close_on: date | None = None
    entered_on: date | None = None
    quiet_since: date | None = None
    amount: int | None = None
    currency: str = ""
    next_step: str = ""


class AtStage(NamedTuple):
    """The closed deals that are known to have come to a stage: keys of those that were won or came to a later one, and
    of those that were lost there.
    """

    went_on: tuple[int, ...]
    stopped: tuple[int, ...]

    @property
    def share(self) -> float:
        """Of all that came, those that went on."""
        return len(self.went_on) / self.came

    @property
    def came(self) -> int:
        return len(self.went_on) + len(self.stopped)


class QuotaOf(NamedTuple):
    """A quota that runs today, and what was won towards it, in minor units of its currency."""

    period: Period
    quota: Money
    won_minor: int


class NewDeals(NamedTuple):
    """The deals that came up in the last 30 days, how many did in the months before, and whether any did earlier."""

    now: tuple[int, ...] = ()
    before: int = 0
    had_any: bool = False
    """Only then are they months of data."""


class SettledCommitment(NamedTuple):
    """A commitment of the rep that was kept or not."""

    commitment_id: int
    kept: bool


class OpenCommitment(NamedTuple):
    """A commitment that is open, and whose it is."""

    commitment_id: int
    owner: Side


class Rated(NamedTuple):
    """A level of a skill, seen by the manager."""

    rating_id: int
    level: float
    on: date


class Achieved(NamedTuple):
    """A goal that was achieved."""

    goal_id: int
    title: str
    on: date


@dataclass(frozen=True, slots=True)
class Without:
    """How many days a rep has been without what a cadence asks for; no conversation when there never was any."""

    kind: CadenceKind
    days: int
    cadence: Cadence
    last_on: date | None = None
    conversation_id: int | None = None

    @property
    def standing(self) -> Standing:
        return standing(self.days, self.cadence)


_NONE, _NO_DEALS = OutOf(0, 0), NewDeals()


@dataclass(frozen=True)
class RepRecords:
    """One rep. Settled commitments are newest first, ratings oldest first."""

    rep_id: int
    won_deals: tuple[WonDeal, ...] = ()
    """Of the last twelve months."""
    lost_deals: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Of the last twelve months, by the reason that is told; "" for none."""
    year_before: OutOf = _NONE
    """Won, of those closed in the twelve months before these."""
    sizes_before: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """By currency, how many were won in the twelve months before the last half-year, and for how many minor units."""
    open: tuple[OpenDeal, ...] = ()
    slips: Mapping[int, int] = field(default_factory=dict)
    """How often the close date slipped, by open deal."""
    told_apart: frozenset[tuple[str, int]] = frozenset()
    """Rule and key of the deals that were told one by one before, whoever's they are."""
    created: NewDeals = _NO_DEALS
    quotas: tuple[QuotaOf, ...] = ()
    """Of the shortest period that holds today; several only in several currencies."""
    stages: Mapping[int, AtStage] = field(default_factory=dict)
    """Of the deals closed in the last twelve months, by stage."""
    lost_at: Mapping[int, int] = field(default_factory=dict)
    """The stage at which a deal was lost, of those of which it is known."""
    without: tuple[Without, ...] = ()
    settled: tuple[SettledCommitment, ...] = ()
    commitments: tuple[OpenCommitment, ...] = ()
    ratings: Mapping[int, tuple[Rated, ...]] = field(default_factory=dict)
    """Of the last twelve months, by skill."""
    achieved: tuple[Achieved, ...] = ()

    @cached_property
    def lost(self) -> tuple[int, ...]:
        """All deals lost in the last twelve months."""
        return tuple(chain.from_iterable(self.lost_deals.values()))

    @property
    def closed(self) -> tuple[int, ...]:
        """All deals closed in the last twelve months."""
        return (*(deal.deal_id for deal in self.won_deals), *self.lost)

    @cached_property
    def won(self) -> OutOf:
        """Won, of those closed in the last twelve months."""
        return OutOf(len(self.won_deals), len(self.won_deals) + len(self.lost))

    @cached_property
    def cycles(self) -> tuple[tuple[int, int], ...]:
        """Key and days from created to closed of the deals won in the last twelve months that have both days."""
        return tuple((deal.deal_id, days) for deal in self.won_deals if (days := deal.cycle_days) is not None)

    @cached_property
    def cycle_days(self) -> float | None:
        """Their median."""
        return float(median(days for _, days in self.cycles)) if self.cycles else None
