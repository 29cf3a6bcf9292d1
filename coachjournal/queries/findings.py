"""What the rules find about the active reps today, and the rows each finding was counted from."""

from dataclasses import dataclass
from datetime import date

from coachjournal.journal import Reading
from coachjournal.rules.money import Money
from coachjournal.rules.signals.finding import Finding, RowsOf


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A row that a finding was counted from. `text` is empty for what is private."""

    of: RowsOf
    key: int
    text: str
    """A deal's name, the first line of a conversation, a commitment, a skill, a goal's title."""
    beside: str
    """The account of a deal, the kind of a conversation, who owns a commitment."""
    on: date | None
    """When it closed, should close, took place, ended or is due."""
    state: str
    """How it stands, as it is written: "Lost at Propose", "Kept"."""
    money: Money | None = None
    level: float | None = None


def findings(tx: Reading, *, rep_id: int | None = None) -> tuple[Finding, ...]:
    """What holds today of one rep or of all active ones: by name, then in the order of the rules."""
    del tx, rep_id
    return ()


def finding_rows(tx: Reading, finding: Finding) -> tuple[FindingRow, ...]:
    """The rows a finding was counted from, the latest first."""
    del tx, finding
    return ()
