"""Before and after coaching: what a signal measured when coaching was decided on, and what is measured since."""

from sqlalchemy import bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import Commitment, Deal
from coachjournal.queries.sightings import Decision
from coachjournal.rules.coaching import CoachingStep
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import Side
from coachjournal.rules.deal import Outcome
from coachjournal.rules.effect import Effect
from coachjournal.rules.signals.finding import Rows, Rule
from coachjournal.rules.signals.looking_again import ANSWERED_BY_COACHING
from coachjournal.rules.signals.open_deals import stalled_deals
from coachjournal.rules.signals.records import RepRecords, SettledCommitment
from coachjournal.rules.signals.since import (
    LEAST_DAYS,
    OF_CLOSED_DEALS,
    ClosedSince,
    Since,
    least_of,
    measured_since,
)
from coachjournal.rules.signals.yardstick import Yardstick

CLOSED = (
    select(Deal.id, Deal.outcome == Outcome.WON, Deal.closed_on, Deal.created_on, Deal.amount)
    .add_columns(Deal.currency, Deal.loss_reason)
    .where(Deal.rep_id == bindparam("rep_id"), Deal.outcome.in_((Outcome.WON, Outcome.LOST)))
    .where(Deal.closed_on > bindparam("since_on"), Deal.closed_on <= bindparam("today"))
)
SETTLED = select(Commitment.id, Commitment.status == CommitmentStatus.KEPT).where(
    *(Commitment.rep_id == bindparam("rep_id"), Commitment.owner == Side.REP),
    Commitment.status.in_((CommitmentStatus.KEPT, CommitmentStatus.NOT_KEPT)),
    *(Commitment.ended_on > bindparam("since_on"), Commitment.ended_on <= bindparam("today")),
)


def effect_of(
    tx: Reading, decision: Decision, steps: tuple[CoachingStep, ...], rep: RepRecords, by: Yardstick
) -> Effect | None:
    """None until coaching was held, and of a strength: nobody asks what recognition did to it."""
    then, rule = decision.evidence, decision.evidence.finding.rule
    held = [step.held_on for step in steps if step.held_on is not None]
    if not held or rule.is_strength or rule in ANSWERED_BY_COACHING:
        return None
    first = min(held)
    since_on = max(first, then.on)  # a talk of last week may be what was coached, and its week is in the number of then
    since = {"rep_id": rep.rep_id, "since_on": since_on, "today": tx.today}
    closed = tx.connection.execute(CLOSED, since) if rule in OF_CLOSED_DEALS else ()
    settled = tx.connection.execute(SETTLED, since) if rule is Rule.COMMITMENTS_SLIP else ()
    stalled = len(stalled_deals(rep, by)) if rule is Rule.STALLED_DEAL else 0
    counted = measured_since(
        Since(
            *(rep, then.finding, since_on, tx.today, tuple(map(ClosedSince._make, closed))),
            *(tuple(map(SettledCommitment._make, settled)), stalled),
        )
    )
    return Effect(
        rule=rule,
        then=then.finding.number,
        then_on=then.on,
        held_on=first,
        now=counted.number if counted else None,
        now_on=tx.today,
        least=least_of(rule, by.limits),
        least_days=LEAST_DAYS.get(rule, 0),
        rows=Rows(then.finding.rows.of, counted.keys if counted else ()),
    )
