"""Deals: outcomes, stages, what of a deal is tracked, stalled deals and slips."""

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median
from typing import TypeVar

from coachjournal.rules.money import Money
from coachjournal.rules.period import quarter_of

SLIP_DAYS = 7
"""A close date moved by less is a correction and not a slip."""

STALLED_FACTOR = 1.5
"""How many times the median age of its stage a deal may rest."""

STALLED_SAMPLE = 5
"""With fewer deals at a stage its median says too little."""


class Outcome(StrEnum):
    """How a deal stands. Open deals never count in a win rate."""

    OPEN = "open"
    WON = "won"
    LOST = "lost"


class DealField(StrEnum):
    """The parts of a deal whose every change is recorded."""

    STAGE = "stage"
    AMOUNT = "amount"
    CLOSE_ON = "close_on"
    OWNER = "owner"
    NEXT_STEP = "next_step"


@dataclass(frozen=True, slots=True)
class DefaultStage:
    """A stage that a new journal starts with."""

    name: str
    outcome: Outcome


DEFAULT_STAGES = (
    DefaultStage("Prospect", Outcome.OPEN),
    DefaultStage("Qualify", Outcome.OPEN),
    DefaultStage("Discover", Outcome.OPEN),
    DefaultStage("Propose", Outcome.OPEN),
    DefaultStage("Negotiate", Outcome.OPEN),
    DefaultStage("Closed won", Outcome.WON),
    DefaultStage("Closed lost", Outcome.LOST),
)

_DATED_STEP = re.compile(r"(.*?) ?\((\d{4}-\d{2}-\d{2})\)", re.DOTALL)

_WON_WORDS = frozenset({"won", "closedwon", "closed won", "win", "closed as won"})
_LOST_WORDS = frozenset({"lost", "closedlost", "closed lost", "loss", "closed as lost"})


def outcome_of_stage(name: str) -> Outcome:
    """The outcome that the name of a stage tells in English ("Closed Won", "closed-lost"); any other name is open."""
    words = " ".join(name.casefold().replace("-", " ").replace("_", " ").split())
    if words in _WON_WORDS:
        return Outcome.WON
    return Outcome.LOST if words in _LOST_WORDS else Outcome.OPEN


def recorded_amount(minor: int | None, currency: str) -> str:
    """An amount as a deal's history keeps it: "12000000 EUR" (minor units), "" for none.

    Never without its currency: the deal may be in another one by the time its history is read.
    """
    return "" if minor is None else f"{minor} {currency}"


def amount_of_record(text: str, currency: str) -> Money:
    """The amount that was recorded; `currency` is for one that was recorded without its own."""
    minor, _, own = text.partition(" ")
    return Money(int(minor), own or currency)


def recorded_step(words: str, on: date | str | None) -> str:
    """A next step as a deal's history keeps it: "Send the paper (2026-11-27)", without the day where there is none."""
    return f"{words} ({on})".strip() if on else words


def step_of_record(text: str) -> tuple[str, date | None]:
    """The words and the day of a next step that was recorded."""
    dated = _DATED_STEP.fullmatch(text)
    if dated is None:
        return text, None
    try:
        return dated[1], date.fromisoformat(dated[2])
    except ValueError:  # somebody's own words in brackets, such as (2026-13-45)
        return text, None


def is_slip(old_close_on: date | None, new_close_on: date | None) -> bool:
    """Whether the expected close date moved later by 7 days or more, or past its calendar quarter.

    A date that was set for the first time, taken away or moved earlier is no slip.
    """
    if old_close_on is None or new_close_on is None:
        return False
    moved_days = (new_close_on - old_close_on).days
    return moved_days >= SLIP_DAYS or new_close_on >= quarter_of(old_close_on).end


def age_at_stage(entered_on: date, today: date) -> int:
    """Calendar days since the deal came to the stage it is at: since its last change of stage, else since created."""
    return max((today - entered_on).days, 0)


Stage = TypeVar("Stage", bound=Hashable)


def median_ages(ages: Iterable[tuple[Stage, int]], least: int = STALLED_SAMPLE) -> dict[Stage, float]:
    """Median age in days of the open deals at each stage, from pairs of stage and `age_at_stage`.

    Stages with fewer than 5 (`least`) open deals are left out: there is not enough to say what is usual.
    """
    by_stage: dict[Stage, list[int]] = {}
    for stage, days in ages:
        by_stage.setdefault(stage, []).append(days)
    return {stage: float(median(days)) for stage, days in by_stage.items() if len(days) >= least}


def is_stalled(quiet_days: int, median_age: float | None, times: float = STALLED_FACTOR) -> bool | None:
    """Whether an open deal rests: no change for over 1.5 (`times`) x the median age of the open deals at its stage.

    `quiet_days` are the days since its last recorded change of any kind, else since it was created. None when there is
    no median, that is: not enough deals at the stage.
    """
    if median_age is None:
        return None
    return quiet_days > times * median_age
