from datetime import UTC, date, datetime, time, timedelta

import pytest

from coachjournal.commands.absence import add_absence
from coachjournal.commands.conversation import log_conversation, plan_conversation
from coachjournal.commands.meeting import move_meeting
from coachjournal.commands.rep import add_rep, archive_rep
from coachjournal.commands.series import end_series, set_series
from coachjournal.journal import Journal
from coachjournal.queries.meetings import Meeting, meetings
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.period import Period

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
WEEK = timedelta(days=7)
THIS_WEEK = Period(TODAY, TODAY + WEEK)
LAST_WEEK = Period(TODAY - WEEK, TODAY)
ONE = ConversationKind.ONE_ON_ONE


@pytest.fixture
def thursdays(journal: Journal, dana: int) -> int:
    first = TODAY + 3 * DAY - 4 * WEEK
    return journal.do(set_series, rep_id=dana, starts_on=first, at=time(14), minutes=45, zone="Europe/Berlin")


def of(journal: Journal, period: Period) -> tuple[Meeting, ...]:
    return journal.ask(meetings, period)


def test_an_empty_journal_has_no_meetings(journal: Journal) -> None:
    assert of(journal, THIS_WEEK) == ()


def test_a_meeting_tells_who_when_and_how_long(journal: Journal, dana: int, thursdays: int) -> None:
    thursday = TODAY + 3 * DAY
    assert of(journal, THIS_WEEK) == (
        Meeting(
            rep_id=dana,
            rep="Dana Reyes",
            kind=ONE,
            on=thursday,
            starts_at=datetime(2026, 11, 26, 13, tzinfo=UTC),
            minutes=45,
            conversation_id=None,
            series_id=thursdays,
            original_on=thursday,
            held=False,
        ),
    )


def test_what_was_planned_for_the_day_of_a_meeting_is_that_meeting(journal: Journal, dana: int, thursdays: int) -> None:
    at = datetime(2026, 11, 26, 8, tzinfo=UTC)
    talk = journal.do(plan_conversation, rep_id=dana, held_on=TODAY + 3 * DAY, starts_at=at, minutes=30)
    (meeting,) = of(journal, THIS_WEEK)
    assert (meeting.conversation_id, meeting.series_id) == (talk, thursdays)
    assert (meeting.starts_at, meeting.minutes) == (at, 30)


def test_what_is_planned_besides_stands_by_itself_in_order_of_the_hour(
    journal: Journal, dana: int, thursdays: int
) -> None:
    assert thursdays
    tom = journal.do(add_rep, name="Tom Moyo")
    early = datetime(2026, 11, 26, 7, tzinfo=UTC)
    journal.do(plan_conversation, rep_id=tom, held_on=TODAY + 3 * DAY, starts_at=early)
    journal.do(plan_conversation, rep_id=dana, held_on=TODAY + 3 * DAY, kind=ConversationKind.DEAL_REVIEW)
    told = [(meeting.rep, meeting.kind) for meeting in of(journal, THIS_WEEK)]
    assert told == [("Dana Reyes", ConversationKind.DEAL_REVIEW), ("Tom Moyo", ONE), ("Dana Reyes", ONE)]


def test_one_that_was_not_held_is_missed_and_no_other(journal: Journal, dana: int, thursdays: int) -> None:
    assert thursdays
    (last,), (coming,) = of(journal, LAST_WEEK), of(journal, THIS_WEEK)
    assert (last.missed, last.held, coming.missed) == (True, False, False)
    journal.do(log_conversation, rep_id=dana, kind=ONE, held_on=last.on, text="Held.")
    (last,) = of(journal, LAST_WEEK)
    assert (last.missed, last.held) == (False, True)


def test_one_that_was_held_some_days_later_is_not_missed(journal: Journal, dana: int, thursdays: int) -> None:
    assert thursdays
    talk = journal.do(log_conversation, rep_id=dana, kind=ONE, held_on=TODAY, text="Held on Monday instead.")
    (last,) = of(journal, LAST_WEEK)
    assert (last.held, last.conversation_id, last.missed) == (True, talk, False)
    (coming,) = of(journal, THIS_WEEK)
    assert (coming.held, coming.conversation_id) == (False, None)


def test_one_that_was_planned_by_itself_is_made_up_for_on_a_later_day(journal: Journal, dana: int) -> None:
    journal.do(plan_conversation, rep_id=dana, held_on=TODAY - 3 * DAY)
    talk = journal.do(log_conversation, rep_id=dana, kind=ONE, held_on=TODAY, text="Held on Monday instead.")
    (last,) = of(journal, LAST_WEEK)
    assert (last.on, last.held, last.conversation_id, last.missed) == (TODAY - 3 * DAY, True, talk, False)
    journal.do(plan_conversation, rep_id=dana, held_on=TODAY - 5 * DAY)
    assert [(each.held, each.missed) for each in of(journal, LAST_WEEK)] == [(True, False), (False, True)]


