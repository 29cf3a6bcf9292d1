"""The meetings of the sample's manager that have their hour in the week."""

from datetime import date, time
from typing import NamedTuple

from coachjournal.commands.sample.cast import resource
from coachjournal.commands.sample.diary import Diary
from coachjournal.commands.sample.shapes import FixedMeetingRow, HoursRow
from coachjournal.commands.sample.working_days import WorkingDays
from coachjournal.rules.time_entry import TimeCategory

MOVES_BY = 90
"""Minutes by which such a meeting gives way; it is left out where that is not enough."""


class FixedMeeting(NamedTuple):
    """One of them, booked."""

    title: str
    day: date
    at: time
    minutes: int
    category: TimeCategory


def book_fixed_meetings(days: WorkingDays, diary: Diary) -> list[FixedMeeting]:
    """Every week's meetings up to yesterday."""
    return [
        meeting
        for number, week in enumerate(days.weeks())
        for row in resource("hours", HoursRow)["fixed"]
        if number % row["every"] == 0 and (meeting := _book(diary, row, week)) is not None
    ]


def _book(diary: Diary, row: FixedMeetingRow, week: list[date]) -> FixedMeeting | None:
    day = next((day for day in week if day.weekday() == row["weekday"]), None)
    if day is None:
        return None
    hour = time.fromisoformat(row["at"])
    at = diary.book(day, row["minutes"], hour.hour * 60 + hour.minute, within=MOVES_BY)
    return None if at is None else FixedMeeting(row["title"], day, at, row["minutes"], TimeCategory(row["category"]))
