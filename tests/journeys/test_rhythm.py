"""A one-on-one every week, without a calendar: set in a few keys, and begun on its day."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from coachjournal.clock import FixedClock
from coachjournal.commands.rep import add_rep
from coachjournal.journal import open_journal
from coachjournal.queries.meetings import Meeting, all_meetings
from coachjournal.rules.period import week_of
from tests.conftest import MONDAY
from tests.journeys.conftest import Start
from tests.journeys.day import Day
from ui.widgets.note_edit import NoteEdit

MOST_KEYS = 5
TUESDAY = date(2026, 11, 24)
WEEK = timedelta(days=7)


@pytest.fixture
def team(journal_file: Path, clock: FixedClock) -> Path:
    journal = open_journal(journal_file, clock=clock)
    journal.do(add_rep, name="Dana Reyes", started_on=MONDAY.date())
    journal.close()
    return journal_file


def met(file: Path, week: date) -> Meeting:
    """The meeting of a week."""
    journal = open_journal(file, clock=FixedClock(MONDAY))
    (meeting,) = journal.ask(all_meetings, week_of(week))
    journal.close()
    return meeting


def set_tuesdays(day: Day) -> None:
    """On the rep's page: of the five keys four are here."""
    day.press("M")
    day.until(lambda: day.in_sight("meetingEditor.at"))
    day.write("tue")
    day.press("Tab")
    day.write("14")
    day.press("Ctrl+Return")
    day.until(lambda: not day.in_sight("meetingEditor.at"))


def test_a_series_takes_five_keys_and_is_begun_on_its_day(start: Start, team: Path) -> None:
    day = start(team)
    day.until_at("today")
    day.count_anew()
    day.press("Alt+Down")
    day.until(lambda: day.place.page == "rep")
    set_tuesdays(day)
    assert len(day.keys) <= MOST_KEYS, day.keys
    day.end()
    meeting = met(team, TUESDAY)
    assert (meeting.on, meeting.minutes, meeting.held) == (TUESDAY, 45, False)

    day = start(team, MONDAY + timedelta(days=1))
    day.press("Ctrl+1")
    day.until_at("today")
    day.see(f"meeting.{meeting.series_id}.{TUESDAY}").setFocus()
    day.press("S")
    day.until(lambda: day.place.page == "conversation")
    day.see_as(NoteEdit, "conversation.text")
    day.write("Kestrel is stuck.")
    day.press("Ctrl+Return")
    day.end()
    assert met(team, TUESDAY).held
    assert not met(team, TUESDAY + WEEK).held
