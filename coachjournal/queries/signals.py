"""Signals as they stand: what a rule finds today, since when, and what the manager decided and did about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from coachjournal.journal import Reading
from coachjournal.queries.coaching import steps_about
from coachjournal.queries.effects import effect_of
from coachjournal.queries.findings import measured
from coachjournal.queries.sightings import Decision, Seen, SignalKey, decisions, rep_names, seen_lately
from coachjournal.rules.coaching import CoachingStep, SignalState
from coachjournal.rules.effect import Effect
from coachjournal.rules.signals.every_rule import found
from coachjournal.rules.signals.finding import Finding, Rule, Subject
from coachjournal.rules.signals.looking_again import ANSWERED_BY_COACHING
from coachjournal.rules.signals.order import Place, Waits, in_order
from coachjournal.rules.signals.state import PUT_AWAY, is_quiet, state_of, told_steps


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
    def draft_key(self) -> str:
        """Under what an editor keeps the words about it: "signal.7.low_win_rate", of whom first."""
        subject = self.subject
        about = (subject.deal_id, subject.skill_id, subject.stage_id, subject.goal_id)
        return ".".join(("signal", str(subject.rep_id), self.rule, *(str(key) for key in about if key is not None)))

    @property
    def is_no_longer_so(self) -> bool:
        return self.finding is None

    @property
    def is_still_so(self) -> bool:
        """Whether it is true after coaching about it was held."""
        return self.finding is not None and any(step.held_on for step in self.steps)

    @property
    def is_waiting(self) -> bool:
        """Whether it counts as open: it is so today, or its number is to be looked at again."""
        return self.finding is not None or self.look_again is not None


def open_signals(tx: Reading, *, rep_id: int | None = None) -> tuple[OpenSignal, ...]:
    """Every signal that is open, of one rep or of all, in the order of the morning page; see `rules.signals.order`."""
    listed = [signal for signal in _every(tx, rep_id) if signal.state not in PUT_AWAY]
    return in_order([(_place(signal), signal) for signal in listed])


def quiet_signals(tx: Reading, *, rep_id: int | None = None) -> tuple[OpenSignal, ...]:
    """Those put off ("not now") and closed, the latest first, with the reason or what was learnt."""
    quiet = [signal for signal in _every(tx, rep_id) if signal.state in PUT_AWAY]
    return tuple(sorted(quiet, key=lambda signal: signal.signal_id or 0, reverse=True))


def waiting_signals(tx: Reading, *, rep_id: int | None = None) -> int:
    """How many are open, without those that are only listed because they were so lately."""
    return sum(signal.is_waiting for signal in open_signals(tx, rep_id=rep_id))


def to_note(signals: Sequence[OpenSignal], today: date) -> tuple[Finding, ...]:
    """What `note_sightings` is to be told after signals were shown; empty when it was all noted today."""
    if all(signal.finding is None or signal.noted_on == today for signal in signals):
        return ()
    return tuple(signal.finding for signal in signals if signal.finding is not None)


def _every(tx: Reading, rep_id: int | None) -> Iterator[OpenSignal]:
    """Open and quiet: those of today, and those no longer so of which something is remembered."""
    reps, by = measured(tx)
    today = {
        (each.rule, each.subject): each for each in found((rep for rep in reps if rep_id in {None, rep.rep_id}), by)
    }
    records = {rep.rep_id: rep for rep in reps}
    names, seen, decided = rep_names(tx, rep_id), seen_lately(tx, rep_id), decisions(tx, rep_id)
    steps = steps_about(tx, (each.signal_id for kept in decided.values() for each in kept))
    for key in dict.fromkeys([*today, *decided, *seen]):
        kept = decided.get(key, [])
        last = kept[-1] if kept else None
        known = _Known(key, names[key[1].rep_id], today.get(key), seen.get(key), last, tx.today)
        done = told_steps(key[0], steps.get(last.signal_id, [])) if last else ()
        if _is_listed(known, done, is_off=key[0] in by.limits.off):
            effect = effect_of(tx, last, done, records[key[1].rep_id], by) if last and not known.is_back else None
            yield _signal(known, done, effect)
        for earlier in kept[:-1]:
            if earlier.state is SignalState.CLOSED:
                closed = _Known(key, known.rep, None, None, earlier, tx.today)
                yield _signal(closed, tuple(steps.get(earlier.signal_id, ())), None)


class _Known(NamedTuple):
    """What is known about one signal."""

    key: SignalKey
    rep: str
    finding: Finding | None
    seen: Seen | None
    decision: Decision | None
    today: date

    @property
    def is_quiet(self) -> bool:
        last = self.decision
        return last is not None and is_quiet(last.state, last.returns_on, self.today, still_so=self.finding is not None)

    @property
    def is_back(self) -> bool:
        """Whether it was closed and is told anew, since it is still so."""
        return self.decision is not None and self.decision.state is SignalState.CLOSED and not self.is_quiet


def _is_listed(known: _Known, steps: Sequence[CoachingStep], *, is_off: bool) -> bool:
    """Whether it is told at all: what is no longer so only if it was coached, or for a while; no deal that moved on."""
    if known.finding is not None or known.is_quiet:
        return True
    rule, subject = known.key
    if rule in ANSWERED_BY_COACHING:
        return False
    has_moved_on = rule is Rule.STALLED_DEAL and subject.deal_id is not None
    return bool(steps) or (known.seen is not None and not is_off and not has_moved_on)


def _signal(known: _Known, steps: tuple[CoachingStep, ...], effect: Effect | None) -> OpenSignal:
    """One that came back after it was closed begins anew; what was learnt then is told."""
    rule, subject = known.key
    decision, last = known.decision, _last(known)
    put_away = decision is not None and decision.state in PUT_AWAY
    steps = () if known.is_back else steps
    return OpenSignal(
        signal_id=None if decision is None or known.is_back else decision.signal_id,
        finding=known.finding,
        last=last,
        rule=rule,
        subject=subject,
        rep=known.rep,
        name=last.name,
        state=decision.state if decision is not None and known.is_quiet else state_of(steps),
        seen_on=_seen_on(known),
        steps=steps,
        returns_on=decision.returns_on if decision and put_away else None,
        reason=decision.reason if decision and decision.state is SignalState.NOT_NOW else "",
        effect=effect,
        learnt=decision.learnt if decision and put_away else "",
        closed_on=decision.closed_on if decision and put_away else None,
        noted_on=known.seen.last_on if known.seen else None,
        look_again=next((step for step in steps if step.is_to_look_at(known.today)), None),
    )


def _last(known: _Known) -> Finding:
    """Today's finding, or the last one that is remembered."""
    if known.finding is not None:
        return known.finding
    remembered = known.seen or known.decision
    if remembered is None:
        raise LookupError(f"nothing is known about {known.key}")
    return remembered.evidence.finding


def _seen_on(known: _Known) -> date:
    """Since when it is so. What coaching answers is a new one each time."""
    of_this_one = known.decision is not None and not known.is_back and known.key[0] not in ANSWERED_BY_COACHING
    if known.decision is not None and of_this_one:
        return known.decision.seen_on
    return known.seen.seen_on if known.seen else known.today


def _place(signal: OpenSignal) -> Place:
    return Place(_waits(signal), signal.rule, signal.subject.rep_id, signal.seen_on)


def _waits(signal: OpenSignal) -> Waits:
    if signal.look_again is not None:
        return Waits.TO_LOOK_AGAIN
    if signal.is_no_longer_so:
        return Waits.NO_LONGER_SO
    return Waits.FOR_COACHING if signal.state is SignalState.SEEN else Waits.COACHED
