"""The manager's diary: who wants an hour gets one that is free."""

from datetime import date, time

QUARTER = 15
OPENS, CLOSES = 8 * 60, 18 * 60 + 30
LUNCH = range(12 * 60 + 15, 13 * 60, QUARTER)
WHOLE_DAY = 180
"""Who is on the road for more than three hours eats there."""


class Diary:
    """Every day in quarters of an hour; minutes are counted from midnight."""

    def __init__(self) -> None:
        self._taken: dict[date, set[int]] = {}

    def book(self, day: date, minutes: int, wanted: int, *, travel: int = 0, within: int = CLOSES) -> time | None:
        """The free start nearest to the wanted one, within so many minutes, now taken with half of the travel on each
        side; None if there is none.
        """
        taken = self._taken.setdefault(day, set(LUNCH))
        in_the_way = taken - set(LUNCH) if minutes > WHOLE_DAY else taken
        around = -(-travel // 2 // QUARTER) * QUARTER
        starts = range(OPENS, CLOSES - minutes - around + 1, QUARTER)
        for start in sorted(starts, key=lambda start: abs(start - wanted)):
            quarters = range(start - around, start + minutes + around, QUARTER)
            if abs(start - wanted) <= within and in_the_way.isdisjoint(quarters):
                taken.update(quarters)
                return time(start // 60, start % 60)
        return None

    def minutes_taken(self, day: date) -> int:
        """How much of the day is taken, lunch left out."""
        return QUARTER * len(self._taken.get(day, set()) - set(LUNCH))
