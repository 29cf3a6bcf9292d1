"""What the manager decides about a signal: coach it, put it off, close it, recognise a strength."""

from dataclasses import asdict
from datetime import date
from typing import Unpack

from sqlalchemy import ColumnElement, bindparam, exists, select

from coachjournal.commands.coaching_action import ActionFields, look_again, plan_action
from coachjournal.commands.records import filled, found, rep_name
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import CoachingAction, Sighting, Signal
from coachjournal.rules.coaching import ActionKind, SignalState
from coachjournal.rules.signals.evidence import kept_evidence
from coachjournal.rules.signals.finding import SUBJECT, Finding, Number
from coachjournal.rules.signals.looking_again import QUIET, RECOGNISED_QUIET

NO_REASON = "Say in a few words why not now."
NO_DAY = "Choose the day on which it returns."
NOT_AHEAD = "It returns on a later day."
NOTHING_LEARNT = "Say in a few words what was learnt."


def _about(record: type[Signal] | type[Sighting]) -> list[ColumnElement[bool]]:
    """Whether a record is of this rule and subject."""
    return [getattr(record, name).is_not_distinct_from(bindparam(name)) for name in (*SUBJECT, "rule")]


DECIDED = (
    select(Signal).where(*_about(Signal)).where(Signal.state != SignalState.CLOSED).order_by(Signal.id.desc()).limit(1)
)
SEEN = select(Sighting.seen_on).where(*_about(Sighting))
COACHED = select(exists().where(CoachingAction.signal_id == bindparam("of")))


def coach_signal(
    tx: Writing, *, finding: Finding, kind: ActionKind, planned_on: date, **planned: Unpack[ActionFields]
) -> int:
    """Plan coaching about a signal for a day. Returns the action's key. `finding` is `OpenSignal.last`."""
    signal = _decision(tx, finding)
    if not _is_coached(tx, signal):  # what was measured before the first coaching is what later numbers stand beside
        signal.evidence = kept_evidence(finding, tx.today)
    signal.state = SignalState.ACTED_ON
    rep_id = finding.subject.rep_id
    return plan_action(tx, rep_id=rep_id, kind=kind, planned_on=planned_on, signal_id=signal.id, **planned)


def put_off_signal(tx: Writing, *, finding: Finding, reason: str, returns_on: date | None) -> int:
    """Not now: say why, and on which day it returns. Returns the signal's key."""
    reason = filled(reason, "reason", NO_REASON)
    day = _ahead(tx, returns_on)
    signal = _decision(tx, finding)
    signal.state, signal.reason, signal.returns_on = SignalState.NOT_NOW, reason, day
    tx.say(f"Put off a signal about {rep_name(tx, signal.rep_id)}.")
    return signal.id


def close_signal(
    tx: Writing,
    *,
    finding: Finding,
    learnt: str,
    returns_on: date | None = None,
    looked_at: int | None = None,
    now: Number | None = None,
) -> int:
    """Done with it: say what was learnt. It comes back only if it is still so on a day, in 30 days unless told.

    `looked_at` is the action whose number was looked at again for this, and is `now`. Returns the signal's key.
    """
    learnt = filled(learnt, "learnt", NOTHING_LEARNT)
    day = _ahead(tx, returns_on or tx.today + QUIET)
    if looked_at is not None:
        look_again(tx, action_id=looked_at, now=now)
    signal = _decision(tx, finding)
    _close(tx, signal, day, learnt)
    tx.say(f"Closed a signal about {rep_name(tx, signal.rep_id)}.")
    return signal.id


def reopen_signal(tx: Writing, *, signal_id: int) -> None:
    """Have one back that was put off or closed."""
    signal = found(tx, Signal, signal_id)
    about = {column: getattr(signal, column) for column in (*SUBJECT, "rule")}
    if tx.session.scalars(DECIDED, about).one_or_none() not in (None, signal):
        raise Rejected("This signal is open already.")
    signal.state = SignalState.ACTED_ON if _is_coached(tx, signal) else SignalState.SEEN
    signal.returns_on = signal.closed_on = None
    tx.say(f"Open again: a signal about {rep_name(tx, signal.rep_id)}.")


def recognise(tx: Writing, *, finding: Finding, text: str = "") -> int:
    """Tell the rep, today, what they did well; the signal rests for 90 days then. Returns the action's key."""
    signal = _decision(tx, finding)
    action_id = plan_action(
        tx,
        rep_id=signal.rep_id,
        kind=ActionKind.RECOGNISE,
        planned_on=tx.today,
        text=text,
        signal_id=signal.id,
    )
    found(tx, CoachingAction, action_id).held_on = tx.today
    _close(tx, signal, tx.today + RECOGNISED_QUIET, "")
    tx.say(f"Recognised {rep_name(tx, signal.rep_id)}.")
    return action_id


def _decision(tx: Writing, finding: Finding) -> Signal:
    """What was decided about a signal and is not closed, else a new record with its evidence."""
    subject = finding.subject
    rep_name(tx, subject.rep_id)
    about = {**asdict(subject), "rule": finding.rule.value}
    decided = tx.session.scalars(DECIDED, about).one_or_none()
    if decided is not None:
        return decided
    signal = Signal(
        rep_id=subject.rep_id,
        rule=finding.rule,
        deal_id=subject.deal_id,
        skill_id=subject.skill_id,
        stage_id=subject.stage_id,
        goal_id=subject.goal_id,
        seen_on=tx.session.scalars(SEEN, about).one_or_none() or tx.today,
        evidence=kept_evidence(finding, tx.today),
    )
    tx.session.add(signal)
    tx.session.flush()
    return signal


def _is_coached(tx: Writing, signal: Signal) -> bool:
    """Whether coaching about it is planned or was held."""
    return tx.session.execute(COACHED, {"of": signal.id}).scalar_one()


def _close(tx: Writing, signal: Signal, returns_on: date, learnt: str) -> None:
    signal.state, signal.closed_on, signal.returns_on = SignalState.CLOSED, tx.today, returns_on
    signal.learnt = learnt


def _ahead(tx: Writing, day: date | None) -> date:
    if day is None:
        raise Rejected(NO_DAY, field="returns_on")
    if day <= tx.today:
        raise Rejected(NOT_AHEAD, field="returns_on")
    return day
