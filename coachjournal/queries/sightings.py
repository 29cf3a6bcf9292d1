"""What the journal remembers about signals: since when a rule has held, and what the manager decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import bindparam, or_, select

from coachjournal.journal import Reading
from coachjournal.model import Rep, Sighting, Signal
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.coaching import SignalState
from coachjournal.rules.signals.evidence import Evidence, evidence_of
from coachjournal.rules.signals.finding import SUBJECT, Rule, Subject

LISTED_FOR = timedelta(days=60)
"""How long a signal that nobody coached stays listed once it is no longer so."""
REMEMBERED_FOR = timedelta(days=365)
"""How long a closed signal is told: what was learnt a year ago is in the coaching log."""

SignalKey = tuple[Rule, Subject]
OF_REPS = [
    Rep.archived_on.is_(None),
    or_(bindparam("rep_id").is_(None), Rep.id == bindparam("rep_id")),
]
REPS = select(Rep.id, Rep.name).where(*OF_REPS)
SEEN = (
    select(Sighting.rule, *(getattr(Sighting, name) for name in SUBJECT))
    .add_columns(Sighting.seen_on, Sighting.last_on, Sighting.evidence)
    .join(Rep, Rep.id == Sighting.rep_id)
    .where(*OF_REPS, Sighting.last_on >= bindparam("since"))
)
DECIDED = (
    select(Signal.rule, *(getattr(Signal, name) for name in SUBJECT))
    .add_columns(Signal.id, Signal.state, Signal.seen_on, Signal.evidence)
    .add_columns(Signal.returns_on, Signal.reason, Signal.closed_on, Signal.learnt)
    .join(Rep, Rep.id == Signal.rep_id)
    .where(*OF_REPS)
    .where(or_(Signal.state != SignalState.CLOSED, Signal.returns_on >= bindparam("since")))
    .order_by(Signal.id)
)


@dataclass(frozen=True, slots=True)
class Seen:
    """Since when a rule has held, when it last did, and what it found then."""

    seen_on: date
    last_on: date
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Decision:
    """What the manager decided about a signal."""

    signal_id: int
    state: SignalState
    seen_on: date
    evidence: Evidence
    """What was found when it was decided, or when the first coaching was planned."""
    returns_on: date | None
    reason: str
    closed_on: date | None
    learnt: str


def rep_names(tx: Reading, rep_id: int | None) -> dict[int, str]:
    """The active reps, or one of them."""
    return dict(tx.connection.execute(REPS, {"rep_id": rep_id}).all())


def seen_lately(tx: Reading, rep_id: int | None) -> dict[SignalKey, Seen]:
    """What was found in the last sixty days."""
    rows = tx.connection.execute(SEEN, {"rep_id": rep_id, "since": tx.today - LISTED_FOR})
    return {key: Seen(row.seen_on, row.last_on, _evidence(row, key)) for key, row in _keyed(rows)}


def decisions(tx: Reading, rep_id: int | None) -> dict[SignalKey, list[Decision]]:
    """What was decided, the latest last: one that came back after it was closed is decided anew."""
    kept: dict[SignalKey, list[Decision]] = {}
    rows = tx.connection.execute(DECIDED, {"rep_id": rep_id, "since": tx.today - REMEMBERED_FOR})
    for key, row in _keyed(rows):
        kept.setdefault(key, []).append(_decision(row, key))
    return kept


def _keyed(rows: Iterable[AnyRow]) -> Iterable[tuple[SignalKey, AnyRow]]:
    return (((Rule(row.rule), Subject(*(getattr(row, name) for name in SUBJECT))), row) for row in rows)


def _evidence(row: AnyRow, key: SignalKey) -> Evidence:
    return evidence_of(row.evidence, *key)


def _decision(row: AnyRow, key: SignalKey) -> Decision:
    return Decision(
        signal_id=row.id,
        state=SignalState(row.state),
        seen_on=row.seen_on,
        evidence=_evidence(row, key),
        returns_on=row.returns_on,
        reason=row.reason,
        closed_on=row.closed_on,
        learnt=row.learnt,
    )
