"""The Time page: a week of work piece by piece, what it adds up to, and who got the manager's time of late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import Conversation, Rep, TimeEntry
from coachjournal.queries.first_lines import BEGINNING, shown_line
from coachjournal.queries.rows import AnyRow
from coachjournal.queries.settings import settings
from coachjournal.rules.conversation import ConversationStatus
from coachjournal.rules.names import fold
from coachjournal.rules.overlap import counted_minutes
from coachjournal.rules.period import Period, last_days, week_of
from coachjournal.rules.time_entry import TimeCategory, TimeSplit, split_time

OF_LATE = 30
"""Days over which the time of each rep is told."""

CONVERSATIONS = (
    select(
        Conversation.id,
        Conversation.held_on.label("day"),
        Conversation.starts_at,
        Conversation.minutes,
        Conversation.travel_minutes,
        Conversation.kind,
        Conversation.private,
        BEGINNING,
        Conversation.rep_id,
        Rep.name.label("rep"),
    )
    .join(Rep, Rep.id == Conversation.rep_id)
    .where(Conversation.held_on >= bindparam("start"), Conversation.held_on < bindparam("end"))
    .where(Conversation.status == ConversationStatus.HELD)
    .order_by(Conversation.held_on, Conversation.id)
)
ENTRIES = (
    select(
        TimeEntry.id,
        TimeEntry.day,
        TimeEntry.starts_at,
        TimeEntry.minutes,
        TimeEntry.category,
        TimeEntry.title,
        TimeEntry.calendar_uid,
        TimeEntry.rep_id,
        Rep.name.label("rep"),
    )
    .outerjoin(Rep, Rep.id == TimeEntry.rep_id)
    .where(TimeEntry.day >= bindparam("start"), TimeEntry.day < bindparam("end"))
    .where(TimeEntry.conversation_id.is_(None))
    .order_by(TimeEntry.day, TimeEntry.id)
)
REPS = select(Rep.id, Rep.name, Rep.archived_on)


class Source(StrEnum):
    """Where a piece of work is written down. The way to a conversation is part of the conversation."""

    ENTRY = "entry"
    CALENDAR = "calendar"
    CONVERSATION = "conversation"
    WAY = "way"


class Timed(NamedTuple):
    """A piece of work, as far as overlaps go."""

    starts_at: datetime | None
    minutes: int
    is_conversation: bool


@dataclass(frozen=True, slots=True)
class Work:
    """One piece of work. `key` is of the time entry, or of the conversation; `counted` leaves overlaps out."""

    source: Source
    key: int
    day: date
    starts_at: datetime | None
    length: int
    counted: int
    category: TimeCategory
    called: str
    """What it counts as, in words: the kind of a conversation, the category of anything else."""
    title: str
    rep_id: int | None
    rep: str
    private: bool = False

    @property
    def minutes(self) -> int:
        """What it adds to the split."""
        return self.counted

    @property
    def is_conversation(self) -> bool:
        return self.source in {Source.CONVERSATION, Source.WAY}


@dataclass(frozen=True, slots=True)
class RepTime:
    """Minutes of the last thirty days with one rep."""

    rep_id: int
    name: str
    minutes: int


@dataclass(frozen=True, slots=True)
class TimePage:
    """`work` covers the week and the days of late, in order of time; `of_late` ends with the week, or with today."""

    week: Period
    of_late: Period
    work: tuple[Work, ...]
    split: TimeSplit
    """Of the week."""
    overlapping: int
    """Minutes of the week that are written down twice and count once."""
    by_rep: tuple[RepTime, ...]
    """In the order of names."""
    team: tuple[tuple[int, str], ...]
    """Active reps by name."""
    coaching_floor: float
    desk_ceiling: float

    @property
    def work_of_week(self) -> tuple[Work, ...]:
        return tuple(piece for piece in self.work if piece.day in self.week)


def time_page(tx: Reading, *, day: date) -> TimePage:
    """The week around `day`."""
    chosen = settings(tx)
    week = week_of(day, chosen.week_start)
    of_late = last_days(min(tx.today, week.last_day), OF_LATE)
    work = work_in(tx, Period(min(week.start, of_late.start), max(week.end, of_late.end)))
    in_week = [piece for piece in work if piece.day in week]
    reps = sorted(tx.connection.execute(REPS).all(), key=lambda rep: fold(rep.name))
    return TimePage(
        week=week,
        of_late=of_late,
        work=work,
        split=split_time(in_week),
        overlapping=sum(piece.length - piece.counted for piece in in_week),
        by_rep=_by_rep(reps, split_time(piece for piece in work if piece.day in of_late)),
        team=tuple((rep.id, rep.name) for rep in reps if rep.archived_on is None),
        coaching_floor=chosen.coaching_floor,
        desk_ceiling=chosen.desk_ceiling,
    )


def busy_times(tx: Reading, *, day: date) -> tuple[tuple[datetime, int], ...]:
    """Starts and minutes of everything on a day that has a time of day."""
    pieces = work_in(tx, last_days(day, 1))
    return tuple((piece.starts_at, piece.length) for piece in pieces if piece.starts_at is not None)


def work_in(tx: Reading, period: Period) -> tuple[Work, ...]:
    """Every piece of work of these days, in order of time."""
    span = {"start": period.start, "end": period.end}
    talks = tx.connection.execute(CONVERSATIONS, span).all()
    entries = tx.connection.execute(ENTRIES, span).all()
    timed = [Timed(talk.starts_at, talk.minutes, is_conversation=True) for talk in talks]
    timed += [Timed(entry.starts_at, entry.minutes, is_conversation=False) for entry in entries]
    counted = iter(counted_minutes(timed))
    pieces = [_conversation(talk, next(counted)) for talk in talks]
    pieces += [_entry(entry, next(counted)) for entry in entries]
    pieces += [_way(talk) for talk in talks if talk.travel_minutes]
    return tuple(sorted(pieces, key=_by_time))


def _conversation(talk: AnyRow, counted: int) -> Work:
    return Work(
        source=Source.CONVERSATION,
        key=talk.id,
        day=talk.day,
        starts_at=talk.starts_at,
        length=talk.minutes,
        counted=counted,
        category=talk.kind.category,
        called=talk.kind.label,
        title=shown_line(talk),
        rep_id=talk.rep_id,
        rep=talk.rep,
        private=talk.private,
    )


def _entry(entry: AnyRow, counted: int) -> Work:
    return Work(
        source=Source.CALENDAR if entry.calendar_uid else Source.ENTRY,
        key=entry.id,
        day=entry.day,
        starts_at=entry.starts_at,
        length=entry.minutes,
        counted=counted,
        category=entry.category,
        called=entry.category.label,
        title=entry.title,
        rep_id=entry.rep_id,
        rep=entry.rep or "",
    )


def _way(talk: AnyRow) -> Work:
    """The travel that belongs to a conversation; it is nobody's time with the rep."""
    return Work(
        source=Source.WAY,
        key=talk.id,
        day=talk.day,
        starts_at=None,
        length=talk.travel_minutes,
        counted=talk.travel_minutes,
        category=TimeCategory.TRAVEL,
        called=TimeCategory.TRAVEL.label,
        title=f"To {talk.kind.spoken} with {talk.rep}",
        rep_id=None,
        rep="",
    )


def _by_time(piece: Work) -> tuple[date, bool, float, str, int]:
    """By day; within a day what has no time of day comes last."""
    start = piece.starts_at
    return piece.day, start is None, start.timestamp() if start else 0.0, piece.source, piece.key


def _by_rep(reps: Iterable[AnyRow], split: TimeSplit) -> tuple[RepTime, ...]:
    """Everybody of the team, none of them left out; an archived rep only while they still have time."""
    return tuple(
        RepTime(rep.id, rep.name, split.by_rep.get(rep.id, 0))
        for rep in reps
        if rep.archived_on is None or rep.id in split.by_rep
    )
