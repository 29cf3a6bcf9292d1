from datetime import UTC, datetime, timedelta

import pytest

from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.reminders import DueToday, MeetingAhead, ReminderChoice, is_over, reminders, stored_choice
from coachjournal.rules.working_hours import WorkingHours

TWO = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)  # a Monday
DANA = MeetingAhead(1, "Dana", ConversationKind.ONE_ON_ONE, TWO, None)
MINUTE = timedelta(minutes=1)


def said_at(now: datetime, *said: str, meeting: MeetingAhead = DANA, due: DueToday = DueToday()) -> list[str]:  # noqa: B008 - frozen
    found = reminders(now, WorkingHours(), ReminderChoice(), ahead=[meeting], due=due, said=said)
    return [each.words("14:00") for each in found]


@pytest.mark.parametrize(
    ("minutes", "told"), [(-16, False), (-15, True), (-1, True), (0, True), (4, True), (5, False), (120, False)]
)
def test_a_meeting_is_told_of_from_a_quarter_of_an_hour_before_until_it_has_begun(minutes: int, told: bool) -> None:
    assert said_at(TWO + minutes * MINUTE) == (["Dana at 14:00. The brief is ready."] if told else [])


def test_nothing_is_said_twice_but_a_meeting_that_was_moved_is_another() -> None:
    moved = MeetingAhead(1, "Dana", ConversationKind.ONE_ON_ONE, TWO + 10 * MINUTE, None)
    assert said_at(TWO, DANA.key) == []
    assert said_at(TWO, DANA.key, meeting=moved) != []


@pytest.mark.parametrize("now", [TWO.replace(hour=7, minute=59), TWO.replace(hour=18), TWO + timedelta(days=5)])
def test_nothing_is_said_outside_working_hours(now: datetime) -> None:
    meeting = MeetingAhead(1, "Dana", ConversationKind.ONE_ON_ONE, now + MINUTE, None)
    assert said_at(now, meeting=meeting, due=DueToday(2, 1)) == []


def test_the_first_meeting_of_the_day_is_told_of_when_work_begins() -> None:
    eight = TWO.replace(hour=8)
    assert len(said_at(eight, meeting=MeetingAhead(1, "Dana", ConversationKind.ONE_ON_ONE, eight, None))) == 1


def test_what_is_due_is_said_once_a_day() -> None:
    noon, due = TWO.replace(hour=12), DueToday(commitments=2, to_look_at_again=1)
    today = reminders(noon, WorkingHours(), ReminderChoice(), ahead=[], due=due, said=())
    assert [each.words("") for each in today] == [
        "2 commitments of yours are due today.",
        "1 number to look at again today, after coaching.",
    ]
    keys = [each.key for each in today]
    assert said_at(noon, *keys, due=due) == []
    assert len(said_at(noon + timedelta(days=1), *keys, due=due)) == 2


def test_for_the_system_there_is_a_first_name_and_a_time_at_most() -> None:
    due = DueToday(1, 0)
    found = reminders(TWO, WorkingHours(), ReminderChoice(), ahead=[DANA], due=due, said=())
    assert [each.short("14:00") for each in found] == ["Dana at 14:00", "Something is due today"]


def test_a_line_is_over_when_the_meeting_has_begun_or_the_day_is_another() -> None:
    meeting, due = reminders(TWO, WorkingHours(), ReminderChoice(), ahead=[DANA], due=DueToday(1), said=())
    assert not is_over(meeting, TWO + 4 * MINUTE)
    assert is_over(meeting, TWO + 5 * MINUTE)
    assert not is_over(due, TWO.replace(hour=17))
    assert is_over(due, TWO + timedelta(days=1))


def test_who_never_chose_is_told_in_the_window_alone() -> None:
    assert stored_choice(None) == ReminderChoice(in_window=True, minutes_before=15, in_system=False)
