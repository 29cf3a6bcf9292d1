"""Single meetings of a series: begun, held, skipped, moved, and put back to where the rhythm has them."""

from datetime import date, datetime

from coachjournal.commands.begun import begin_conversation, begin_planned
from coachjournal.commands.conversation import log_conversation, plan_conversation
from coachjournal.commands.occurrence import (
    conversation_on,
    except_day,
    meeting_of,
    meetings_on,
    put_back_day,
    series_of,
    usual_start,
)
from coachjournal.commands.records import found, not_ahead, rep_name
from coachjournal.commands.taking_place import call_off, plan_again
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import Conversation, MeetingSeries
from coachjournal.rules.conversation import ConversationStatus
from coachjournal.rules.series import Occurrence

TOOK_PLACE = "This meeting took place already."
IN_THE_PAST = "A meeting is moved to today or a later day."
TAKEN = "{} and you already meet for {} on that day."
AHEAD = "A meeting that took place"


def begin_meeting(tx: Writing, *, series_id: int, original_on: date) -> int:
    """Begin the conversation of a meeting today, whatever its day was, and answer its key; or go on with it."""
    record = found(tx, MeetingSeries, series_id)
    now = meeting_of(tx, record, original_on)
    conversation = conversation_on(tx, record, now.on)
    if conversation is not None and conversation.status is ConversationStatus.HELD:
        return conversation.id
    if now.on != tx.today and not meetings_on(tx, rep_id=record.rep_id, kind=record.kind, day=tx.today):
        _set_day(tx, record, original_on, tx.today)
    if conversation is not None:
        return begin_planned(tx, conversation_id=conversation.id)
    return begin_conversation(tx, rep_id=record.rep_id, kind=record.kind)


def hold_meeting(tx: Writing, *, series_id: int, original_on: date) -> int:
    """Say that a meeting took place, without a word about it. Returns the key of the conversation."""
    record, now = _open(tx, series_id, original_on)
    not_ahead(tx, now.on, "held_on", AHEAD)
    return log_conversation(
        tx,
        rep_id=record.rep_id,
        kind=record.kind,
        held_on=now.on,
        starts_at=usual_start(tx, series_of(record), now.on),
        zone=record.zone,
        minutes=record.minutes,
        series_id=series_id,
    )


def skip_meeting(tx: Writing, *, series_id: int, original_on: date) -> None:
    """Leave one meeting out; one that stands in the diary by itself is called off."""
    record, now = _open(tx, series_id, original_on)
    planned = _planned(tx, record, now.on)
    if planned is not None:
        call_off(tx, conversation_id=planned.id)
    else:
        except_day(tx, series_id, original_on, None)
        tx.say(f"Skipped {_what(tx, record)}.")


def move_meeting(
    tx: Writing, *, series_id: int, original_on: date, on: date, starts_at: datetime | None = None
) -> None:
    """Let one meeting be on another day; at another time too, where `starts_at`, an aware instant, says so."""
    record, now = _open(tx, series_id, original_on)
    if on < tx.today:
        raise Rejected(IN_THE_PAST, field="on")
    if on != now.on:
        _refuse_taken(tx, record, on)
    planned, usual = _planned(tx, record, now.on), usual_start(tx, series_of(record), on)
    _set_day(tx, record, original_on, on)
    if planned is not None:
        planned.held_on, planned.starts_at, planned.series_id = on, starts_at or usual, series_id
    elif starts_at not in {None, usual}:
        _plan(tx, record, on, starts_at)
    tx.say(f"Moved {_what(tx, record)}.")


def put_back_meeting(tx: Writing, *, series_id: int, original_on: date) -> None:
    """Let a meeting that was moved or skipped be as the rhythm has it."""
    record = found(tx, MeetingSeries, series_id)
    conversation = conversation_on(tx, record, meeting_of(tx, record, original_on).on)
    put_back_day(tx, series_id, original_on)
    if conversation is not None:
        _plan_as_usual(tx, conversation, usual_start(tx, series_of(record), original_on), original_on)
    tx.say(f"Put back {_what(tx, record)}.")


def _open(tx: Writing, series_id: int, original_on: date) -> tuple[MeetingSeries, Occurrence]:
    record = found(tx, MeetingSeries, series_id)
    now = meeting_of(tx, record, original_on)
    conversation = conversation_on(tx, record, now.on)
    if conversation is not None and conversation.status is ConversationStatus.HELD:
        raise Rejected(TOOK_PLACE)
    return record, now


def _planned(tx: Writing, record: MeetingSeries, day: date) -> Conversation | None:
    there = conversation_on(tx, record, day)
    return there if there is not None and there.status is ConversationStatus.PLANNED else None


def _refuse_taken(tx: Writing, record: MeetingSeries, day: date) -> None:
    meets = meetings_on(tx, rep_id=record.rep_id, kind=record.kind, day=day)
    if meets or conversation_on(tx, record, day) is not None:
        raise Rejected(TAKEN.format(rep_name(tx, record.rep_id), record.kind.spoken), field="on")


def _set_day(tx: Writing, record: MeetingSeries, original_on: date, day: date) -> None:
    if day == original_on:
        put_back_day(tx, record.id, original_on)
    else:
        except_day(tx, record.id, original_on, day)


def _plan(tx: Writing, record: MeetingSeries, day: date, starts: datetime | None) -> None:
    plan_conversation(
        tx,
        rep_id=record.rep_id,
        held_on=day,
        kind=record.kind,
        starts_at=starts,
        zone=record.zone,
        minutes=record.minutes,
        series_id=record.id,
    )


def _plan_as_usual(tx: Writing, conversation: Conversation, starts: datetime, day: date) -> None:
    if conversation.status is ConversationStatus.CANCELLED:
        plan_again(tx, conversation_id=conversation.id)
    if conversation.status is ConversationStatus.PLANNED:
        conversation.held_on, conversation.starts_at = day, starts


def _what(tx: Writing, record: MeetingSeries) -> str:
    return f"{record.kind.spoken} with {rep_name(tx, record.rep_id)}"
