"""Signals as they stand: what a rule finds today, since when, and what the manager decided and did about it."""

from dataclasses import dataclass
from datetime import date

from coachjournal.journal import Reading
from coachjournal.rules.coaching import CoachingStep, SignalState
from coachjournal.rules.effect import Effect
from coachjournal.rules.signals.finding import Finding, Rule, Subject


@dataclass(frozen=True, slots=True)
class OpenSignal:
    """One signal that waits for something: for a decision, for coaching, or to be looked at again."""

    signal_id: int | None
    """None until the manager decided something about it."""
    finding: Finding | None
    """What the rule finds today; None when it is no longer so."""
    last: Finding
    """What it tells: today's finding, or the last one where it is no longer so. Commands are given this."""
    rule: Rule
    subject: Subject
    rep: str
    name: str
    """What the deal, skill, stage or goal is called; "" where the rule is about the rep alone."""
    state: SignalState
    seen_on: date
    steps: tuple[CoachingStep, ...]
    """What was planned and held about it, in order of day."""
    returns_on: date | None
    """Since when it is back after it was put off or closed; of a quiet one, when it returns."""
    reason: str
    """Why it was put off; "" otherwise."""
    effect: Effect | None
    """Before and after; None until coaching about it was held."""
    learnt: str = ""
    """What was learnt when it was closed, for one that came back or is quiet."""
    closed_on: date | None = None
    noted_on: date | None = None
    """The day on which it was last noted that it is so; see `to_note`."""
    look_again: CoachingStep | None = None
    """The held step whose number is to be looked at again by today."""

    @property
    def is_no_longer_so(self) -> bool:
        return self.finding is None

    @property
    def is_still_so(self) -> bool:
        """Whether it is true after coaching about it was held."""
        return self.finding is not None and any(step.held_on for step in self.steps)


def open_signals(tx: Reading, *, rep_id: int | None = None) -> tuple[OpenSignal, ...]:
    """Every signal that is open, of one rep or of all, in the order of the morning page; see rules.signal_order."""
    raise NotImplementedError(tx, rep_id)


def quiet_signals(tx: Reading, *, rep_id: int | None = None) -> tuple[OpenSignal, ...]:
    """Those put off ("not now") and closed, the latest first, with the reason or what was learnt."""
    raise NotImplementedError(tx, rep_id)


def to_note(signals: tuple[OpenSignal, ...], today: date) -> tuple[Finding, ...]:
    """What `note_sightings` is to be told after signals were shown; empty when it was all noted today."""
    if all(signal.finding is None or signal.noted_on == today for signal in signals):
        return ()
    return tuple(signal.finding for signal in signals if signal.finding is not None)
