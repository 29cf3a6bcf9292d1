"""Coaching actions: what is planned, and what took place."""

from coachjournal.journal import Reading
from coachjournal.rules.coaching import CoachingStep
from coachjournal.rules.period import Period


def coaching_steps(tx: Reading, *, rep_id: int | None = None, period: Period | None = None) -> tuple[CoachingStep, ...]:
    """Every coaching action of a rep or of all active ones, in order of day; in a period those planned or held in it.

    One made into a conversation is held once that took place, and planned again when that is gone.
    """
    raise NotImplementedError(tx, rep_id, period)


def coaching_ahead(tx: Reading, *, rep_id: int | None = None) -> tuple[CoachingStep, ...]:
    """What is planned and not held, the earliest first: also what should have been by now."""
    raise NotImplementedError(tx, rep_id)


def to_look_at_again(tx: Reading, *, rep_id: int | None = None) -> tuple[CoachingStep, ...]:
    """What was held and is to be looked at again by today."""
    raise NotImplementedError(tx, rep_id)
