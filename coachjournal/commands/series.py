"""Meeting series: set, and changed or ended from a day on."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TypedDict, Unpack

from sqlalchemy import select

from coachjournal.commands.occurrence import series_of
from coachjournal.commands.records import found, rep_name
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import MeetingSeries, SeriesException
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.period import Period
from coachjournal.rules.series import Rhythm, Series, days_of, has_day, start_of
from coachjournal.rules.time_entry import LONGEST

TWO_YEARS = timedelta(days=731)
"""Two series of one kind that do not meet on a day within two years never do, or hardly ever."""
NO_LENGTH = "A meeting takes between 1 minute and a day."
NO_ZONE = "The time zone “{}” is not known here."
END_BEFORE_START = "A series cannot end before its first meeting."
SAME_DAY = "{} and you already meet for {} {}: two on one day could not be told apart."


class SeriesFields(TypedDict, total=False):
    """What can be said about a series; `at` is what the clock in the IANA `zone` shows."""

    rhythm: Rhythm
    at: time
    zone: str
    minutes: int


def set_series(
    tx: Writing,
    *,
    rep_id: int,
    starts_on: date,
    at: time,
    minutes: int,
    kind: ConversationKind = ConversationKind.ONE_ON_ONE,
    rhythm: Rhythm = Rhythm.WEEKLY,
    zone: str = "",
    last_day: date | None = None,
) -> int:
    """Meet a rep regularly, first on `starts_on`, which says on which weekday. Returns the key of the series."""
    series = Series(rhythm, starts_on, at, minutes, zone, _end(last_day))
    _check(tx, series, rep_id, kind, beside=())
    record = _record(rep_id, kind, series)
    tx.session.add(record)
    tx.session.flush()
    tx.say(f"Set {kind.spoken} with {rep_name(tx, rep_id)} {series.words}.")
    return record.id


def change_series(
    tx: Writing, *, series_id: int, starts_on: date, last_day: date | None = None, **fields: Unpack[SeriesFields]
) -> int:
    """Change a series from `starts_on` on, its first meeting then; what was before stays as it was.

    What was moved or skipped stays so where the new rhythm has that day. Returns the key of what goes on.
    """
    record = found(tx, MeetingSeries, series_id)
    before = series_of(record)
    after = replace(before, starts_on=starts_on, ends_on=_end(last_day), **fields)
    _check(tx, after, record.rep_id, record.kind, beside=(series_id,))
    goes_on = record
    if any(days_of(before, Period(before.starts_on, max(before.starts_on, starts_on)))):
        goes_on = _record(record.rep_id, record.kind, after)
        record.ends_on = min(record.ends_on or starts_on, starts_on)
        tx.session.add(goes_on)
        tx.session.flush()
    else:
        _write(record, after)
    _take_exceptions_along(tx, record, goes_on, starts_on)
    tx.say(f"Changed {record.kind.spoken} with {rep_name(tx, record.rep_id)}: {after.words}.")
    return goes_on.id


def end_series(tx: Writing, *, series_id: int, from_day: date) -> None:
    """Meet no more from this day on; a series of which nothing is left before it is taken away."""
    record = found(tx, MeetingSeries, series_id)
    name = rep_name(tx, record.rep_id)
    _take_exceptions_along(tx, record, None, from_day)
    if from_day <= record.starts_on:
        tx.session.delete(record)
    else:
        record.ends_on = min(record.ends_on or from_day, from_day)
    tx.say(f"Ended {record.kind.spoken} with {name} {series_of(record).words}.")


# ------------------------------------------------------------------------------------------------ what is refused


def _check(tx: Writing, series: Series, rep_id: int, kind: ConversationKind, beside: Iterable[int]) -> None:
    if not 1 <= series.minutes <= LONGEST:
        raise Rejected(NO_LENGTH, field="minutes")
    if series.zone and start_of(series, series.starts_on) is None:
        raise Rejected(NO_ZONE.format(series.zone), field="zone")
    if series.ends_on is not None and series.ends_on <= series.starts_on:
        raise Rejected(END_BEFORE_START, field="last_day")
    name = rep_name(tx, rep_id)
    others = select(MeetingSeries).where(MeetingSeries.rep_id == rep_id, MeetingSeries.kind == kind)
    for record in tx.session.scalars(others.where(MeetingSeries.id.not_in(beside))):
        if _meet(series, series_of(record)):
            raise Rejected(SAME_DAY.format(name, kind.spoken, series_of(record).words), field="starts_on")


def _meet(one: Series, other: Series) -> bool:
    start = max(one.starts_on, other.starts_on)
    return any(has_day(other, day) for day in days_of(one, Period(start, start + TWO_YEARS)))


# ------------------------------------------------------------------------------------------------------- writing


def _record(rep_id: int, kind: ConversationKind, series: Series) -> MeetingSeries:
    return MeetingSeries(
        rep_id=rep_id,
        kind=kind,
        rhythm=series.rhythm.value,
        starts_on=series.starts_on,
        ends_on=series.ends_on,
        at=f"{series.at:%H:%M}",
        zone=series.zone,
        minutes=series.minutes,
    )


def _write(record: MeetingSeries, series: Series) -> None:
    record.rhythm, record.starts_on, record.ends_on = series.rhythm.value, series.starts_on, series.ends_on
    record.at, record.zone, record.minutes = f"{series.at:%H:%M}", series.zone, series.minutes


def _take_exceptions_along(tx: Writing, before: MeetingSeries, after: MeetingSeries | None, from_day: date) -> None:
    """Exceptions from this day on belong to what goes on, where its rhythm has their day."""
    tx.flush()
    chosen = select(SeriesException).where(
        SeriesException.series_id == before.id, SeriesException.original_on >= from_day
    )
    for exception in tx.session.scalars(chosen).all():
        if after is not None and has_day(series_of(after), exception.original_on):
            exception.series_id = after.id
        else:
            tx.session.delete(exception)
    tx.flush()


def _end(last_day: date | None) -> date | None:
    return None if last_day is None else last_day + timedelta(days=1)
