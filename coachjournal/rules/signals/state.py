"""How far a signal has come: what the manager decided, and what became of the coaching."""

from collections.abc import Sequence
from datetime import date

from coachjournal.rules.coaching import CoachingStep, SignalState
from coachjournal.rules.signals.finding import Rule
from coachjournal.rules.signals.looking_again import ANSWERED_BY_COACHING

PUT_AWAY = frozenset({SignalState.NOT_NOW, SignalState.CLOSED})


def is_quiet(decided: SignalState | None, returns_on: date | None, today: date, *, still_so: bool) -> bool:
    """Whether a signal is out of the way: put off until its day, or closed, which comes back only if it is still so."""
    if decided not in PUT_AWAY:
        return False
    is_due = returns_on is not None and returns_on <= today
    return not is_due or (decided is SignalState.CLOSED and not still_so)


def state_of(steps: Sequence[CoachingStep]) -> SignalState:
    """How far one has come that is not put away, by what was planned and held about it."""
    if not steps:
        return SignalState.SEEN
    if any(step.held_on is None for step in steps):
        return SignalState.ACTED_ON
    waiting = any(step.looked_on is None and step.look_again_on is not None for step in steps)
    looked = any(step.looked_on is not None for step in steps)
    return SignalState.LOOKED_AGAIN if looked and not waiting else SignalState.HELD


def told_steps(rule: Rule, steps: Sequence[CoachingStep]) -> tuple[CoachingStep, ...]:
    """The steps that belong to a signal as it is now: held coaching that answered it belongs to the one before."""
    if rule in ANSWERED_BY_COACHING:
        return tuple(step for step in steps if step.held_on is None)
    return tuple(steps)
