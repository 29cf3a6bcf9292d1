"""Before and after coaching: two numbers with their days and samples. Nothing here says what caused what."""

from dataclasses import dataclass
from datetime import date

from coachjournal.rules.signals.finding import Number, Rule


@dataclass(frozen=True, slots=True)
class Effect:
    """What a rule measured when coaching was decided on, and what it measures of the time since it was held."""

    rule: Rule
    then: Number
    then_on: date
    held_on: date
    """The first coaching about it. What is counted of a time (a rate, a median) is counted since this day."""
    now: Number | None
    """None where nothing was counted yet."""
    now_on: date
    least: int
    """The rule's minimum sample, as far as one is needed to tell; 0 for what is read off as it stands today."""

    @property
    def is_too_early(self) -> bool:
        """Whether too little was counted since to set beside the number of before."""
        return self.now is None or self.now.n < self.least
