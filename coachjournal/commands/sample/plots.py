"""The plots of the sample's deals: when each came up, moved, slipped and ended."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, floor
from random import Random

from coachjournal.commands.sample.cast import Selling
from coachjournal.commands.sample.scene import evenly
from coachjournal.commands.sample.working_days import WorkingDays
from coachjournal.rules.deal import Outcome
from coachjournal.rules.period import quarter_of

LAST_OPEN = 4
REACHED = (0.0, 0.14, 0.34, 0.58, 0.8)
"""At which share of its life a deal that is won comes to each of the five open stages."""
SLIP_DAYS = 14
"""Two slips lie at least this far apart, so that each of them is one."""
DRAWN_TO_QUARTERS_END = timedelta(days=45)
DRAWN_FROM = 2
"""What is expected that soon after the end of a quarter, and has come to this stage, is written down for its last days.
"""


@dataclass(slots=True)
class Plot:
    """One deal. Stages are counted from 0; `slips` are days on which the close date moved, with the new date."""

    created_on: date
    stages: list[tuple[date, int]]
    close_on: date
    slips: list[tuple[date, date]]
    amount: int
    outcome: Outcome
    closed_on: date | None
    lost_at: int = LAST_OPEN
    loss_reason: str = ""


def plots(selling: Selling, days: WorkingDays, dice: Random) -> list[Plot]:
    """All deals of one rep, the closed ones first, in order of the day they closed.

    Each has dice of its own, or a slip that today's date leaves out would change the amounts of all that follow.
    """
    closed = [_closed(selling, days, Random(dice.random()), number) for number in range(selling.closed)]
    return closed + [_open(selling, days, Random(dice.random()), number) for number in range(selling.open)]


def _closed(selling: Selling, days: WorkingDays, dice: Random, number: int) -> Plot:
    span = (days.today - days.start).days - 3
    place = (number + 0.5 + dice.uniform(-0.35, 0.35)) / selling.closed
    closed_on = days.before(days.start + timedelta(days=round(span * place)))
    outcome = Outcome.WON if _is_won(selling, number) else Outcome.LOST
    life = max(14, round(selling.cycle * dice.gauss(1 if outcome is Outcome.WON else 0.85, 0.2)))
    created_on = days.before(closed_on - timedelta(days=life))
    last = LAST_OPEN if outcome is Outcome.WON else selling.lost_at[number % len(selling.lost_at)]
    plot = Plot(
        created_on=created_on,
        stages=_stages(created_on, closed_on, last, dice, days),
        close_on=closed_on + timedelta(days=dice.randint(0, 5)),
        slips=[],
        amount=_amount(selling, dice),
        outcome=outcome,
        closed_on=closed_on,
        lost_at=last,
    )
    return _with_slips(plot, _slip_count(selling, dice), closed_on, dice, days)


def _open(selling: Selling, days: WorkingDays, dice: Random, number: int) -> Plot:
    share = selling.youngest + (1.05 - selling.youngest) * (number + dice.uniform(0.2, 0.8)) / selling.open
    created_on = days.ago(round(selling.cycle * share))
    last = sum(share * 0.9 >= reached for reached in REACHED) - 1
    close_on = days.today + timedelta(days=max(5, round(selling.cycle * (1.25 - share)) + dice.randint(0, 12)))
    plot = Plot(
        created_on=created_on,
        stages=_stages(created_on, days.ago(3), last, dice, days),
        close_on=_written_down(close_on, days.today, dice) if last >= DRAWN_FROM else close_on,
        slips=[],
        amount=_amount(selling, dice),
        outcome=Outcome.OPEN,
        closed_on=None,
    )
    return _with_slips(plot, evenly(selling.slips, number), days.ago(2), dice, days)


def _written_down(day: date, today: date, dice: Random) -> date:
    """The day itself, or one of the last of the quarter where that ends not long before."""
    ends = quarter_of(today).end
    if ends <= day < ends + DRAWN_TO_QUARTERS_END:
        return max(today + timedelta(days=1), ends - timedelta(days=dice.randint(1, 8)))
    return day


def _is_won(selling: Selling, number: int) -> bool:
    if isinstance(selling.won, list):
        return number + 1 in selling.won
    return evenly(selling.won, number) > 0


def _stages(start: date, end: date, last: int, dice: Random, days: WorkingDays) -> list[tuple[date, int]]:
    """The days on which the later stages were reached, `last` being the furthest."""
    life = (end - start).days
    furthest = REACHED[last] if last else 1.0
    stretch = min(1.0, 0.85 / furthest) if last < LAST_OPEN else 1.0
    reached = [
        (days.before(start + timedelta(days=round(life * REACHED[stage] * stretch + dice.uniform(-2, 2)))), stage)
        for stage in range(1, last + 1)
    ]
    return [(max(day, start), stage) for day, stage in reached]


def _with_slips(plot: Plot, count: int, until: date, dice: Random, days: WorkingDays) -> Plot:
    """Move the close date so many times, each time on the day it came or some days before."""
    life = (until - plot.created_on).days
    count = min(count, life // (SLIP_DAYS + 6) - 1)
    if count < 1:
        return plot
    step = life / (count + 1)
    moved_on = [
        days.before(plot.created_on + timedelta(days=round(step * (number + 0.8) + dice.uniform(-2, 2))))
        for number in range(count)
    ]
    dates = [day + timedelta(days=dice.randint(0, 3)) for day in moved_on] + [plot.close_on]
    plot.close_on, plot.slips = dates[0], list(zip(moved_on, dates[1:], strict=True))
    return plot


def _slip_count(selling: Selling, dice: Random) -> int:
    return floor(selling.slips + dice.random())


def _amount(selling: Selling, dice: Random) -> int:
    """In whole thousands."""
    return max(8, round(selling.typical * exp(dice.gauss(0, 0.32))))
