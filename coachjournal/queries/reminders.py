"""What one may be reminded of today, all at once: it is asked once and looked at from minute to minute."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import bindparam, func, select

from coachjournal.journal import Reading
from coachjournal.model import Commitment, Rep, Setting
from coachjournal.queries.absences import absences
from coachjournal.queries.coaching import to_look_at_again
from coachjournal.queries.meetings import Meeting, meetings
from coachjournal.queries.working_hours import working_hours
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import Side
from coachjournal.rules.names import first_name
from coachjournal.rules.period import Period
from coachjournal.rules.reminders import DueToday, MeetingAhead, ReminderChoice, stored_choice
from coachjournal.rules.setting import SettingName
from coachjournal.rules.working_hours import WorkingHours

CHOICE = select(Setting.value).where(Setting.name == SettingName.REMINDERS)
MINE = (
    select(func.count())
    .select_from(Commitment)
    .join(Rep, Rep.id == Commitment.rep_id)
    .where(Commitment.status == CommitmentStatus.OPEN, Commitment.due_on <= bindparam("today"))
    .where(Commitment.owner == Side.MANAGER, Rep.archived_on.is_(None))
)


@dataclass(frozen=True, slots=True)
class Agenda:
    """Everything that reminders of one day are made of; nothing on a day on which the manager is away."""

    day: date
    hours: WorkingHours
    choice: ReminderChoice
    meetings: tuple[MeetingAhead, ...] = ()
    due: DueToday = field(default_factory=DueToday)


def reminder_choice(tx: Reading) -> ReminderChoice:
    """As the manager chose."""
    return stored_choice(tx.connection.execute(CHOICE).scalar())


def agenda(tx: Reading) -> Agenda:
    """That of today."""
    today = Period(tx.today, tx.today + timedelta(days=1))
    hours, choice = working_hours(tx), reminder_choice(tx)
    away = absences(tx, since=tx.today)
    if any(each.rep_id is None and tx.today in each.period for each in away.all):
        return Agenda(tx.today, hours, choice)
    mine = tx.connection.execute(MINE, {"today": tx.today}).scalar_one()
    return Agenda(
        day=tx.today,
        hours=hours,
        choice=choice,
        meetings=tuple(
            _ahead(meeting, tx.clock.local(meeting.starts_at))
            for meeting in meetings(tx, today)
            if meeting.starts_at is not None and not meeting.held and not meeting.away
        ),
        due=DueToday(mine, len(to_look_at_again(tx))),
    )


def _ahead(meeting: Meeting, starts_at: datetime) -> MeetingAhead:
    return MeetingAhead(
        rep_id=meeting.rep_id,
        first_name=first_name(meeting.rep),
        kind=meeting.kind,
        starts_at=starts_at,
        conversation_id=meeting.conversation_id,
    )
