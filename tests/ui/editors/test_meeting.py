from datetime import date, time

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from coachjournal.commands.meeting import skip_meeting
from coachjournal.journal import Journal
from coachjournal.queries.meetings import Meeting, meetings
from coachjournal.queries.rhythm import SetSeries, rep_rhythm
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.period import Period
from coachjournal.rules.series import Rhythm
from tests.ui.hands import click, named, opened, press, type_into
from ui.context import Context
from ui.editors.meeting import IN_THE_PAST, NO_TIME, MeetingEditor
from ui.editors.move_meeting import MoveMeetingEditor
from ui.locale import system_zone
from ui.widgets.date_field import DateField
from ui.widgets.rep_picker import RepPicker

MONDAY = date(2026, 11, 23)
TWO_MONTHS = Period(MONDAY, date(2027, 1, 23))


def set_series_of(journal: Journal, rep_id: int) -> SetSeries:
    (series,) = journal.ask(rep_rhythm, rep_id=rep_id).series
    return series


def planned(journal: Journal) -> tuple[Meeting, ...]:
    return journal.ask(meetings, TWO_MONTHS)


@pytest.fixture
def editor(context: Context, dana: int, qtbot: QtBot) -> MeetingEditor:
    return opened(MeetingEditor(context, dana), qtbot)


def once(context: Context, rep_id: int | None) -> MeetingEditor:
    """The editor, told that it is for once."""
    editor = MeetingEditor(context, rep_id)
    named(editor, "meetingEditor.rhythm", QComboBox).setCurrentIndex(0)
    return editor


def test_a_weekly_one_on_one_takes_a_day_and_a_time(journal: Journal, dana: int, editor: MeetingEditor) -> None:
    type_into(named(editor, "meetingEditor.starts_on", DateField), "tue")
    at = named(editor, "meetingEditor.at", QLineEdit)
    at.selectAll()
    type_into(at, "14")
    press(editor, "Ctrl+Return")
    series = set_series_of(journal, dana)
    assert (series.kind, series.series.rhythm, series.series.starts_on) == (
        ConversationKind.ONE_ON_ONE,
        Rhythm.WEEKLY,
        date(2026, 11, 24),
    )
    assert (series.series.at, series.series.minutes, series.series.zone) == (time(14), 45, system_zone())


def test_it_says_what_a_rhythm_comes_to(editor: MeetingEditor) -> None:
    words = named(editor, "meetingEditor.words", QLabel)
    assert words.text() == "Every week on Monday: 23 Nov, 30 Nov, 7 Dec and so on"
    rhythm = named(editor, "meetingEditor.rhythm", QComboBox)
    rhythm.setCurrentIndex(rhythm.findData("monthly"))
    assert words.text() == "Every month on the fourth Monday: 23 Nov, 28 Dec, 25 Jan 2027 and so on"
    named(editor, "meetingEditor.last_day", DateField).set_day(date(2026, 12, 24))
    assert words.text() == "23 Nov, and then no more"


def test_a_rhythm_in_which_one_meets_already_is_told_beside_a_second(
    context: Context, dana: int, editor: MeetingEditor, qtbot: QtBot
) -> None:
    press(editor, "Ctrl+Return")
    second = opened(MeetingEditor(context, dana), qtbot)
    words, rhythm = named(second, "meetingEditor.words", QLabel), named(second, "meetingEditor.rhythm", QComboBox)
    assert not words.text()
    rhythm.setCurrentIndex(rhythm.findData("weekly"))
    assert words.text().splitlines()[1] == "Already planned: every week on Monday at 10:00."
    kind = named(second, "meetingEditor.kind", QComboBox)
    kind.setCurrentIndex(kind.findData(ConversationKind.DEAL_REVIEW))
    assert "Already" not in words.text()


def test_once_is_a_conversation_in_the_diary(journal: Journal, context: Context, dana: int, qtbot: QtBot) -> None:
    plan = opened(once(context, dana), qtbot)
    kind = named(plan, "meetingEditor.kind", QComboBox)
    kind.setCurrentIndex(kind.findData(ConversationKind.CALL_REVIEW))
    assert named(plan, "meetingEditor.minutes", QSpinBox).value() == 30
    assert not named(plan, "meetingEditor.last_day", DateField).isVisible()
    press(plan, "Ctrl+Return")
    (meeting,) = planned(journal)
    assert (meeting.kind, meeting.on, meeting.series_id) == (ConversationKind.CALL_REVIEW, MONDAY, None)
    assert meeting.starts_at == context.journal.clock.instant(MONDAY, time(10))


