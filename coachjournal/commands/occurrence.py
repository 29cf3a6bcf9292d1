"""The meetings of a series, one by one: found by their day, and set on another."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from sqlalchemy import select

from coachjournal.commands.records import GONE
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import Conversation, MeetingSeries, SeriesException
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.period import Period
from coachjournal.rules.series import Occurrence, Rhythm, Series, has_day, occurrences, start_of

_ONE_DAY = timedelta(days=1)


class SeriesMeeting(NamedTuple):
    """One meeting, and the series it belongs to."""

    series: MeetingSeries
    occurrence: Occurrence


def series_of(record: MeetingSeries) -> Series:
    """What the rules need to know of it."""
    return Series(
        rhythm=Rhythm(record.rhythm),
        starts_on=record.starts_on,
        at=time.fromisoformat(record.at),
        minutes=record.minutes,
        zone=record.zone,
        ends_on=record.ends_on,
    )


def exceptions_of(tx: Writing, series_id: int) -> dict[date, date | None]:
    """The days that were moved, and those that were skipped (None)."""
    chosen = select(SeriesException.original_on, SeriesException.moved_to).where(SeriesException.series_id == series_id)
    return {row.original_on: row.moved_to for row in tx.connection.execute(chosen)}


def meetings_on(tx: Writing, *, rep_id: int, kind: ConversationKind, day: date) -> list[SeriesMeeting]:
    """The meetings of any series of this rep and kind on a day, skipped ones left out."""
    tx.flush()
    chosen = select(MeetingSeries).where(MeetingSeries.rep_id == rep_id, MeetingSeries.kind == kind)
    return [
        SeriesMeeting(record, occurrence)
        for record in tx.session.scalars(chosen.order_by(MeetingSeries.id))
        for occurrence in occurrences(series_of(record), exceptions_of(tx, record.id), Period(day, day + _ONE_DAY))
        if not occurrence.skipped
    ]


def meeting_of(tx: Writing, record: MeetingSeries, original_on: date) -> Occurrence:
    """The meeting that is on this day by the rhythm, or Rejected: the series may have been changed meanwhile."""
    tx.flush()
    if not has_day(series_of(record), original_on):
        raise Rejected(GONE.format("meeting"))
    exceptions = exceptions_of(tx, record.id)
    moved_to = exceptions.get(original_on)
    return Occurrence(original_on, moved_to or original_on, original_on in exceptions and moved_to is None)


def conversation_on(tx: Writing, record: MeetingSeries, day: date) -> Conversation | None:
    """The conversation of the rep and kind of a series on a day: that one is the meeting."""
    tx.flush()
    there = select(Conversation).where(
        Conversation.rep_id == record.rep_id, Conversation.kind == record.kind, Conversation.held_on == day
    )
    of_series_first = there.order_by(Conversation.series_id.is_distinct_from(record.id), Conversation.id)
    return tx.session.scalars(of_series_first).first()


def except_day(tx: Writing, series_id: int, original_on: date, moved_to: date | None) -> None:
    """Let the meeting of this day be on another, or with None not at all."""
    exception = _exception(tx, series_id, original_on)
    if exception is None:
        tx.session.add(SeriesException(series_id=series_id, original_on=original_on, moved_to=moved_to))
    else:
        exception.moved_to = moved_to


def put_back_day(tx: Writing, series_id: int, original_on: date) -> None:
    """Let the meeting be on its day by the rhythm."""
    exception = _exception(tx, series_id, original_on)
    if exception is not None:
        tx.session.delete(exception)


def follow_conversation(tx: Writing, conversation: Conversation, before: date) -> None:
    """A conversation of a series that is on another day takes its meeting along, or that would seem to be missed."""
    record = None if conversation.series_id is None else tx.session.get(MeetingSeries, conversation.series_id)
    if record is None:
        return
    of_that_day = meetings_on(tx, rep_id=record.rep_id, kind=record.kind, day=before)
    original_on = next((each.occurrence.original_on for each in of_that_day if each.series is record), None)
    if original_on == conversation.held_on:
        put_back_day(tx, record.id, original_on)
    elif original_on is not None:
        except_day(tx, record.id, original_on, conversation.held_on)


def usual_start(tx: Writing, series: Series, day: date) -> datetime:
    """The instant of a meeting on this day; where its zone is not known here, by the manager's clock."""
    return start_of(series, day) or tx.clock.instant(day, series.at)


def _exception(tx: Writing, series_id: int, original_on: date) -> SeriesException | None:
    chosen = select(SeriesException).where(
        SeriesException.series_id == series_id, SeriesException.original_on == original_on
    )
    return tx.session.scalars(chosen).one_or_none()
