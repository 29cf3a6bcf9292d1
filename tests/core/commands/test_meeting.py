from datetime import UTC, date, datetime, time, timedelta

import pytest

from coachjournal.commands.begun import begin_conversation, leave_begun
from coachjournal.commands.conversation import delete_conversation, edit_conversation, log_conversation
from coachjournal.commands.meeting import (
    TAKEN,
    TOOK_PLACE,
    begin_meeting,
    hold_meeting,
    move_meeting,
    put_back_meeting,
    skip_meeting,
)
from coachjournal.commands.series import set_series
from coachjournal.commands.taking_place import call_off, plan_again, took_place
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.queries.conversation_page import conversation_page
from coachjournal.queries.meetings import Meeting, all_meetings, meetings
from coachjournal.rules.conversation import ConversationKind, ConversationStatus
from coachjournal.rules.period import Period

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
WEEK = timedelta(days=7)
THIS_WEEK = Period(TODAY, TODAY + WEEK)
MONTH = Period(TODAY - WEEK, TODAY + 4 * WEEK)
TEN = time(10)
ONE = ConversationKind.ONE_ON_ONE


@pytest.fixture
def mondays(journal: Journal, dana: int) -> int:
    """A series whose second meeting is today."""
    return journal.do(set_series, rep_id=dana, starts_on=TODAY - WEEK, at=TEN, minutes=45, zone="Europe/Lisbon")


def at(days: int, hour: int, minute: int = 0) -> datetime:
    """An hour of a day so many days from today; in winter Lisbon's clocks show UTC."""
    return datetime(2026, 11, 23, hour, minute, tzinfo=UTC) + days * DAY


def only(journal: Journal, period: Period = THIS_WEEK) -> Meeting:
    (meeting,) = journal.ask(all_meetings, period)
    return meeting


def test_the_meeting_of_today_begins_with_its_time_and_its_length(journal: Journal, dana: int, mondays: int) -> None:
    talk = journal.do(begin_conversation, rep_id=dana, kind=ONE)
    page = journal.ask(conversation_page, conversation_id=talk)
    assert page is not None
    assert (page.head.starts_at, page.head.minutes) == (datetime(2026, 11, 23, 10, tzinfo=UTC), 45)
    meeting = only(journal)
    assert (meeting.conversation_id, meeting.series_id, meeting.held) == (talk, mondays, False)
    journal.do(edit_conversation, conversation_id=talk, text="Kestrel is stuck.")
    journal.do(leave_begun, conversation_id=talk)
    assert only(journal).held


def test_a_second_conversation_of_the_day_is_no_meeting(journal: Journal, dana: int, mondays: int) -> None:
    assert mondays
    journal.do(log_conversation, rep_id=dana, kind=ONE, text="First.")
    talk = journal.do(begin_conversation, rep_id=dana, kind=ONE)
    page = journal.ask(conversation_page, conversation_id=talk)
    assert page is not None
    assert page.head.starts_at is None


def test_beginning_what_is_begun_goes_on_with_it(journal: Journal, mondays: int) -> None:
    talk = journal.do(begin_meeting, series_id=mondays, original_on=TODAY)
    assert journal.do(begin_meeting, series_id=mondays, original_on=TODAY) == talk


def test_left_with_nothing_a_meeting_is_open_as_before(journal: Journal, mondays: int) -> None:
    talk = journal.do(begin_meeting, series_id=mondays, original_on=TODAY)
    assert journal.do(leave_begun, conversation_id=talk)
    assert (only(journal).conversation_id, only(journal).held) == (None, False)


def test_begun_ahead_of_its_day_it_is_held_today(journal: Journal, dana: int) -> None:
    series = journal.do(set_series, rep_id=dana, starts_on=TODAY + 2 * DAY, at=TEN, minutes=45)
    talk = journal.do(begin_meeting, series_id=series, original_on=TODAY + 2 * DAY)
    meeting = only(journal)
    assert (meeting.on, meeting.conversation_id, meeting.is_moved) == (TODAY, talk, True)


def test_one_that_was_planned_on_its_day_is_taken_up_today(journal: Journal, dana: int) -> None:
    wednesday = TODAY + 2 * DAY
    series = journal.do(set_series, rep_id=dana, starts_on=wednesday, at=TEN, minutes=45)
    journal.do(move_meeting, series_id=series, original_on=wednesday, on=wednesday, starts_at=at(2, 15))
    planned = only(journal).conversation_id
    assert journal.do(begin_meeting, series_id=series, original_on=wednesday) == planned
    assert only(journal).on == TODAY


def test_it_took_place_without_a_word(journal: Journal, mondays: int) -> None:
    journal.do(hold_meeting, series_id=mondays, original_on=TODAY - WEEK)
    last_week = only(journal, Period(TODAY - WEEK, TODAY))
    assert (last_week.held, last_week.missed) == (True, False)
    with pytest.raises(Rejected, match="in the future"):
        journal.do(hold_meeting, series_id=mondays, original_on=TODAY + WEEK)
    with pytest.raises(Rejected, match=TOOK_PLACE):
        journal.do(skip_meeting, series_id=mondays, original_on=TODAY - WEEK)


