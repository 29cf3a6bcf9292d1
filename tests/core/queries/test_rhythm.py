from datetime import date, time, timedelta

import pytest

from coachjournal.commands.absence import add_absence
from coachjournal.commands.begun import begin_conversation
from coachjournal.commands.cadence import set_cadence
from coachjournal.commands.conversation import edit_conversation, move_conversation, plan_conversation
from coachjournal.commands.meeting import hold_meeting, skip_meeting
from coachjournal.commands.plan import start_plan, write_plan
from coachjournal.commands.rep import add_rep, archive_rep, edit_rep
from coachjournal.commands.series import end_series, set_series
from coachjournal.commands.taking_place import call_off
from coachjournal.journal import Journal
from coachjournal.queries.meetings import Meeting, meetings
from coachjournal.queries.plans_page import plans_page
from coachjournal.queries.rhythm import coming_meetings, next_meeting, rep_rhythm, team_rhythm
from coachjournal.rules.cadence import Cadence, CadenceKind
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.period import Period, quarter_of
from coachjournal.rules.series import Rhythm

TODAY = date(2026, 11, 23)
DAY, WEEK = timedelta(days=1), timedelta(days=7)


@pytest.fixture
def mondays(journal: Journal, dana: int) -> int:
    return journal.do(set_series, rep_id=dana, starts_on=TODAY - 3 * WEEK, at=time(10), minutes=45, zone="UTC")


def coming(journal: Journal, rep_id: int) -> list[date]:
    return [meeting.on for meeting in journal.ask(coming_meetings, rep_id=rep_id)]


def following(journal: Journal, rep_id: int) -> Meeting | None:
    return journal.ask(next_meeting, rep_id=rep_id)


def test_of_what_was_missed_only_the_last_week_is_told(journal: Journal, dana: int, mondays: int) -> None:
    assert coming(journal, dana) == [TODAY + number * WEEK for number in range(-1, 5)]
    journal.do(hold_meeting, series_id=mondays, original_on=TODAY - WEEK)
    journal.do(hold_meeting, series_id=mondays, original_on=TODAY)
    assert coming(journal, dana) == [TODAY + number * WEEK for number in range(1, 6)]


def test_a_monthly_one_tells_five_too(journal: Journal, dana: int) -> None:
    journal.do(set_series, rep_id=dana, starts_on=TODAY, at=time(10), minutes=45, rhythm=Rhythm.MONTHLY)
    assert len(coming(journal, dana)) == 5


def test_the_next_is_one_that_will_be(journal: Journal, dana: int, mondays: int) -> None:
    journal.do(skip_meeting, series_id=mondays, original_on=TODAY)
    journal.do(add_absence, first_day=TODAY + WEEK, last_day=TODAY + WEEK, reason="Bank holiday")
    found = following(journal, dana)
    assert found is not None
    assert found.on == TODAY + 2 * WEEK


def test_one_that_was_called_off_is_listed_to_be_put_back(journal: Journal, dana: int) -> None:
    talk = journal.do(plan_conversation, rep_id=dana, held_on=TODAY + DAY)
    journal.do(call_off, conversation_id=talk)
    (meeting,) = journal.ask(coming_meetings, rep_id=dana)
    assert (meeting.skipped, meeting.conversation_id) == (True, talk)
    assert following(journal, dana) is None


def test_a_series_that_is_over_and_an_archived_rep_are_not_told(journal: Journal, dana: int, mondays: int) -> None:
    assert [each.next_on for each in journal.ask(rep_rhythm, rep_id=dana).series] == [TODAY]
    journal.do(end_series, series_id=mondays, from_day=TODAY)
    assert journal.ask(rep_rhythm, rep_id=dana).series == ()
    journal.undo()
    journal.do(archive_rep, rep_id=dana)
    rhythm = journal.ask(rep_rhythm, rep_id=dana)
    assert (rhythm.series, rhythm.meetings, rhythm.waiting) == ((), (), ())


def test_a_conversation_that_was_with_another_rep_lets_go_of_the_meeting(
    journal: Journal, dana: int, mondays: int
) -> None:
    talk = journal.do(begin_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE)
    journal.do(move_conversation, conversation_id=talk, rep_id=journal.do(add_rep, name="Tom Moyo"))
    journal.do(edit_conversation, conversation_id=talk, held_on=TODAY - DAY)
    (meeting,) = journal.ask(meetings, Period(TODAY, TODAY + DAY))
    assert (meeting.series_id, meeting.conversation_id, meeting.is_moved) == (mondays, None, False)


def test_only_what_is_not_as_shipped_is_a_team_s_own(journal: Journal) -> None:
    assert not any(each.own for each in journal.ask(team_rhythm).cadences)
    journal.do(set_cadence, kind=CadenceKind.PLAN, target_days=60, limit_days=90)
    (own,) = (each for each in journal.ask(team_rhythm).cadences if each.own)
    assert (own.kind, own.cadence, own.beneath) == (CadenceKind.PLAN, Cadence(60, 90), Cadence(90, 120))


def test_a_plan_that_is_agreed_starts_the_count_anew_and_days_away_put_its_review_off(
    journal: Journal, dana: int
) -> None:
    journal.do(edit_rep, rep_id=dana, started_on=TODAY - 150 * DAY)
    assert CadenceKind.PLAN in {each.kind for each in journal.ask(rep_rhythm, rep_id=dana).waiting}
    plan = journal.do(start_plan, rep_id=dana, period=quarter_of(TODAY))
    journal.do(write_plan, plan_id=plan, agreed_on=TODAY - DAY)
    assert CadenceKind.PLAN not in {each.kind for each in journal.ask(rep_rhythm, rep_id=dana).waiting}
    journal.do(add_absence, rep_id=dana, first_day=TODAY + WEEK, last_day=TODAY + 2 * WEEK - DAY)
    (line,) = journal.ask(plans_page)
    assert line.review_on == TODAY + 96 * DAY


def test_no_deal_review_is_waited_for_while_no_deal_is_open(journal: Journal, dana: int) -> None:
    journal.do(edit_rep, rep_id=dana, started_on=TODAY - 150 * DAY)
    assert CadenceKind.DEAL_REVIEW not in {each.kind for each in journal.ask(rep_rhythm, rep_id=dana).waiting}
