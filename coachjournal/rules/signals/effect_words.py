"""A number before and after coaching, in two sentences with their days and samples. Nothing says what caused what."""

from coachjournal.rules.effect import Effect
from coachjournal.rules.figures import LEAST_CLOSED
from coachjournal.rules.money import Money, minor_digits
from coachjournal.rules.signals.finding import Number, Rule, Unit
from coachjournal.rules.signals.sentences import Speaker
from coachjournal.rules.tally import OutOf
from coachjournal.rules.words import counted

_MEASURED = {
    Rule.THIN_PIPELINE: "pipeline cover",
    Rule.FEW_NEW_DEALS: "new deals in 30 days",
    Rule.LOW_WIN_RATE: "won",
    Rule.NO_DECISION: "lost to no decision",
    Rule.LONG_CYCLE: "sales cycle",
    Rule.STALLED_DEAL: "without a change for",
    Rule.SLIPPED: "slips of the close date",
    Rule.SHRINKING: "average deal",
    Rule.LEAKING_STAGE: "went on from the stage",
    Rule.COMMITMENTS_SLIP: "commitments kept",
    Rule.SKILL_FLAT: "level",
    Rule.OWN_TOO_MUCH: "open commitments that are yours",
}
_OF_ALL_DEALS = {Rule.STALLED_DEAL: "open deals at rest", Rule.SLIPPED: "open deals that slipped"}
"""Where the signal is about all open deals of a rep and not about one."""
_COUNTED = {
    Rule.LOW_WIN_RATE: "closed",
    Rule.NO_DECISION: "lost",
    Rule.LONG_CYCLE: "won",
    Rule.SHRINKING: "won",
    Rule.LEAKING_STAGE: "closed",
    Rule.COMMITMENTS_SLIP: "kept or missed",
    Rule.SKILL_FLAT: "rated",
}
_OVER = {
    Rule.THIN_PIPELINE: "no quota is open",
    Rule.STALLED_DEAL: "no longer open",
    Rule.SLIPPED: "no longer open",
    Rule.OWN_TOO_MUCH: "nothing is open",
}
"""Why there is no number today where there was one."""


def effect_words(effect: Effect, speaker: Speaker) -> tuple[str, str]:
    """Before and after: "On 9 Nov: won 3 of 14." and "Since the coaching on 12 Nov: won 4 of 11."."""
    of_all = _OF_ALL_DEALS if effect.then.unit is Unit.SHARE else {}
    measured = of_all.get(effect.rule) or _MEASURED.get(effect.rule, "measured")
    then = f"On {speaker.day(effect.then_on)}: {measured} {number_words(effect.then, speaker)}."
    if effect.is_counted_since and effect.is_too_early:
        return then, _too_early(effect, speaker)
    since = _since(effect, speaker) if effect.is_counted_since else "Today"
    if effect.now is None:
        return then, f"{since}: {_OVER.get(effect.rule, 'there is nothing to count')}."
    return then, f"{since}: {measured} {number_words(effect.now, speaker)}."


def number_words(number: Number, speaker: Speaker) -> str:
    """A value with its sample: "3 of 7", "31% (37 of 120)", "2.4× in 9 deals", "61 days, the median of 12"."""
    match number.unit:
        case Unit.SHARE:
            return _share(number, speaker)
        case Unit.RATIO:
            return f"{speaker.number(round(number.value, 1))}× in {counted(number.n, 'deal')}"
        case Unit.DAYS:
            days = counted(round(number.value), "day")
            return f"{days}, the median of {number.n}" if number.n > 1 else days
        case Unit.MONEY:
            scale = 10 ** minor_digits(number.currency)
            amount = speaker.money(Money(round(number.value / scale) * scale, number.currency))
            return f"{amount}, the mean of {number.n}"
        case Unit.LEVEL | Unit.COUNT:
            return speaker.number(number.value)


def _share(number: Number, speaker: Speaker) -> str:
    """So many of how many; a percentage from as many on as the headlines have one."""
    if number.part is None:
        return f"{speaker.share(number.value)} of {number.n}"
    told = OutOf(number.part, number.n).words
    return told if number.n < LEAST_CLOSED else f"{speaker.share(number.value)} ({told})"


def _since(effect: Effect, speaker: Speaker) -> str:
    """The coaching, unless the number of before was measured after it."""
    if effect.held_on < effect.then_on:
        return "Since then"
    return f"Since the coaching on {speaker.day(effect.held_on)}"


def _too_early(effect: Effect, speaker: Speaker) -> str:
    """What has been counted, and how much it takes: "Too early to tell (3 closed since 12 Nov, it takes 10)."."""
    day = speaker.day(effect.since_on)
    if effect.least_days:
        return f"Too early to tell (it takes {counted(effect.least_days, 'day')} from {day} on)."
    count = effect.now.n if effect.now else 0
    return f"Too early to tell ({count or 'none'} {_COUNTED[effect.rule]} since {day}, it takes {effect.least})."
