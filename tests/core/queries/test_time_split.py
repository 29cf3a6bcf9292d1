from datetime import UTC, date, datetime

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.rep import add_rep
from coachjournal.commands.time_entry import add_time
from coachjournal.journal import Journal
from coachjournal.queries.time_split import TimeFigures, time_figures
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.time_entry import TimeCategory, TimeGroup

FRIDAY = date(2026, 11, 20)


def at(hour: int, day: date = FRIDAY) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def figures(journal: Journal, start: date = date(2026, 11, 16), end: date = date(2026, 11, 23)) -> TimeFigures:
    return journal.ask(time_figures, start=start, end=end)


def test_a_conversation_counts_by_itself_for_its_rep_and_its_category(journal: Journal) -> None:
    dana = journal.do(add_rep, name="Dana Reyes")
    journal.do(log_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG, held_on=FRIDAY, minutes=240)
    told = figures(journal)
    assert told.by_rep == {"Dana Reyes": 240}
    assert (told.by_category[TimeCategory.FIELD_CALLS], told.by_group[TimeGroup.PEOPLE]) == (240, 240)


def test_an_hour_that_is_in_the_calendar_and_in_the_journal_counts_once(journal: Journal) -> None:
    dana = journal.do(add_rep, name="Dana Reyes")
    journal.do(log_conversation, rep_id=dana, held_on=FRIDAY, starts_at=at(9), minutes=60)
    journal.do(add_time, starts_at=at(9), day=FRIDAY, minutes=120, category=TimeCategory.INTERNAL_MEETINGS)
    told = figures(journal)
    assert told.minutes == 120
    assert told.by_category[TimeCategory.INTERNAL_MEETINGS] == 60
    assert told.coaching_share == told.desk_share == 0.5


def test_the_last_day_of_the_period_is_not_part_of_it(journal: Journal) -> None:
    journal.do(add_time, starts_at=at(9), day=FRIDAY, minutes=30, category=TimeCategory.REPORTS)
    assert figures(journal, date(2026, 11, 1), FRIDAY).minutes == 0
    assert figures(journal, FRIDAY, date(2026, 11, 21)).minutes == 30


def test_without_hours_there_are_no_shares(journal: Journal) -> None:
    told = figures(journal)
    assert told.coaching_share is None
    assert told.desk_share is None
    assert set(told.by_group.values()) == {0}
