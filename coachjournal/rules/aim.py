"""The manager's own weekly aims: at least so much of the week with people, at most so much at the desk."""

from coachjournal.rules.time_entry import TimeGroup, TimeSplit


def minutes_to_add(split: TimeSplit, floor: float) -> int | None:
    """Minutes with people that would bring a week in progress to the floor (a share, 0 to 1): the week grows by them.

    From (people + x) / (week + x) = floor, x = (floor × week − people) / (1 − floor), travel left out of the week.
    0 when the floor is reached; None when no number of minutes does it: the floor is the whole week.
    """
    wanted = _wanted(split, floor)
    if wanted <= 0:
        return 0
    return None if floor >= 1 else round(wanted / (1 - floor))


def minutes_to_move(split: TimeSplit, floor: float) -> int:
    """Minutes of a finished week that would have had to go to people instead: floor × week − people, 0 if reached."""
    return max(0, round(_wanted(split, floor)))


def _wanted(split: TimeSplit, floor: float) -> float:
    return floor * split.minutes_without_travel - split.by_group[TimeGroup.PEOPLE]
