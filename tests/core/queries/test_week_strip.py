from datetime import UTC, date, datetime, timedelta

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.time_entry import add_time
from coachjournal.journal import Journal
from coachjournal.queries.week_strip import DayHeld, week_strip
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.period import week_of
from coachjournal.rules.time_entry import TimeCategory

MONDAY = date(2026, 11, 16)


def days(journal: Journal) -> tuple[DayHeld, ...]:
    return journal.ask(week_strip, week=week_of(MONDAY))


def test_each_day_of_an_empty_week_is_there(journal: Journal) -> None:
    assert days(journal) == tuple(DayHeld(MONDAY + timedelta(days=number), (), 0) for number in range(7))


def test_a_day_has_its_conversations_by_kind_and_the_time_that_went_to_people(journal: Journal, dana: int) -> None:
    tuesday = MONDAY + timedelta(days=1)
    for kind, minutes in ((ConversationKind.ONE_ON_ONE, 45), (ConversationKind.IN_PASSING, 5)):
        journal.do(log_conversation, rep_id=dana, kind=kind, held_on=tuesday, minutes=minutes, text="A line.")
    early = datetime(2026, 11, 17, 6, tzinfo=UTC)
    journal.do(add_time, starts_at=early, day=tuesday, minutes=60, category=TimeCategory.REPORTS)
    journal.do(log_conversation, rep_id=dana, held_on=MONDAY + timedelta(days=7), text="Next week.")
    assert days(journal)[1] == DayHeld(tuesday, (ConversationKind.ONE_ON_ONE, ConversationKind.IN_PASSING), 50)
    assert sum(len(day.talks) for day in days(journal)) == 2
