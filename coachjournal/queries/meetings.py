"""The meetings of a period: conversations that were planned and meetings of series, each of them once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import BindParameter, and_, bindparam, or_, select

from coachjournal.journal import Reading
from coachjournal.model import Conversation, MeetingSeries, Rep, SeriesException
from coachjournal.queries.absences import Absence, Absences, absences
from coachjournal.queries.begun import ONLY_BEGUN
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.conversation import ConversationKind, ConversationStatus
from coachjournal.rules.meeting import MADE_UP_WITHIN, Due, Spoken, paired
from coachjournal.rules.names import first_name
from coachjournal.rules.period import Period
from coachjournal.rules.series import Occurrence, Rhythm, Series, occurrences, start_of

NOBODY = 0
"""No record has this key."""
START: BindParameter[date] = bindparam("start")
END: BindParameter[date] = bindparam("end")
WHO: BindParameter[int | None] = bindparam("rep_id")
OF_ACTIVE_REPS = and_(Rep.archived_on.is_(None), or_(WHO.is_(None), Rep.id == WHO))
MOVED: BindParameter[Any] = bindparam("moved", expanding=True)
"""Series of which a meeting was moved, perhaps beyond their end or before their beginning."""
GOES_ON = and_(MeetingSeries.starts_on < END, or_(MeetingSeries.ends_on.is_(None), MeetingSeries.ends_on > START))
EXCEPTIONS = select(SeriesException.series_id, SeriesException.original_on, SeriesException.moved_to).where(
    or_(SeriesException.original_on.between(START, END), SeriesException.moved_to.between(START, END))
)
SERIES = (
    select(
        *(MeetingSeries.id, MeetingSeries.rep_id, MeetingSeries.kind, MeetingSeries.rhythm, MeetingSeries.starts_on),
        *(MeetingSeries.ends_on, MeetingSeries.at, MeetingSeries.zone, MeetingSeries.minutes, Rep.name.label("rep")),
    )
    .join(Rep, Rep.id == MeetingSeries.rep_id)
    .where(OF_ACTIVE_REPS, or_(GOES_ON, MeetingSeries.id.in_(MOVED)))
)
TALKS = (
    select(
        *(Conversation.id, Conversation.rep_id, Conversation.kind, Conversation.held_on, Conversation.starts_at),
        *(Conversation.minutes, Conversation.status, Conversation.series_id, Rep.name.label("rep")),
        Conversation.id.in_(ONLY_BEGUN).label("begun"),
    )
    .join(Rep, Rep.id == Conversation.rep_id)
    .where(OF_ACTIVE_REPS, Conversation.held_on >= START, Conversation.held_on < END)
    .order_by(Conversation.held_on, Conversation.starts_at, Conversation.id)
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A conversation that was planned (`conversation_id`), a meeting of a series (`series_id`, `original_on`), or both.

    `on` is its day, also when it was moved there from `original_on`; `starts_at` an aware instant, None when no time
    was said. A meeting that was `held` a few days later stands on the day it was due.
    """

    rep_id: int
    rep: str
    kind: ConversationKind
    on: date
    starts_at: datetime | None
    minutes: int
    conversation_id: int | None
    series_id: int | None
    original_on: date | None
    held: bool
    missed: bool = False
    """Its day is over, nobody was away, and nothing says that it took place."""
    away: str = ""
    """Who is away that day: "Dana is away: training", "Christmas". Nobody waits for such a meeting."""
    skipped: bool = False
    """It was skipped or called off, and can be put back; `meetings` leaves such out."""

    @property
    def is_moved(self) -> bool:
        """Whether it is on another day than the rhythm has it."""
        return self.original_on is not None and self.original_on != self.on


def meetings(tx: Reading, period: Period, *, rep_id: int | None = None) -> tuple[Meeting, ...]:
    """Of the active reps, or of one of them, in order of day and time; skipped and called off ones left out."""
    return tuple(meeting for meeting in all_meetings(tx, period, rep_id=rep_id) if not meeting.skipped)


def all_meetings(tx: Reading, period: Period, *, rep_id: int | None = None) -> tuple[Meeting, ...]:
    """Skipped and called off ones among them."""
    around = Period(period.start - MADE_UP_WITHIN, period.end + MADE_UP_WITHIN)
    between = {"start": around.start, "end": around.end, "rep_id": rep_id}
    talks = tx.connection.execute(TALKS, between).all()
    due = _due(tx, around, between)
    away = absences(tx, since=period.start)
    of_series = paired([_as_due(series, each) for series, each in due], [_as_spoken(talk) for talk in talks])
    by_themselves = [talk for at, talk in enumerate(talks) if at not in set(of_series.values())]
    held_later = _held_later(talks, by_themselves)
    told = []
    for at, (series, each) in enumerate(due):
        talk = talks[of_series[at]] if at in of_series else None
        told.append(_meeting(tx, series, each, talk if talk is None else held_later.get(talk.id, talk), away))
    told += [
        _planned(tx, talk, held_later.get(talk.id), away)
        for talk in by_themselves
        if talk.status is not ConversationStatus.HELD
    ]
    return tuple(sorted((meeting for meeting in told if meeting.on in period), key=lambda each: _hour(tx, each)))


