"""What a foreign file says about deals, ready to be compared with the journal.

A hundred thousand rows pass through these: a deal is a named tuple and its days are the ISO texts that SQLite keeps.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from coachjournal.rules.deal import Outcome


class ImportedRep(NamedTuple):
    """A rep as a file names them; `email` is "" where it does not say."""

    name: str
    email: str


class ImportedStage(NamedTuple):
    """A stage as a file names it, and how a deal there stands."""

    name: str
    outcome: Outcome


class ImportedDeal(NamedTuple):
    """One row of a file. Days are ISO texts, the amount is in minor units, "" is nothing."""

    external_id: str
    rep: ImportedRep
    account: str
    stage: ImportedStage
    name: str
    outcome: str
    amount: int | None
    currency: str
    forecast_category: str
    created_on: str | None
    close_on: str | None
    closed_on: str | None
    loss_reason: str
    next_step: str
    next_step_on: str | None
    stage_since: str | None
    changed_on: str | None


@dataclass(frozen=True, slots=True)
class DealFile:
    """What a file says about deals. `parts` are the columns of a deal it speaks of: the others stay as they are."""

    name: str
    sha256: str
    deals: Sequence[ImportedDeal]
    parts: frozenset[str]
    refused: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a file adds to and changes in a journal."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    new_reps: tuple[str, ...] = ()
    new_accounts: tuple[str, ...] = ()
    new_stages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JournalTerms:
    """What reading a file needs to know of the journal: amounts without a currency, and what its stages mean."""

    currency: str
    stages: Mapping[str, Outcome]
    """By `plain_words` of their names."""
    today: date


def plain_words(words: str) -> str:
    """Words for comparing names: letters and digits in one case, so "Closed-Won" is "closed won"."""
    return "".join(filter(str.isalnum, words.casefold()))