def test_a_meeting_whose_talk_was_planned_is_made_up_for_as_well(journal: Journal, dana: int, thursdays: int) -> None:
    assert thursdays
    journal.do(plan_conversation, rep_id=dana, held_on=TODAY - 4 * DAY)
    talk = journal.do(log_conversation, rep_id=dana, kind=ONE, held_on=TODAY, text="Held on Monday instead.")
    (last,) = of(journal, LAST_WEEK)
    assert (last.held, last.conversation_id, last.missed) == (True, talk, False)


def test_a_talk_of_another_kind_or_with_another_holds_no_meeting(journal: Journal, dana: int, thursdays: int) -> None:
    assert thursdays
    thursday = TODAY - 4 * DAY
    journal.do(log_conversation, rep_id=dana, kind=ConversationKind.IN_PASSING, held_on=thursday, text="Hello.")
    journal.do(log_conversation, rep_id=journal.do(add_rep, name="Tom Moyo"), kind=ONE, held_on=thursday, text="Hello.")
    assert [meeting.missed for meeting in of(journal, LAST_WEEK)] == [True]


def test_who_is_away_is_said_and_nobody_waits(journal: Journal, dana: int, thursdays: int) -> None:
    assert thursdays
    journal.do(add_absence, rep_id=dana, first_day=TODAY - 5 * DAY, last_day=TODAY - 4 * DAY, reason="training")
    journal.do(add_absence, first_day=TODAY + 3 * DAY, last_day=TODAY + 3 * DAY, reason="Thanksgiving")
    (last,), (coming,) = of(journal, LAST_WEEK), of(journal, THIS_WEEK)
    assert (last.away, last.missed) == ("Dana is away: training", False)
    assert coming.away == "Thanksgiving"


def test_an_absence_without_a_reason_says_who(journal: Journal, dana: int, thursdays: int) -> None:
    assert thursdays
    journal.do(add_absence, rep_id=dana, first_day=TODAY, last_day=TODAY + 4 * DAY)
    assert [meeting.away for meeting in of(journal, THIS_WEEK)] == ["Dana is away"]
    journal.do(add_absence, first_day=TODAY, last_day=TODAY + 4 * DAY)
    assert [meeting.away for meeting in of(journal, THIS_WEEK)] == ["You are away"]


def test_archived_reps_have_no_meetings(journal: Journal, dana: int, thursdays: int) -> None:
    assert thursdays
    journal.do(plan_conversation, rep_id=dana, held_on=TODAY)
    journal.do(archive_rep, rep_id=dana)
    assert of(journal, THIS_WEEK) == ()


def test_a_meeting_moved_over_the_end_of_a_week_is_in_the_other_one(journal: Journal, thursdays: int) -> None:
    far = TODAY + 5 * WEEK
    journal.do(move_meeting, series_id=thursdays, original_on=TODAY + 3 * DAY, on=far)
    assert of(journal, THIS_WEEK) == ()
    assert [meeting.on for meeting in of(journal, Period(far, far + WEEK))] == [far, far + 3 * DAY]


def test_the_hour_is_that_of_the_clock_on_the_wall_all_year(journal: Journal, dana: int, thursdays: int) -> None:
    assert dana
    assert thursdays
    found = of(journal, Period(TODAY, TODAY + 52 * WEEK))
    assert {meeting.starts_at.hour for meeting in found if meeting.starts_at} == {12, 13}
    assert len(found) == 52


def test_one_that_was_moved_beyond_the_end_of_its_series_is_still_there(journal: Journal, thursdays: int) -> None:
    far = TODAY + 5 * WEEK
    journal.do(move_meeting, series_id=thursdays, original_on=TODAY + 3 * DAY, on=far)
    journal.do(end_series, series_id=thursdays, from_day=TODAY + 4 * DAY)
    assert [meeting.on for meeting in of(journal, Period(far, far + WEEK))] == [far]


def test_one_that_was_moved_before_the_beginning_of_its_series_is_in_its_week(journal: Journal, dana: int) -> None:
    first, tomorrow = TODAY + 17 * DAY, TODAY + DAY
    series = journal.do(set_series, rep_id=dana, starts_on=first, at=time(9), minutes=45)
    journal.do(move_meeting, series_id=series, original_on=first, on=tomorrow)
    assert [meeting.on for meeting in of(journal, Period(TODAY, TODAY + WEEK))] == [tomorrow]
