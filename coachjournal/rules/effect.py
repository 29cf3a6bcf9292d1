"""Before and after coaching: two numbers with their days and samples. Nothing here says what caused what."""

from dataclasses import dataclass
from datetime import date

from coachjournal.rules.signals.finding import Number, Rows, RowsOf, Rule

_NO_ROWS = Rows(RowsOf.DEALS)


@dataclass(frozen=True, slots=True)
class Effect:
    """What a rule measured when coaching was decided on, and what it measures of the time since it was held."""

    rule: Rule
    then: Number
    then_on: date
    held_on: date
    """The first coaching about it."""
    now: Number | None
    """None where nothing was counted yet, or what it was about is over: the deal closed, the quota was reached."""
    now_on: date
    least: int = 0
    """How much must be counted since to tell; 0 for what is read off as it stands today."""
    least_days: int = 0
    """How long it must be since: a number of thirty days takes thirty days."""
    rows: Rows = _NO_ROWS
    """What the number of now was counted from."""

    @property
    def since_on(self) -> date:
        """What is counted of a time (a rate, a median) is counted after this day; nothing of it is in `then`."""
        return max(self.held_on, self.then_on)

    @property
    def is_counted_since(self) -> bool:
        """Whether the number of now is counted of the time since, rather than read off as it stands."""
        return self.least > 0 or self.least_days > 0

    @property
    def is_too_early(self) -> bool:
        """Whether too little was counted since to set beside the number of before."""
        counted = self.now.n if self.now else 0
        return counted < self.least or (self.now_on - self.since_on).days < self.least_days
