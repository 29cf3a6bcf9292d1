from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachjournal.commands.absence import add_absence
from coachjournal.commands.cadence import set_cadence
from coachjournal.commands.deal import add_deal
from coachjournal.commands.rep import edit_rep
from coachjournal.commands.series import set_series
from coachjournal.journal import Journal
from coachjournal.queries.meetings import Meeting
from coachjournal.queries.rep_page import rep_page
from coachjournal.queries.rhythm import rep_rhythm
from coachjournal.rules.cadence import CadenceKind
from tests.ui.hands import named, press, words_of
from tests.ui.went import Went
from ui.context import Context
from ui.editors.meeting import MeetingEditor
from ui.editors.move_meeting import MoveMeetingEditor
from ui.screens.rep_meetings import RepMeetings
from ui.widgets.open_row import OpenRow

MONDAY = date(2026, 11, 23)
WEEK = timedelta(days=7)


@pytest.fixture
def weekly(journal: Journal, dana: int) -> int:
    return journal.do(set_series, rep_id=dana, starts_on=MONDAY - WEEK, at=time(10), minutes=45, zone="UTC")


@pytest.fixture
def shown(journal: Journal, context: Context, dana: int, weekly: int, qtbot: QtBot) -> RepMeetings:
    assert weekly
    return in_sight(journal, context, dana, qtbot)


def in_sight(journal: Journal, context: Context, rep_id: int, qtbot: QtBot) -> RepMeetings:
    """The list in a window, which shows what changes as a page would."""
    meetings = RepMeetings(context)
    qtbot.addWidget(meetings)
    context.bus.changed.connect(lambda _change: show(journal, meetings, rep_id))
    show(journal, meetings, rep_id)
    meetings.show()
    qtbot.waitUntil(meetings.isActiveWindow)
    return meetings


def show(journal: Journal, meetings: RepMeetings, rep_id: int) -> None:
    page = journal.ask(rep_page, rep_id=rep_id)
    assert page is not None
    meetings.show_page(page)


def row(shown: RepMeetings, number: int) -> OpenRow:
    """The row as it is now: one that was shown before goes away in a moment."""
    rows: list[OpenRow] = shown.findChildren(OpenRow, f"repPage.meeting.{number}")
    rows[-1].setFocus()
    return rows[-1]


def listed(journal: Journal, dana: int) -> tuple[Meeting, ...]:
    return journal.ask(rep_rhythm, rep_id=dana).meetings


def test_the_missed_one_and_the_next_five_are_listed(journal: Journal, dana: int, shown: RepMeetings) -> None:
    assert [meeting.on for meeting in listed(journal, dana)] == [MONDAY + number * WEEK for number in range(-1, 5)]
    assert row(shown, 0).accessibleName().endswith("not held")
    assert "One-on-one every week on Monday at 10:00" in words_of(shown)


def test_one_is_skipped_and_put_back_by_key(journal: Journal, dana: int, shown: RepMeetings) -> None:
    press(row(shown, 2), "D")
    assert listed(journal, dana)[2].skipped
    assert row(shown, 2).accessibleName().endswith("skipped")
    press(row(shown, 2), "B")
    assert not listed(journal, dana)[2].skipped


def test_it_took_place_is_one_key_and_only_of_what_is_over(journal: Journal, dana: int, shown: RepMeetings) -> None:
    press(row(shown, 2), "T")
    assert len(listed(journal, dana)) == 6
    press(row(shown, 0), "T")
    assert listed(journal, dana)[0].on == MONDAY


def test_m_on_a_row_moves_it(shown: RepMeetings, qtbot: QtBot) -> None:
    press(row(shown, 1), "M")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), MoveMeetingEditor))


def test_enter_begins_what_is_due_and_opens_the_day_of_what_is_ahead(
    journal: Journal, context: Context, weekly: int, dana: int, qtbot: QtBot
) -> None:
    assert weekly
    went = Went()
    shown = in_sight(journal, replace(context, navigator=went), dana, qtbot)
    press(row(shown, 1), "Return")
    assert went.to == [("meeting", f"{dana} one_on_one 2026-11-23")]
    press(row(shown, 3), "Return")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), MoveMeetingEditor))


def test_the_series_opens_by_its_sentence(shown: RepMeetings, weekly: int, qtbot: QtBot) -> None:
    named(shown, f"repPage.series.{weekly}", OpenRow).click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), MeetingEditor))


def test_absences_and_own_cadences_are_said(journal: Journal, dana: int, shown: RepMeetings) -> None:
    journal.do(add_absence, rep_id=dana, first_day=MONDAY + WEEK, last_day=MONDAY + WEEK, reason="training")
    journal.do(set_cadence, kind=CadenceKind.ONE_ON_ONE, rep_id=dana, target_days=10, limit_days=20)
    assert "Away 30 Nov, training" in words_of(shown)
    assert "One-on-one: due after 10 days, overdue after 20" in words_of(shown)
    assert row(shown, 2).accessibleName().endswith("Dana is away: training")


def test_what_is_due_of_all_cadences_is_said_with_its_state(journal: Journal, dana: int, shown: RepMeetings) -> None:
    journal.do(edit_rep, rep_id=dana, started_on=MONDAY - 13 * WEEK)
    journal.do(add_deal, rep_id=dana, name="Kestrel", stage_id=1)
    due = {each.kind for each in journal.ask(rep_rhythm, rep_id=dana).waiting}
    assert due == set(CadenceKind)
    assert "13 weeks without a deal review" in words_of(shown)
    assert named(shown, "repPage.waiting.plan", OpenRow).accessibleName() == "13 weeks without a plan, due"