def test_one_is_skipped_and_put_back(journal: Journal, mondays: int) -> None:
    journal.do(skip_meeting, series_id=mondays, original_on=TODAY)
    assert journal.undoable() == "Skipped a one-on-one with Dana Reyes."
    assert journal.ask(meetings, THIS_WEEK) == ()
    assert only(journal).skipped
    journal.do(put_back_meeting, series_id=mondays, original_on=TODAY)
    assert not only(journal).skipped


def test_one_is_moved_to_another_day_and_back_again(journal: Journal, mondays: int) -> None:
    journal.do(move_meeting, series_id=mondays, original_on=TODAY, on=TODAY + DAY)
    meeting = only(journal)
    assert (meeting.on, meeting.original_on, meeting.conversation_id) == (TODAY + DAY, TODAY, None)
    assert meeting.starts_at == datetime(2026, 11, 24, 10, tzinfo=UTC)
    journal.do(move_meeting, series_id=mondays, original_on=TODAY, on=TODAY)
    assert not only(journal).is_moved


def test_moved_to_another_hour_it_stands_in_the_diary_by_itself(journal: Journal, mondays: int) -> None:
    journal.do(move_meeting, series_id=mondays, original_on=TODAY, on=TODAY + DAY, starts_at=at(1, 16, 30))
    meeting = only(journal)
    assert (meeting.on, meeting.starts_at) == (TODAY + DAY, datetime(2026, 11, 24, 16, 30, tzinfo=UTC))
    assert meeting.conversation_id is not None
    journal.do(move_meeting, series_id=mondays, original_on=TODAY, on=TODAY + 3 * DAY, starts_at=at(3, 9))
    assert only(journal).starts_at == datetime(2026, 11, 26, 9, tzinfo=UTC)
    journal.do(put_back_meeting, series_id=mondays, original_on=TODAY)
    assert (only(journal).on, only(journal).starts_at) == (TODAY, datetime(2026, 11, 23, 10, tzinfo=UTC))


def test_what_was_called_off_is_put_back_too(journal: Journal, mondays: int) -> None:
    journal.do(move_meeting, series_id=mondays, original_on=TODAY, on=TODAY + DAY, starts_at=at(1, 16))
    journal.do(skip_meeting, series_id=mondays, original_on=TODAY)
    assert only(journal).skipped
    assert journal.undoable() == "Called off a one-on-one with Dana Reyes."
    journal.do(put_back_meeting, series_id=mondays, original_on=TODAY)
    assert (only(journal).on, only(journal).skipped) == (TODAY, False)


def test_it_is_not_moved_onto_another_or_into_the_past(journal: Journal, dana: int, mondays: int) -> None:
    taken = TAKEN.format("Dana Reyes", "a one-on-one")
    journal.do(log_conversation, rep_id=dana, kind=ONE, held_on=TODAY - WEEK, text="Held.")
    for on, sentence in ((TODAY + WEEK, taken), (TODAY - DAY, "today or a later day")):
        with pytest.raises(Rejected, match=sentence) as refusal:
            journal.do(move_meeting, series_id=mondays, original_on=TODAY, on=on)
        assert refusal.value.field == "on"
    with pytest.raises(Rejected, match="no longer in the journal"):
        journal.do(move_meeting, series_id=mondays, original_on=TODAY + DAY, on=TODAY + 2 * DAY)


def test_a_conversation_that_was_on_another_day_takes_its_meeting_along(journal: Journal, mondays: int) -> None:
    talk = journal.do(hold_meeting, series_id=mondays, original_on=TODAY - WEEK)
    journal.do(edit_conversation, conversation_id=talk, held_on=TODAY - WEEK + 2 * DAY)
    (meeting,) = journal.ask(meetings, Period(TODAY - WEEK, TODAY))
    assert (meeting.on, meeting.held) == (TODAY - WEEK + 2 * DAY, True)
    journal.do(edit_conversation, conversation_id=talk, held_on=TODAY - WEEK)
    assert not only(journal, Period(TODAY - WEEK, TODAY)).is_moved


def test_a_meeting_whose_conversation_is_deleted_is_open_again(journal: Journal, mondays: int) -> None:
    talk = journal.do(hold_meeting, series_id=mondays, original_on=TODAY)
    journal.do(delete_conversation, conversation_id=talk)
    assert (only(journal).held, only(journal).conversation_id) == (False, None)


def test_what_was_planned_took_place_or_was_called_off(journal: Journal, mondays: int) -> None:
    journal.do(move_meeting, series_id=mondays, original_on=TODAY, on=TODAY, starts_at=at(0, 9))
    journal.do(move_meeting, series_id=mondays, original_on=TODAY + WEEK, on=TODAY + WEEK, starts_at=at(7, 9))
    today, later = (meeting.conversation_id for meeting in journal.ask(meetings, Period(TODAY, TODAY + 2 * WEEK)))
    assert today is not None
    assert later is not None
    journal.do(took_place, conversation_id=today)
    assert journal.undoable() == "Held a one-on-one with Dana Reyes."
    with pytest.raises(Rejected, match="in the future"):
        journal.do(took_place, conversation_id=later)
    journal.do(call_off, conversation_id=later)
    journal.do(plan_again, conversation_id=later)
    page = journal.ask(conversation_page, conversation_id=later)
    assert page is not None
    assert page.head.status is ConversationStatus.PLANNED
