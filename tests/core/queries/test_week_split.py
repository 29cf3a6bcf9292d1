from datetime import UTC, date, datetime, timedelta

import pytest

from coachjournal.clock import FixedClock
from coachjournal.commands.setting import set_aims
from coachjournal.commands.time_entry import add_time
from coachjournal.journal import Journal
from coachjournal.queries.settings import settings
from coachjournal.queries.today import today_page
from coachjournal.queries.week_split import WeekSplit
from coachjournal.rules.time_entry import TimeCategory

MONDAY = date(2026, 11, 23)


def work(journal: Journal, day: date, people: int = 0, desk: int = 0) -> None:
    """Minutes of one-on-ones and of reports on a day."""
    morning = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
    for category, minutes in ((TimeCategory.ONE_ON_ONE, people), (TimeCategory.REPORTS, desk)):
        if minutes:
            journal.do(add_time, starts_at=morning, day=day, minutes=minutes, category=category)
            morning += timedelta(minutes=minutes)


def told(journal: Journal) -> WeekSplit:
    return journal.ask(today_page).week


@pytest.fixture
def clock(request: pytest.FixtureRequest) -> FixedClock:
    day = getattr(request, "param", MONDAY)
    return FixedClock(datetime(day.year, day.month, day.day, 9, tzinfo=UTC))


on = pytest.mark.parametrize
THURSDAY, TUESDAY, WEDNESDAY = (MONDAY + timedelta(days=days) for days in (3, 1, 2))


@on("clock", [MONDAY, TUESDAY], indirect=True)
def test_on_the_first_two_days_last_week_is_told(journal: Journal) -> None:
    work(journal, MONDAY - timedelta(days=3), people=60, desk=60)
    work(journal, MONDAY, desk=600)
    assert not told(journal).is_this_week
    assert told(journal).split.coaching_share == 0.5
    assert told(journal).this_week.minutes == 600


@on("clock", [WEDNESDAY], indirect=True)
def test_from_the_third_day_on_this_week_speaks_once_four_hours_are_noted(journal: Journal) -> None:
    work(journal, MONDAY - timedelta(days=3), people=60, desk=60)
    work(journal, MONDAY, desk=239)
    assert not told(journal).is_this_week
    work(journal, TUESDAY, people=1)
    assert told(journal).is_this_week


@on("clock", [MONDAY, THURSDAY], indirect=True)
def test_without_last_week_this_week_is_told_however_little_it_is(journal: Journal) -> None:
    assert told(journal).split.coaching_share is None
    work(journal, MONDAY, people=5)
    assert (told(journal).is_this_week, told(journal).split.coaching_share) == (True, 1.0)


@on("clock", [THURSDAY], indirect=True)
def test_the_usual_share_is_of_the_eight_weeks_before_and_a_long_week_weighs_more(journal: Journal) -> None:
    work(journal, MONDAY, people=300)
    work(journal, MONDAY - timedelta(weeks=1), people=300, desk=300)
    work(journal, MONDAY - timedelta(weeks=2), desk=300)
    assert told(journal).usual_share is None
    work(journal, MONDAY - timedelta(weeks=8), desk=300)
    work(journal, MONDAY - timedelta(weeks=9), people=600)
    assert told(journal).usual_share == pytest.approx(300 / 1200)


def test_the_aims_are_the_manager_s_own(journal: Journal) -> None:
    journal.do(set_aims, coaching_floor=0.4, desk_ceiling=0.35)
    assert (told(journal).coaching_floor, told(journal).desk_ceiling) == (0.4, 0.35)
    assert journal.ask(settings).coaching_floor == 0.4