@pytest.mark.parametrize(
    ("field", "problem"),
    [("at", NO_TIME), ("minutes", "1 minute"), ("last_day", "end before"), ("starts_on", IN_THE_PAST)],
)
def test_what_cannot_be_is_said_beside_its_field(
    field: str, problem: str, journal: Journal, editor: MeetingEditor
) -> None:
    if field == "at":
        named(editor, "meetingEditor.at", QLineEdit).clear()
    elif field == "minutes":
        named(editor, "meetingEditor.minutes", QSpinBox).setValue(0)
    else:
        named(editor, f"meetingEditor.{field}", DateField).set_day(date(2026, 11, 20))
    press(editor, "Ctrl+Return")
    assert problem in named(editor, f"meetingEditor.{field}.problem", QLabel).text()
    assert planned(journal) == ()


def test_a_series_changes_from_its_next_meeting_on(
    journal: Journal, context: Context, dana: int, editor: MeetingEditor, qtbot: QtBot
) -> None:
    press(editor, "Ctrl+Return")
    series = set_series_of(journal, dana)
    journal.do(skip_meeting, series_id=series.series_id, original_on=MONDAY)
    change = opened(MeetingEditor(context, dana, series=series), qtbot)
    rhythm = named(change, "meetingEditor.rhythm", QComboBox)
    rhythm.setCurrentIndex(rhythm.findData("two_weekly"))
    press(change, "Ctrl+Return")
    assert [meeting.on.day for meeting in planned(journal)][:2] == [7, 21]


def test_a_series_is_ended_with_one_press_and_undone_with_another(
    journal: Journal, context: Context, dana: int, editor: MeetingEditor, qtbot: QtBot
) -> None:
    press(editor, "Ctrl+Return")
    change = opened(MeetingEditor(context, dana, series=set_series_of(journal, dana)), qtbot)
    click(named(change, "meetingEditor.end", QPushButton))
    assert planned(journal) == ()
    journal.undo()
    assert planned(journal) != ()


def test_a_meeting_moves_to_another_day_and_hour(
    journal: Journal, context: Context, editor: MeetingEditor, qtbot: QtBot
) -> None:
    press(editor, "Ctrl+Return")
    move = opened(MoveMeetingEditor(context, planned(journal)[0]), qtbot)
    type_into(named(move, "moveMeeting.on", DateField), "wed")
    at = named(move, "moveMeeting.at", QLineEdit)
    at.selectAll()
    type_into(at, "1530")
    press(move, "Ctrl+Return")
    moved = planned(journal)[0]
    assert (moved.on, moved.original_on) == (date(2026, 11, 25), MONDAY)
    assert moved.starts_at == context.journal.clock.instant(moved.on, time(15, 30))


def test_what_was_planned_once_moves_too_and_not_into_the_past(
    journal: Journal, context: Context, dana: int, qtbot: QtBot
) -> None:
    press(opened(once(context, dana), qtbot), "Ctrl+Return")
    move = opened(MoveMeetingEditor(context, planned(journal)[0]), qtbot)
    day = named(move, "moveMeeting.on", DateField)
    day.set_day(date(2026, 11, 20))
    press(move, "Ctrl+Return")
    assert "today or a later day" in named(move, "moveMeeting.on.problem", QLabel).text()
    day.set_day(date(2026, 11, 26))
    press(move, "Ctrl+Return")
    assert [meeting.on for meeting in planned(journal)] == [date(2026, 11, 26)]


def test_from_elsewhere_it_asks_whom_one_meets(journal: Journal, context: Context, dana: int, qtbot: QtBot) -> None:
    plan = opened(MeetingEditor(context), qtbot)
    press(plan, "Ctrl+Return")
    assert "two letters" in named(plan, "meetingEditor.rep_id.problem", QLabel).text()
    type_into(named(plan, "meetingEditor.rep_id", RepPicker), "da")
    press(plan, "Ctrl+Return")
    (meeting,) = planned(journal)
    assert (meeting.rep_id, meeting.series_id) == (dana, None)


def test_with_a_rhythm_there_already_the_next_is_for_once(
    journal: Journal, context: Context, dana: int, editor: MeetingEditor, qtbot: QtBot
) -> None:
    press(editor, "Ctrl+Return")
    assert set_series_of(journal, dana).next_on == MONDAY
    again = opened(MeetingEditor(context, dana), qtbot)
    assert named(again, "meetingEditor.rhythm", QComboBox).currentText() == "once"
