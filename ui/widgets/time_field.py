"""A time of day, typed as people type it: "9", "930", "9:30", "14.05", "2 pm"; it may stay empty."""

import re
from datetime import time

from PySide6.QtWidgets import QLineEdit

from coachjournal.errors import Rejected

_CLOCK = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))? ?([ap]m)?", re.IGNORECASE)
_NOON = 12
NOT_A_TIME = "A time looks like 9:30."


class TimeField(QLineEdit):
    """Leaving it writes the time out in full."""

    def __init__(self, at: time | None = None) -> None:
        super().__init__()
        self.setPlaceholderText("9:30")
        self.setToolTip("For example 9, 930 or 14:05")
        self.show_time(at)
        self.editingFinished.connect(self._write_out)

    def show_time(self, at: time | None) -> None:
        self.setText(at.strftime("%H:%M") if at else "")

    def time(self, field: str) -> time | None:
        """What stands here, None when it is empty. Raises Rejected for the field when it is no time."""
        typed = self.text().strip()
        if not typed:
            return None
        at = parse_time(typed)
        if at is None:
            raise Rejected(NOT_A_TIME, field=field)
        return at

    def _write_out(self) -> None:
        at = parse_time(self.text().strip())
        if at is not None:
            self.show_time(at)


def parse_time(typed: str) -> time | None:
    """The time meant by what was typed, or None."""
    clock = _CLOCK.fullmatch(typed)
    if clock is None:
        return None
    hour, minute = int(clock[1]), int(clock[2] or 0)
    if clock[3]:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if clock[3].lower() == "pm" else 0)
    return time(hour, minute) if hour <= time.max.hour and minute <= time.max.minute else None
