"""When the manager works."""

from collections.abc import Collection
from datetime import time

from coachjournal.commands.setting import put
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.rules.setting import SettingName

_SUNDAY = 6


def set_working_hours(tx: Writing, *, weekdays: Collection[int], start: time, end: time) -> None:
    """Set the days, Monday = 0, and the hours, which lie on one day."""
    if not weekdays or not all(0 <= day <= _SUNDAY for day in weekdays):
        raise Rejected("Choose at least one day on which you work.", field="weekdays")
    if end <= start:
        raise Rejected("The working day ends after it begins.", field="end")
    hours = {"weekdays": sorted(set(weekdays)), "start": f"{start:%H:%M}", "end": f"{end:%H:%M}"}
    put(tx, SettingName.WORKING_HOURS, hours)
    tx.say("Changed your working hours.")
