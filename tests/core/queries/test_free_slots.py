"""Free hours of a week, beside everything that stands in the diary."""

from datetime import UTC, date, datetime, time

from coachjournal.clock import FixedClock
from coachjournal.commands.absence import add_absence
from coachjournal.commands.conversation import log_conversation, plan_conversation
from coachjournal.commands.time_entry import add_time
from coachjournal.journal import Journal
from coachjournal.queries.free_slots import free_slots
from coachjournal.rules.period import Period
from coachjournal.rules.time_entry import TimeCategory

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
WEEK = Period(MONDAY, date(2026, 11, 30))


def on(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), UTC)


def starts(journal: Journal, period: Period, minutes: int, rep_id: int | None = None) -> list[datetime]:
    return [slot.start for slot in journal.ask(free_slots, period=period, minutes=minutes, rep_id=rep_id)]


def test_free_hours_begin_at_the_next_quarter_from_now_on_and_lie_within_working_hours(journal: Journal) -> None:
    journal.clock = FixedClock(on(MONDAY, 15, 52))
    assert starts(journal, Period(MONDAY, TUESDAY), 60) == [on(MONDAY, 16), on(MONDAY, 17)]
    assert starts(journal, Period(date(2026, 11, 28), date(2026, 11, 30)), 60) == [], "nobody works at the weekend"


def test_meetings_hours_and_what_was_held_today_are_left_out(journal: Journal, dana: int) -> None:
    journal.do(plan_conversation, rep_id=dana, held_on=TUESDAY, starts_at=on(TUESDAY, 8), minutes=60)
    journal.do(log_conversation, rep_id=dana, held_on=MONDAY, starts_at=on(MONDAY, 9), minutes=450)
    meeting = TimeCategory.INTERNAL_MEETINGS
    journal.do(add_time, starts_at=on(MONDAY, 16, 30), day=MONDAY, minutes=40, category=meeting)
    first, second, *_ = starts(journal, WEEK, 45)
    assert (first, second) == (on(MONDAY, 17, 15), on(TUESDAY, 9))


def test_days_away_have_none(journal: Journal, dana: int) -> None:
    journal.do(add_absence, rep_id=dana, first_day=TUESDAY, last_day=TUESDAY)
    journal.do(add_absence, rep_id=None, first_day=date(2026, 11, 26), last_day=date(2026, 11, 27))
    days = {start.day for start in starts(journal, WEEK, 60)}
    with_dana = {start.day for start in starts(journal, WEEK, 60, rep_id=dana)}
    assert days == {23, 24, 25}
    assert with_dana == {23, 25}
