"""The figures of a period's hours: by group, by category, by rep, and the two shares."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from coachjournal.journal import Reading
from coachjournal.model import Rep
from coachjournal.queries.hours import counted_hours
from coachjournal.rules.names import fold
from coachjournal.rules.period import Period
from coachjournal.rules.time_entry import TimeCategory, TimeGroup, split_time

NAMES = select(Rep.id, Rep.name)


@dataclass(frozen=True, slots=True)
class TimeFigures:
    """Counted minutes, no minute twice. Shares are 0 to 1, travel left out; None when nothing is noted."""

    start: date
    end: date
    """The first day that no longer belongs."""
    minutes: int
    by_group: Mapping[TimeGroup, int]
    by_category: Mapping[TimeCategory, int]
    """Every group and every category is there, with 0 where nothing is noted."""
    by_rep: Mapping[str, int]
    """Only reps who got time, by name."""
    coaching_share: float | None
    desk_share: float | None


def time_figures(tx: Reading, *, start: date, end: date) -> TimeFigures:
    """The figures of the days from `start` up to, not including, `end`."""
    split = split_time(counted_hours(tx, Period(start, end)))
    return TimeFigures(
        start=start,
        end=end,
        minutes=split.minutes,
        by_group=split.by_group,
        by_category={category: split.by_category.get(category, 0) for category in TimeCategory},
        by_rep=_named(tx, split.by_rep),
        coaching_share=split.coaching_share,
        desk_share=split.desk_share,
    )


def _named(tx: Reading, by_rep: Mapping[int, int]) -> dict[str, int]:
    """Minutes by name, in the order of the alphabet; two reps of one name are added up."""
    named: dict[str, int] = {}
    for rep_id, name in tx.connection.execute(NAMES):
        if by_rep.get(rep_id):
            named[name] = named.get(name, 0) + by_rep[rep_id]
    return dict(sorted(named.items(), key=lambda item: fold(item[0])))
