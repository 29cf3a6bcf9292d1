"""Meetings after a long life: moved, skipped, put back, the rhythm changed, the series ended, people away."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachjournal.clock import FixedClock
from coachjournal.commands.absence import add_absence
from coachjournal.commands.meeting import move_meeting, put_back_meeting, skip_meeting
from coachjournal.commands.series import change_series, end_series, set_series
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.queries.meetings import all_meetings
from coachjournal.queries.rhythm import next_meeting
from coachjournal.rules.period import Period
from coachjournal.rules.series import Rhythm
from tests.conftest import MONDAY
from tests.core.test_undo_of_writing import copy_of

TODAY = MONDAY.date()
DANA = 1
DAY, WEEK = timedelta(days=1), timedelta(days=7)
SPAN = Period(TODAY - 8 * WEEK, TODAY + 20 * WEEK)
DAYS = [SPAN.start + number * DAY for number in range(SPAN.days)]


@dataclass
class Stretch:
    """A series as a calendar on the wall would have it: every day is looked at."""

    series_id: int
    rhythm: Rhythm
    starts_on: date
    ends_on: date = date.max
    moved: dict[date, date | None] = field(default_factory=dict)

    def has(self, day: date) -> bool:
        if not self.starts_on <= day < self.ends_on or day.weekday() != self.starts_on.weekday():
            return False
        if self.rhythm is Rhythm.MONTHLY:
            fifth = self.starts_on.day > 28
            return (day + WEEK).month != day.month if fifth else (day.day - 1) // 7 == (self.starts_on.day - 1) // 7
        return self.rhythm is Rhythm.WEEKLY or (day - self.starts_on).days % 14 == 0

    def end(self, day: date) -> None:
        self.ends_on = min(self.ends_on, day)
        self.moved = {one: to for one, to in self.moved.items() if one < day}


@dataclass
class Wall:
    """What is expected: stretches of one series, and who is away when."""

    stretches: list[Stretch]
    away: list[tuple[date, date]] = field(default_factory=list)

    def meetings(self) -> list[tuple[date, date, bool, bool]]:
        """Day by the rhythm, day, whether skipped, whether somebody is away."""
        told = [
            (day, stretch.moved.get(day, day) or day, stretch.moved.get(day, day) is None)
            for stretch in self.stretches
            for day in DAYS
            if stretch.has(day)
        ]
        return sorted((day, on, skipped, self._is_away(on)) for day, on, skipped in told if on in SPAN)

    def originals(self) -> list[tuple[Stretch, date]]:
        return [(stretch, day) for stretch in self.stretches for day in DAYS if stretch.has(day)]

    def _is_away(self, day: date) -> bool:
        return any(first <= day <= last for first, last in self.away)


def try_to(journal: Journal, command: Callable[..., object], **fields: object) -> object:
    """What it answers; None of what is refused."""
    try:
        return journal.do(command, **fields) or True
    except Rejected:
        return None


class Event(NamedTuple):
    """One thing that happens; what it does not need it passes over."""

    what: str
    days: int
    """From today."""
    which: int
    """Of the meetings, counted round."""
    long: int
    everybody: bool
    rhythm: Rhythm


EVENTS = st.builds(
    Event,
    what=st.sampled_from(("move", "move", "skip", "skip", "back", "away", "change", "end")),
    days=st.integers(-10, 40),
    which=st.integers(0, 40),
    long=st.integers(0, 9),
    everybody=st.booleans(),
    rhythm=st.sampled_from(Rhythm),
)


def live(journal: Journal, wall: Wall, event: Event) -> None:
    """Let it happen, in the journal and on the wall."""
    day, last, originals = TODAY + event.days * DAY, wall.stretches[-1], wall.originals()
    if event.what == "away":
        end = day + event.long * DAY
        journal.do(add_absence, rep_id=None if event.everybody else DANA, first_day=day, last_day=end)
        wall.away.append((day, end))
    elif event.what == "change":
        _change(journal, wall, last, day, event.rhythm)
    elif event.what == "end":
        if try_to(journal, end_series, series_id=last.series_id, from_day=day):
            last.end(day)
    elif originals:
        stretch, one = originals[event.which % len(originals)]
        meeting = {"series_id": stretch.series_id, "original_on": one}
        if event.what == "move" and try_to(journal, move_meeting, **meeting, on=day):
            stretch.moved[one] = day
        if event.what == "skip" and try_to(journal, skip_meeting, **meeting):
            stretch.moved[one] = None
        if event.what == "back" and try_to(journal, put_back_meeting, **meeting):
            stretch.moved.pop(one, None)


def _change(journal: Journal, wall: Wall, last: Stretch, day: date, rhythm: Rhythm) -> None:
    key = try_to(journal, change_series, series_id=last.series_id, starts_on=day, rhythm=rhythm)
    if not isinstance(key, int):
        return
    after = Stretch(key, rhythm, day)
    after.moved = {one: to for one, to in last.moved.items() if one >= day and after.has(one)}
    last.end(day)
    wall.stretches = [*wall.stretches, after]


@pytest.fixture
def one_rep(journal: Journal, dana: int) -> Path:
    """A journal to copy."""
    assert dana == DANA
    journal.close()
    return journal.path


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rhythm=st.sampled_from(Rhythm), start=st.integers(-50, 20), events=st.lists(EVENTS, min_size=1, max_size=9))
def test_meetings_are_those_one_would_count_on_a_calendar(
    one_rep: Path, clock: FixedClock, *, rhythm: Rhythm, start: int, events: list[Event]
) -> None:
    with copy_of(one_rep, clock) as journal:
        first = TODAY + start * DAY
        series = journal.do(set_series, rep_id=DANA, starts_on=first, at=time(9), minutes=45, rhythm=rhythm)
        wall = Wall([Stretch(series, rhythm, first)])
        for event in events:
            live(journal, wall, event)
        agree(journal, wall)


def agree(journal: Journal, wall: Wall) -> None:
    """Every meeting once, in whatever pieces one asks; what was missed and what comes next."""
    told = journal.ask(all_meetings, SPAN, rep_id=DANA)
    seen = sorted((each.original_on or each.on, each.on, each.skipped, bool(each.away)) for each in told)
    assert seen == wall.meetings()
    weeks = (Period(day, day + WEEK) for day in DAYS[::7])
    assert [each for week in weeks for each in journal.ask(all_meetings, week, rep_id=DANA)] == list(told)
    missed = {each.on for each in told if each.missed}
    assert missed == {on for _, on, skipped, away in wall.meetings() if on < TODAY and not (skipped or away)}
    ahead = [on for _, on, skipped, away in wall.meetings() if on >= TODAY and not (skipped or away)]
    following = journal.ask(next_meeting, rep_id=DANA)
    assert (following.on if following else None) == min(ahead, default=None)
