"""The preparation of a one-on-one, three minutes to read. Nothing private gets here."""

from dataclasses import dataclass
from datetime import date

from coachjournal.journal import Reading
from coachjournal.queries.agenda import ToRaise
from coachjournal.queries.deals_page import DealLine
from coachjournal.queries.rep_page import ConversationRow, GoalRow, RepCommitment, RepHead
from coachjournal.rules.brief import BriefFigure, Why
from coachjournal.rules.signals.finding import Finding, Number
from coachjournal.rules.tally import OutOf


@dataclass(frozen=True, slots=True)
class BriefGoal:
    """An active goal, and every value it has had, from its baseline on."""

    goal: GoalRow
    values: tuple[tuple[date, float], ...]


@dataclass(frozen=True, slots=True)
class BriefDeal:
    """An open deal and why it is listed, the weightiest reason first."""

    line: DealLine
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class BriefNumber:
    """A figure with the sample it was counted from."""

    figure: BriefFigure
    number: Number


@dataclass(frozen=True, slots=True)
class BrightSpot:
    """Something to recognise: a finding, or in words what was won, kept or seen, and where it comes from."""

    finding: Finding | None
    words: str
    on: date | None
    deal_id: int | None = None
    conversation_id: int | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything a brief shows; what does not fit is counted by whoever lays it out."""

    rep: RepHead
    manager: str
    made_on: date
    to_raise: tuple[ToRaise, ...]
    """The rep's own first."""
    last_one_on_one: ConversationRow | None
    last_coaching: ConversationRow | None
    """Where that was something else, later."""
    commitments: tuple[RepCommitment, ...]
    """Open ones, the rep's before the manager's."""
    kept: OutOf
    goals: tuple[BriefGoal, ...]
    deals: tuple[BriefDeal, ...]
    open_deals: int
    numbers: tuple[BriefNumber, ...]
    notes: tuple[ConversationRow, ...]
    bright_spot: BrightSpot | None
    questions: tuple[str, ...]
    """What to ask in a one-on-one."""


def brief(tx: Reading, *, rep_id: int) -> Brief | None:
    """The brief of one rep, or None when there is no such rep (any more)."""
    raise NotImplementedError