def _held_later(talks: Sequence[AnyRow], by_themselves: Sequence[AnyRow]) -> dict[int, AnyRow]:
    """Of what was only planned, what was held instead of it, under the key of the plan."""
    planned = [talk for talk in talks if talk.status is ConversationStatus.PLANNED]
    held = [talk for talk in by_themselves if _is_held(talk)]
    due = [Due(talk.rep_id, talk.kind, talk.held_on, talk.series_id or NOBODY) for talk in planned]
    pairs = paired(due, [_as_spoken(talk) for talk in held])
    return {planned[at].id: held[instead] for at, instead in pairs.items()}


def _due(tx: Reading, period: Period, between: dict[str, Any]) -> list[tuple[AnyRow, Occurrence]]:
    """The meetings of all series, in order of day."""
    exceptions: dict[int, dict[date, date | None]] = {}
    for row in tx.connection.execute(EXCEPTIONS, between):
        exceptions.setdefault(row.series_id, {})[row.original_on] = row.moved_to
    series = tx.connection.execute(SERIES, {**between, "moved": list(exceptions)})
    due = [(row, each) for row in series for each in occurrences(series_of(row), exceptions.get(row.id, {}), period)]
    return sorted(due, key=lambda each: each[1].on)


def series_of(row: AnyRow) -> Series:
    """What the rules need to know of a row of `SERIES`."""
    at = time.fromisoformat(row.at)
    return Series(Rhythm(row.rhythm), row.starts_on, at, row.minutes, row.zone, row.ends_on)


def _as_due(series: AnyRow, each: Occurrence) -> Due:
    """One that was skipped is nobody's: what was said that day stands by itself."""
    return Due(NOBODY if each.skipped else series.rep_id, series.kind, each.on, series.id)


def _as_spoken(talk: AnyRow) -> Spoken:
    return Spoken(talk.rep_id, talk.kind, talk.held_on, talk.series_id, _is_held(talk))


def _is_held(talk: AnyRow | None) -> bool:
    return talk is not None and talk.status is ConversationStatus.HELD and not talk.begun


def _meeting(tx: Reading, series: AnyRow, each: Occurrence, talk: AnyRow | None, away: Absences) -> Meeting:
    """A meeting of a series; what its conversation says of the time holds, if there is one."""
    starts_at = start_of(series_of(series), each.on) or tx.clock.instant(each.on, time.fromisoformat(series.at))
    planned = talk is not None and talk.status is ConversationStatus.PLANNED
    gone = away.on(series.rep_id, each.on)
    skipped = each.skipped or (talk is not None and talk.status is ConversationStatus.CANCELLED)
    return Meeting(
        rep_id=series.rep_id,
        rep=series.rep,
        kind=series.kind,
        on=each.on,
        starts_at=talk.starts_at if talk is not None and planned else starts_at,
        minutes=talk.minutes if talk is not None else series.minutes,
        conversation_id=None if talk is None else talk.id,
        series_id=series.id,
        original_on=each.original_on,
        held=_is_held(talk),
        missed=each.on < tx.today and not (skipped or gone or _is_held(talk)),
        away=away_words(gone, series.rep),
        skipped=skipped,
    )


def _planned(tx: Reading, talk: AnyRow, instead: AnyRow | None, away: Absences) -> Meeting:
    """A conversation that stands in the diary by itself, and what was held instead of it."""
    gone = away.on(talk.rep_id, talk.held_on)
    skipped = talk.status is ConversationStatus.CANCELLED
    return Meeting(
        rep_id=talk.rep_id,
        rep=talk.rep,
        kind=talk.kind,
        on=talk.held_on,
        starts_at=talk.starts_at,
        minutes=talk.minutes,
        conversation_id=talk.id if instead is None else instead.id,
        series_id=None,
        original_on=None,
        held=instead is not None,
        missed=talk.held_on < tx.today and not (skipped or gone or instead is not None),
        away=away_words(gone, talk.rep),
        skipped=skipped,
    )


def away_words(absence: Absence | None, rep: str) -> str:
    """Who is away, and why: "Dana is away: training"; of what everybody has, why is enough: "Christmas"."""
    if absence is None:
        return ""
    if absence.rep_id is None:
        return absence.reason or "You are away"
    who = f"{first_name(rep)} is away"
    return f"{who}: {absence.reason}" if absence.reason else who


def _hour(tx: Reading, meeting: Meeting) -> tuple[date, datetime, str]:
    """Those without a time come first on their day."""
    return meeting.on, meeting.starts_at or tx.clock.instant(meeting.on, time.min), meeting.rep
