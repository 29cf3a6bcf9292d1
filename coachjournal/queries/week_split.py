"""How the manager's week is split, beside their aims and their own last eight weeks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from coachjournal.queries.hours import CountedHour
from coachjournal.queries.settings import Settings
from coachjournal.rules.period import Period, week_of
from coachjournal.rules.time_entry import TimeSplit, split_time

WEEKS = 8
FEWEST_WEEKS = 3
"""Below this many weeks with hours there is no "usual"."""
DAYS_TOO_EARLY = 2
MINUTES_TOO_FEW = 4 * 60
"""On the first two days of a week, and while under four hours are noted, a share would say more about the calendar
than about the manager: the week before is told instead."""

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class WeekSplit:
    """The week that is told (`split`), and this week so far; the two are the same once this week says enough."""

    week: Period
    split: TimeSplit
    is_this_week: bool
    this_week: TimeSplit
    usual_share: float | None
    """The coaching share of the eight weeks before the one told; None with hours in fewer than three of them."""
    coaching_floor: float
    desk_ceiling: float


def weeks_told(this_week: Period) -> Period:
    """The weeks whose hours a split needs: this one, the last, and the eight before."""
    return Period(this_week.start - (WEEKS + 1) * _WEEK, this_week.end)


def week_split(hours: Iterable[CountedHour], chosen: Settings, today: date) -> WeekSplit:
    """The split of this week, or on its first days of the last one. `hours` are those of `weeks_told`."""
    this_week = week_of(today, chosen.week_start)
    by_week = _by_week(hours, chosen.week_start)
    now = by_week.get(this_week.start, TimeSplit())
    before = by_week.get(this_week.start - _WEEK, TimeSplit())
    too_early = (today - this_week.start).days < DAYS_TOO_EARLY or now.minutes < MINUTES_TOO_FEW
    tell_last = too_early and before.minutes > 0
    told = Period(this_week.start - _WEEK, this_week.start) if tell_last else this_week
    return WeekSplit(
        week=told,
        split=before if tell_last else now,
        is_this_week=not tell_last,
        this_week=now,
        usual_share=_usual_share(by_week.get(told.start - number * _WEEK) for number in range(1, WEEKS + 1)),
        coaching_floor=chosen.coaching_floor,
        desk_ceiling=chosen.desk_ceiling,
    )


def _by_week(hours: Iterable[CountedHour], week_start: int) -> dict[date, TimeSplit]:
    """The split of each week by its first day."""
    days: dict[date, list[CountedHour]] = {}
    for hour in hours:
        days.setdefault(hour.day, []).append(hour)
    weeks: dict[date, list[CountedHour]] = {}
    for day, pieces in days.items():
        weeks.setdefault(week_of(day, week_start).start, []).extend(pieces)
    return {start: split_time(pieces) for start, pieces in weeks.items()}


def _usual_share(weeks: Iterable[TimeSplit | None]) -> float | None:
    """All minutes with people / all minutes, travel left out: a long week weighs more than a short one."""
    filled = [week for week in weeks if week is not None and week.minutes_without_travel]
    if len(filled) < FEWEST_WEEKS:
        return None
    with_people = sum((week.coaching_share or 0) * week.minutes_without_travel for week in filled)
    return with_people / sum(week.minutes_without_travel for week in filled)
