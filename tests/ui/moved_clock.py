"""A clock that a test moves by hand."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time


@dataclass
class MovedClock:
    """Stands still until `at` is set."""

    at: datetime

    def now(self) -> datetime:
        return self.at

    def today(self) -> date:
        return self.at.date()

    def instant(self, day: date, at: time) -> datetime:
        return datetime.combine(day, at, UTC)

    def local(self, instant: datetime) -> datetime:
        return instant.astimezone(UTC)
