"""A number before and after coaching, in two sentences with their days and samples. Nothing says what caused what."""

from coachjournal.rules.effect import Effect
from coachjournal.rules.money import Money
from coachjournal.rules.signals.finding import Number, Rule, Unit
from coachjournal.rules.signals.limits import limits_of
from ui.locale import Locale

_SMALL = 20
"""Below so many rows a share is told as "3 of 7"."""
MEASURED = {
    Rule.THIN_PIPELINE: "pipeline cover",
    Rule.FEW_NEW_DEALS: "new deals in 30 days",
    Rule.LOW_WIN_RATE: "win rate",
    Rule.NO_DECISION: "lost to no decision",
    Rule.LONG_CYCLE: "sales cycle",
    Rule.STALLED_DEAL: "without a change for",
    Rule.SLIPPED: "slipped",
    Rule.SHRINKING: "average deal",
    Rule.LEAKING_STAGE: "went on from this stage",
    Rule.NOT_COACHED: "without coaching for",
    Rule.COMMITMENTS_SLIP: "commitments kept",
    Rule.SKILL_FLAT: "level",
    Rule.OWN_TOO_MUCH: "open commitments that are yours",
    Rule.NO_FIELD_TIME: "without a joint call for",
    Rule.SKILL_UP: "level",
    Rule.GOAL_ACHIEVED: "goal",
    Rule.ABOVE_TEAM: "measured",
}


def effect_words(effect: Effect, locale: Locale) -> tuple[str, ...]:
    """Before and after: "Then, 9 Nov: win rate 4 of 29." "Since the coaching of 12 Nov: win rate 2 of 8."."""
    measured = MEASURED[effect.rule]
    then = f"Then, {locale.day(effect.then_on)}: {measured} {number_words(effect.then, locale)}."
    since = f"Since the coaching of {locale.day(effect.held_on)}"
    if effect.now is None:
        return then, f"{since} nothing was counted yet. Too early to tell."
    now = f"{since}: {measured} {number_words(effect.now, locale)}."
    return (then, f"{now} {_too_early(effect)}") if effect.is_too_early else (then, now)


def number_words(number: Number, locale: Locale) -> str:
    """A value with its sample: "3 of 7", "31% of 120", "2.4×, of 9", "61 days, of 12"."""
    if number.unit is Unit.SHARE and number.part is not None and number.n < _SMALL:
        return f"{number.part} of {number.n}"
    value = _value(number, locale)
    return f"{value} (n {number.n})" if number.n > 1 else value


def _value(number: Number, locale: Locale) -> str:
    match number.unit:
        case Unit.SHARE:
            return locale.share(number.value)
        case Unit.RATIO:
            return f"{locale.number(number.value, decimals=1)}×"
        case Unit.DAYS:
            return f"{locale.number(round(number.value))} days"
        case Unit.MONEY:
            return locale.short_money(Money(round(number.value), number.currency))
        case Unit.LEVEL | Unit.COUNT:
            return locale.number(number.value)


def _too_early(effect: Effect) -> str:
    unit = next((limit.shape.unit for limit in limits_of(effect.rule) if limit.shape.is_sample), "")
    return f"Too early to tell: it takes {effect.least} {unit}".rstrip() + "."
