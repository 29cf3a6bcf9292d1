"""The only place that asks what time it is."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from typing import Protocol


class Clock(Protocol):
    """Tells the time: the machine's, or in tests a fixed one."""

    def now(self) -> datetime:
        """The instant, aware, in UTC."""

    def today(self) -> date:
        """The manager's calendar day."""

    def instant(self, day: date, at: time) -> datetime:
        """When the manager's clock shows `at` on `day`, aware, in UTC."""

    def local(self, instant: datetime) -> datetime:
        """An aware instant as the manager's clock shows it."""


class SystemClock:
    """The machine's clock, in the machine's time zone."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return datetime.now().astimezone().date()

    def instant(self, day: date, at: time) -> datetime:
        return datetime.combine(day, at).astimezone(UTC)

    def local(self, instant: datetime) -> datetime:
        return instant.astimezone()


@dataclass(frozen=True)
class FixedClock:
    """A clock that stands still at an aware instant."""

    standing_at: datetime
    zone: tzinfo = UTC

    def now(self) -> datetime:
        return self.standing_at.astimezone(UTC)

    def today(self) -> date:
        return self.standing_at.astimezone(self.zone).date()

    def instant(self, day: date, at: time) -> datetime:
        return datetime.combine(day, at, self.zone).astimezone(UTC)

    def local(self, instant: datetime) -> datetime:
        return instant.astimezone(self.zone)
