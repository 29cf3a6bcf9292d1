"""Free hours of the manager: within working hours, beside meetings and what stands in the diary already."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import Conversation, TimeEntry
from coachjournal.queries.absences import absences
from coachjournal.queries.meetings import meetings
from coachjournal.queries.working_hours import working_hours
from coachjournal.rules.conversation import ConversationStatus
from coachjournal.rules.free_time import free_starts
from coachjournal.rules.period import Period

MANAGER = 0
"""No rep has this key: their absences are those of everybody."""
ENTRIES = select(TimeEntry.starts_at, TimeEntry.minutes).where(
    TimeEntry.day >= bindparam("start"), TimeEntry.day < bindparam("end")
)
HELD = (
    select(Conversation.starts_at, Conversation.minutes)
    .where(Conversation.held_on >= bindparam("start"), Conversation.held_on < bindparam("end"))
    .where(Conversation.status == ConversationStatus.HELD, Conversation.starts_at.is_not(None))
)
"""Of today; what is planned is among the meetings."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Free minutes from an aware instant on, which is a whole quarter of an hour."""

    start: datetime
    minutes: int


def free_slots(tx: Reading, period: Period, minutes: int, *, rep_id: int | None = None) -> tuple[Slot, ...]:
    """From now on, in order: one behind the other, each so long. On days when the rep is away there are none."""
    days = {"start": period.start, "end": period.end}
    busy = [(each.starts_at, each.minutes) for each in meetings(tx, period) if each.starts_at and not each.away]
    busy += [(row.starts_at, row.minutes) for asked in (ENTRIES, HELD) for row in tx.connection.execute(asked, days)]
    return tuple(
        Slot(start, minutes)
        for opens, closes in _open_hours(tx, period, rep_id)
        for start in free_starts(busy, max(opens, tx.now), closes, minutes)
    )


def _open_hours(tx: Reading, period: Period, rep_id: int | None) -> Iterator[tuple[datetime, datetime]]:
    hours, away = working_hours(tx), absences(tx, since=tx.today)
    days = (period.start + timedelta(days=number) for number in range(period.days))
    for day in days:
        if day >= tx.today and away.on(rep_id or MANAGER, day) is None:
            for opens, closes in hours.spans(day):
                yield tx.clock.instant(day, opens), tx.clock.instant(day, closes)
