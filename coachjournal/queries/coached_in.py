"""What a conversation coaches on: the signals its actions are about, as they were when that was decided."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import CoachingAction, Signal
from coachjournal.rules.signals.evidence import evidence_of
from coachjournal.rules.signals.finding import SUBJECT, Finding, Rule, Subject

COACHED = (
    select(
        *(CoachingAction.id, CoachingAction.text, CoachingAction.look_again_on, CoachingAction.looked_on),
        *(Signal.rule, Signal.evidence),
        *(getattr(Signal, name) for name in SUBJECT),
    )
    .outerjoin(Signal, Signal.id == CoachingAction.signal_id)
    .where(CoachingAction.conversation_id == bindparam("conversation_id"))
    .order_by(CoachingAction.id)
)


@dataclass(frozen=True, slots=True)
class CoachedOn:
    """One thing that a conversation is about; `finding` is None for coaching that no signal led to."""

    action_id: int
    text: str
    finding: Finding | None
    look_again_on: date | None


def coached_in(tx: Reading, *, conversation_id: int) -> tuple[CoachedOn, ...]:
    """All that it is about, in the order in which that was decided."""
    rows = tx.connection.execute(COACHED, {"conversation_id": conversation_id})
    coached = []
    for row in rows:
        finding = None
        if row.rule is not None:
            subject = Subject(*(getattr(row, name) for name in SUBJECT))
            finding = evidence_of(row.evidence, Rule(row.rule), subject).finding
        again = row.look_again_on if row.looked_on is None else None
        coached.append(CoachedOn(row.id, row.text, finding, again))
    return tuple(coached)
