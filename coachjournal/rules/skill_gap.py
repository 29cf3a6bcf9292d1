"""How far two people see a skill apart, and how one might begin to talk about it."""

from datetime import date

from coachjournal.rules.period import Period, quarter_of

_STEPS = {0.5: "half a level", 1: "a level", 1.5: "one and a half levels", 2: "two levels", 3: "three levels"}


def round_of(day: date) -> Period:
    """The quarter: both sides look at the skills once in it, and what they said in it is compared."""
    return quarter_of(day)


def distance_to(target: float | None, level: float | None) -> float | None:
    """How far a level is below its target; 0 where it is reached, None where one of them is not known."""
    return None if target is None or level is None else max(0.0, round(target - level, 1))


def seen_apart(by_rep: float, by_manager: float) -> float:
    """How much higher the rep sees the skill than the manager does; below 0 it is the other way round."""
    return round(by_rep - by_manager, 1)


def gap_words(skill: str, rep: str, apart: float) -> str:
    """A sentence to the manager about it: "You see Discovery a level higher than Dana does. Say what you saw."."""
    if apart == 0:
        return f"You both see {skill} alike."
    steps = _STEPS.get(abs(apart), f"{abs(apart):g} levels")
    if apart < 0:
        return f"You see {skill} {steps} higher than {rep} does. Say what you saw."
    return f"{rep} sees {skill} {steps} higher than you do. Ask what they saw."
