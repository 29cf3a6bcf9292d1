"""The only place that asks what time it is."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from typing import Protocol


class Clock(Protocol):
    """Tells the time: the machine's, or in tests a fixed one."""

    def now(self) -> datetime:
        """The instant, aware, in UTC."""

    def today(self) -> date:
        """The manager's calendar day."""


class SystemClock:
    """The machine's clock, in the machine's time zone."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return datetime.now().astimezone().date()


@dataclass(frozen=True)
class FixedClock:
    """A clock that stands still at an aware instant."""

    instant: datetime
    zone: tzinfo = UTC

    def now(self) -> datetime:
        return self.instant.astimezone(UTC)

    def today(self) -> date:
        return self.instant.astimezone(self.zone).date()
