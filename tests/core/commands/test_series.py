from collections.abc import Callable
from datetime import date, time, timedelta

import pytest

from coachjournal.commands.conversation import plan_conversation
from coachjournal.commands.meeting import move_meeting, put_back_meeting, skip_meeting
from coachjournal.commands.rep import add_rep
from coachjournal.commands.series import SAME_DAY, SeriesFields, change_series, end_series, set_series
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.queries.meetings import all_meetings, meetings
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.period import Period
from coachjournal.rules.series import Rhythm

TUESDAY = date(2026, 11, 24)
WEEK = timedelta(days=7)
MONTH = Period(date(2026, 11, 23), date(2026, 12, 23))
TEN = time(10)


@pytest.fixture
def weekly(journal: Journal, dana: int) -> int:
    return journal.do(set_series, rep_id=dana, starts_on=TUESDAY, at=TEN, minutes=45, zone="Europe/Lisbon")


def days(journal: Journal, period: Period = MONTH) -> list[date]:
    return [meeting.on for meeting in journal.ask(meetings, period)]


def test_a_series_says_what_was_set(journal: Journal, weekly: int) -> None:
    assert weekly
    assert journal.undoable() == "Set a one-on-one with Dana Reyes every week on Tuesday."
    assert days(journal) == [TUESDAY + number * WEEK for number in range(5)]


def set_one(
    journal: Journal,
    rep_id: int,
    starts_on: date = TUESDAY,
    *,
    minutes: int = 45,
    last_day: date | None = None,
    zone: str = "",
    kind: ConversationKind = ConversationKind.ONE_ON_ONE,
    rhythm: Rhythm = Rhythm.WEEKLY,
) -> int:
    fields = SeriesFields(rhythm=rhythm, at=TEN, minutes=minutes, zone=zone)
    return journal.do(set_series, rep_id=rep_id, starts_on=starts_on, kind=kind, last_day=last_day, **fields)


def test_bad_input_is_refused_in_a_sentence_beside_its_field(journal: Journal, dana: int) -> None:
    def field_of(refused: Callable[[], object]) -> str | None:
        with pytest.raises(Rejected) as refusal:
            refused()
        return refusal.value.field

    assert field_of(lambda: set_one(journal, dana, minutes=0)) == "minutes"
    assert field_of(lambda: set_one(journal, dana, minutes=1441)) == "minutes"
    assert field_of(lambda: set_one(journal, dana, last_day=TUESDAY - timedelta(days=1))) == "last_day"
    assert field_of(lambda: set_one(journal, dana, zone="Nowhere/Land")) == "zone"
    assert days(journal) == []


def test_a_series_may_have_one_meeting(journal: Journal, dana: int) -> None:
    set_one(journal, dana, last_day=TUESDAY)
    assert days(journal) == [TUESDAY]


def test_two_of_one_kind_never_meet_on_a_day(journal: Journal, dana: int, weekly: int) -> None:
    assert weekly
    with pytest.raises(Rejected, match="two on one day") as refusal:
        set_one(journal, dana, date(2026, 12, 8), rhythm=Rhythm.MONTHLY)
    words = SAME_DAY.format("Dana Reyes", "a one-on-one", "every week on Tuesday")
    assert (refusal.value.field, refusal.value.sentence) == ("starts_on", words)
    assert set_one(journal, dana, kind=ConversationKind.DEAL_REVIEW)
    assert set_one(journal, dana, date(2026, 11, 26))
    assert set_one(journal, journal.do(add_rep, name="Tom Moyo"))


def test_every_other_week_by_turns_is_two_series(journal: Journal, dana: int) -> None:
    for starts_on in (TUESDAY, TUESDAY + WEEK):
        set_one(journal, dana, starts_on, rhythm=Rhythm.TWO_WEEKLY)
    assert days(journal) == [TUESDAY + number * WEEK for number in range(5)]


def test_a_change_holds_from_its_day_on_and_leaves_what_was(journal: Journal, weekly: int) -> None:
    thursday = date(2026, 12, 10)
    goes_on = journal.do(change_series, series_id=weekly, starts_on=thursday, at=time(15))
    assert goes_on != weekly
    assert days(journal) == [TUESDAY, TUESDAY + WEEK, TUESDAY + 2 * WEEK, thursday, thursday + WEEK]
    journal.undo()
    assert days(journal) == [TUESDAY + number * WEEK for number in range(5)]


def test_a_change_before_the_first_meeting_is_the_same_series(journal: Journal, weekly: int) -> None:
    assert journal.do(change_series, series_id=weekly, starts_on=TUESDAY, rhythm=Rhythm.TWO_WEEKLY) == weekly
    assert days(journal) == [TUESDAY, TUESDAY + 2 * WEEK, TUESDAY + 4 * WEEK]


def test_what_was_skipped_stays_skipped_when_only_the_hour_changes(journal: Journal, weekly: int) -> None:
    third = TUESDAY + 2 * WEEK
    journal.do(skip_meeting, series_id=weekly, original_on=third)
    goes_on = journal.do(change_series, series_id=weekly, starts_on=TUESDAY + WEEK, at=time(15))
    assert third not in days(journal)
    journal.do(put_back_meeting, series_id=goes_on, original_on=third)
    assert third in days(journal)


def test_a_series_ends_on_a_day_or_is_taken_away_whole(journal: Journal, weekly: int) -> None:
    journal.do(move_meeting, series_id=weekly, original_on=TUESDAY + WEEK, on=TUESDAY + WEEK + timedelta(days=2))
    journal.do(end_series, series_id=weekly, from_day=TUESDAY + 2 * WEEK)
    assert days(journal) == [TUESDAY, TUESDAY + WEEK + timedelta(days=2)]
    assert journal.undoable() == "Ended a one-on-one with Dana Reyes every week on Tuesday."
    journal.do(end_series, series_id=weekly, from_day=TUESDAY)
    assert journal.ask(all_meetings, MONTH) == ()
    with pytest.raises(Rejected, match="no longer in the journal"):
        journal.do(end_series, series_id=weekly, from_day=TUESDAY)


def test_what_was_planned_by_itself_stays_when_a_series_is_taken_away(journal: Journal, dana: int, weekly: int) -> None:
    journal.do(plan_conversation, rep_id=dana, held_on=TUESDAY)
    assert days(journal)[:2] == [TUESDAY, TUESDAY + WEEK]
    journal.do(end_series, series_id=weekly, from_day=TUESDAY)
    assert days(journal) == [TUESDAY]


def test_ending_it_later_than_it_ends_lengthens_nothing(journal: Journal, dana: int) -> None:
    last = TUESDAY + WEEK
    series = journal.do(set_series, rep_id=dana, starts_on=TUESDAY, at=TEN, minutes=45, last_day=last)
    journal.do(end_series, series_id=series, from_day=TUESDAY + 3 * WEEK)
    assert days(journal) == [TUESDAY, last]
