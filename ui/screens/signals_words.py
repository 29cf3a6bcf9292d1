"""Signals and coaching steps in the words of the window."""

from datetime import date

from coachjournal.queries.finding_rows import FindingRow
from coachjournal.queries.signals import OpenSignal
from coachjournal.rules.coaching import CoachingStep, SignalState
from coachjournal.rules.signals.effect_words import number_words
from coachjournal.rules.signals.finding import Number
from coachjournal.rules.signals.words import told
from ui.locale import Locale
from ui.widgets.marks import Tone
from ui.widgets.signal_row import COACH, LOOK_AGAIN, NOT_NOW, RECOGNISE, Act, SignalLine

_NO_LONGER = "no longer so"


def signal_line(signal: OpenSignal, locale: Locale) -> SignalLine:
    """A signal as its row says it."""
    words = told(signal.last, locale)
    state, tone = state_of(signal, locale)
    return SignalLine(signal.rep, words.headline, detail_of(signal, words.detail, locale), acts_of(signal), state, tone)


def detail_of(signal: OpenSignal, detail: str, locale: Locale) -> str:
    """What stands below the sentence: for one that was put off or closed, why."""
    match signal.state:
        case SignalState.NOT_NOW:
            return signal.reason
        case SignalState.CLOSED:
            return signal.learnt
        case _ if signal.returns_on is not None:
            return f"Back since {locale.day(signal.returns_on)}. {detail}".rstrip()
        case _:
            return detail


def state_of(signal: OpenSignal, locale: Locale) -> tuple[str, Tone]:
    """How far it has come; "" while nothing was decided."""
    if signal.state is SignalState.NOT_NOW:
        return f"back {locale.near_day(signal.returns_on)}" if signal.returns_on else "not now", Tone.PLAIN
    if signal.state is SignalState.CLOSED:
        return f"closed {locale.day(signal.closed_on)}" if signal.closed_on else "closed", Tone.PLAIN
    if signal.look_again is not None:
        gone = f"{_NO_LONGER}, " if signal.is_no_longer_so else ""
        return gone + _look_again(signal.look_again, locale), Tone.AMBER
    if signal.is_no_longer_so:
        return _NO_LONGER, Tone.PEOPLE
    return _coaching(signal, locale)


def _look_again(step: CoachingStep, locale: Locale) -> str:
    since, today = step.look_again_on, locale.clock.today()
    return "look again today" if since is None or since == today else f"look again since {locale.day(since)}"


def _coaching(signal: OpenSignal, locale: Locale) -> tuple[str, Tone]:
    planned = next_step(signal.steps)
    held = [step.held_on for step in signal.steps if step.held_on is not None]
    if planned is not None and not held:
        return planned_words(planned, locale), Tone.AMBER if planned.is_late(locale.clock.today()) else Tone.PEOPLE
    if signal.state is SignalState.LOOKED_AGAIN and planned is None:
        return "still so after coaching", Tone.AMBER
    return (f"coaching since {locale.day(min(held))}", Tone.PEOPLE) if held else ("", Tone.PLAIN)


def planned_words(step: CoachingStep, locale: Locale) -> str:
    """When a step is planned for: "planned today", "planned, 3 days late"."""
    due = locale.due(step.planned_on)
    return f"planned, {due}" if step.is_late(locale.clock.today()) else f"planned {due}"


def acts_of(signal: OpenSignal) -> tuple[Act, ...]:
    """What can be done about it, what fits best first."""
    if signal.state in {SignalState.NOT_NOW, SignalState.CLOSED}:
        return ()
    if signal.rule.is_strength:
        return RECOGNISE, NOT_NOW, COACH
    if signal.look_again is not None or signal.is_no_longer_so:
        return LOOK_AGAIN, COACH, NOT_NOW
    if signal.is_still_so:
        return COACH, NOT_NOW, LOOK_AGAIN
    return COACH, NOT_NOW


def next_step(steps: tuple[CoachingStep, ...]) -> CoachingStep | None:
    """The first that is planned and not held."""
    return next((step for step in steps if step.held_on is None), None)


def step_day(step: CoachingStep, locale: Locale) -> str:
    """When it took place, or is to: "held 9 Nov", "planned Fri"."""
    return planned_words(step, locale) if step.held_on is None else f"held {locale.day(step.held_on)}"


def looked_words(step: CoachingStep, locale: Locale) -> str:
    """When its number is looked at again; or when it was, with the number then and now."""
    if step.looked_on is not None:
        numbers = "" if step.then is None or step.now is None else f": {_from_to(step.then, step.now, locale)}"
        return f"looked at again {locale.day(step.looked_on)}{numbers}"
    if step.look_again_on is None:
        return ""
    return f"look again {_on(step.look_again_on, locale)}"


def _from_to(then: Number, now: Number, locale: Locale) -> str:
    return f"{number_words(then, locale)} → {number_words(now, locale)}"


def _on(day: date, locale: Locale) -> str:
    return "today" if day == locale.clock.today() else f"on {locale.day(day)}"


def finding_row_words(row: FindingRow, locale: Locale) -> tuple[str, str, str]:
    """A row that a number came from: its name, what stands beside it, and how it stands below."""
    day = "" if row.on is None else locale.day(row.on)
    worth = locale.short_money(row.money) if row.money is not None else ""
    level = f"level {locale.number(row.level)}" if row.level is not None else ""
    below = ", ".join(filter(None, (row.state, day, worth, level)))
    return row.text or "Private", row.beside, below
