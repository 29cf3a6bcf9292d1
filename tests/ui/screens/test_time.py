"""The Time page, driven by keys and clicks."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.rep import add_rep
from coachjournal.commands.time_entry import add_time
from coachjournal.journal import Journal
from coachjournal.queries.settings import settings as chosen_settings
from coachjournal.queries.time_page import Work, time_page
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.time_entry import TimeCategory
from tests.ui.hands import click, named, press, type_into, words_of
from tests.ui.went import Went
from ui.context import Context
from ui.screens.time import TimeScreen
from ui.widgets.table import Table

TODAY = date(2026, 11, 23)
NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
Show = Callable[[], TimeScreen]


@pytest.fixture
def went() -> Went:
    return Went()


@pytest.fixture
def show(context: Context, went: Went, qtbot: QtBot) -> Show:
    """Puts the page in sight."""

    def shown() -> TimeScreen:
        screen = TimeScreen(replace(context, navigator=went))
        qtbot.addWidget(screen)
        screen.resize(1150, 860)
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        return screen

    return shown


def note(journal: Journal, title: str = "", *, hour: int = 9, minutes: int = 60, days_ago: int = 0) -> int:
    start = NINE.replace(hour=hour) - timedelta(days=days_ago)
    day = TODAY - timedelta(days=days_ago)
    return journal.do(add_time, starts_at=start, day=day, minutes=minutes, category=TimeCategory.REPORTS, title=title)


def week(journal: Journal, day: date = TODAY) -> list[Work]:
    return list(journal.ask(time_page, day=day).work_of_week)


def table(screen: TimeScreen) -> Table[Work]:
    return named(screen, "timeTable", Table)


def column(screen: TimeScreen, at: int) -> list[str]:
    model = table(screen).model()
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]


def understood(screen: TimeScreen) -> str:
    return named(screen, "time.understood", QLabel).text()


def test_t_a_few_words_and_enter_note_hours(journal: Journal, show: Show) -> None:
    screen = show()
    press(screen, "T")
    line = named(screen, "time.add", QLineEdit)
    assert line.hasFocus()
    type_into(line, "2h forecast EMEA")
    press(line, "Return")
    piece = week(journal)[0]
    assert (piece.length, piece.category, piece.title, piece.day) == (120, TimeCategory.REPORTS, "EMEA", TODAY)
    assert line.text() == ""
    assert line.hasFocus()
    assert column(screen, 1) == ["EMEA"]


def test_ctrl_z_after_enter_is_for_the_hours_and_not_for_the_letters(journal: Journal, show: Show) -> None:
    screen = show()
    line = named(screen, "time.add", QLineEdit)
    type_into(line, "2h forecast")
    press(line, "Return")
    assert not line.isUndoAvailable()
    journal.undo()
    assert week(journal) == []


def test_what_is_typed_is_told_as_understood_before_enter(journal: Journal, show: Show) -> None:
    journal.do(add_rep, name="Dana Reyes")
    screen = show()
    type_into(named(screen, "time.add", QLineEdit), "9-10:30 dana practice")
    assert understood(screen).startswith("1 h 30 · Practice and training · with Dana Reyes · today 09:00–10:30")
    assert week(journal) == []


@pytest.mark.parametrize(
    ("typed", "question"),
    [("forecast", "How long?"), ("2h", "What was it?"), ("hmm", "How long?")],
)
def test_enter_notes_nothing_while_something_is_missing_and_the_line_asks_for_it(
    journal: Journal, show: Show, typed: str, question: str
) -> None:
    screen = show()
    line = named(screen, "time.add", QLineEdit)
    type_into(line, typed)
    press(line, "Return")
    assert question in understood(screen)
    assert week(journal) == []
    assert line.text() == typed


def test_hours_noted_one_after_the_other_do_not_lie_over_each_other(journal: Journal, show: Show) -> None:
    note(journal, hour=10)
    screen = show()
    line = named(screen, "time.add", QLineEdit)
    for typed in ("45 int", "2h report", "15 adm"):
        type_into(line, typed)
        press(line, "Return")
    assert sum(piece.counted for piece in week(journal)) == 60 + 45 + 120 + 15


def test_time_that_lies_ahead_is_refused_and_what_was_typed_stays(
    journal: Journal, show: Show, context: Context
) -> None:
    screen = show()
    line = named(screen, "time.add", QLineEdit)
    type_into(line, "2h forecast fri")
    press(line, "Return")
    assert line.text() == "2h forecast fri"
    assert "cannot lie in the future" in context.messages.bar.words
    assert week(journal) == []


def test_esc_empties_the_line_and_then_leaves_it(journal: Journal, show: Show) -> None:
    note(journal)
    screen = show()
    line = named(screen, "time.add", QLineEdit)
    type_into(line, "2h")
    press(line, "Esc")
    assert (line.text(), line.hasFocus()) == ("", True)
    press(line, "Esc")
    assert table(screen).hasFocus()


def test_a_conversation_is_a_row_that_is_its_own_time(journal: Journal, show: Show, went: Went) -> None:
    dana = journal.do(add_rep, name="Dana Reyes")
    talk = journal.do(
        log_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE, minutes=45, starts_at=NINE, text="Halvorsen"
    )
    screen = show()
    assert [column(screen, at)[0] for at in range(1, 6)] == [
        "Halvorsen",
        "0 h 45",
        "One-on-one",
        "Dana Reyes",
        "conversation",
    ]
    table(screen).selectRow(0)
    press(table(screen), "Return")
    assert went.to == [("conversation", talk)]


def test_del_deletes_an_entry_and_undo_brings_it_back(journal: Journal, show: Show) -> None:
    note(journal, "Forecast")
    screen = show()
    table(screen).setFocus()
    table(screen).selectRow(0)
    press(table(screen), "Del")
    assert week(journal) == []
    assert "Nothing is noted yet." in words_of(screen)
    journal.undo()
    assert column(screen, 1) == ["Forecast"]


def test_del_leaves_a_conversation_alone_and_says_where_it_is_deleted(
    journal: Journal, show: Show, context: Context
) -> None:
    journal.do(log_conversation, rep_id=journal.do(add_rep, name="Dana Reyes"))
    screen = show()
    table(screen).setFocus()
    table(screen).selectRow(0)
    press(table(screen), "Del")
    assert len(week(journal)) == 1
    assert "deleted there" in context.messages.bar.words


def test_enter_opens_an_entry_to_change_it(journal: Journal, show: Show, context: Context, qtbot: QtBot) -> None:
    journal.do(add_rep, name="Dana Reyes")
    note(journal, "Forecast")
    screen = show()
    table(screen).selectRow(0)
    press(table(screen), "Return")
    editor = named(context.window, "timeEntry", QDialog)
    qtbot.waitUntil(editor.isActiveWindow)
    named(editor, "timeEntry.minutes", QLineEdit).setText("1:30")
    named(editor, "timeEntry.starts_at", QLineEdit).setText("8")
    type_into(named(editor, "timeEntry.rep_id", QLineEdit), "da")
    press(editor, "Ctrl+Return")
    piece = week(journal)[0]
    assert (piece.length, piece.rep, piece.title) == (90, "Dana Reyes", "Forecast")
    assert piece.starts_at is not None
    assert piece.starts_at.astimezone().hour == 8


def test_a_length_that_cannot_be_read_is_asked_for_beside_the_field(
    journal: Journal, show: Show, context: Context, qtbot: QtBot
) -> None:
    note(journal)
    screen = show()
    table(screen).selectRow(0)
    press(table(screen), "Return")
    editor = named(context.window, "timeEntry", QDialog)
    qtbot.waitUntil(editor.isActiveWindow)
    named(editor, "timeEntry.minutes", QLineEdit).setText("long")
    press(editor, "Ctrl+Return")
    assert "45, 1:30 or 2h" in named(editor, "timeEntry.minutes.problem", QLabel).text()
    assert editor.isVisible()


@pytest.mark.parametrize(("back", "on"), [("[", "]"), ("Ctrl+Left", "Ctrl+Right")])
def test_keys_go_from_week_to_week_and_never_past_this_one(journal: Journal, show: Show, back: str, on: str) -> None:
    note(journal, "Now")
    note(journal, "Then", days_ago=7)
    screen = show()
    press(screen, back)
    assert "week of 16 November" in words_of(screen.header)
    assert column(screen, 1) == ["Then"]
    press(screen, on)
    press(screen, on)
    assert column(screen, 1) == ["Now"]
    assert not named(screen, "time.after", QPushButton).isEnabled()


def test_hours_typed_into_a_week_gone_by_fall_on_a_day_of_it(journal: Journal, show: Show) -> None:
    screen = show()
    press(screen, "[")
    line = named(screen, "time.add", QLineEdit)
    type_into(line, "2h forecast thu")
    press(line, "Return")
    assert [piece.day for piece in week(journal, TODAY - timedelta(days=7))] == [date(2026, 11, 19)]


def test_the_week_is_told_beside_the_aim(journal: Journal, show: Show) -> None:
    dana = journal.do(add_rep, name="Dana Reyes")
    journal.do(log_conversation, rep_id=dana, minutes=90)
    note(journal, minutes=150)
    screen = show()
    words = words_of(named(screen, "time.week", QWidget))
    assert "38%" in words
    assert "with your people, aim 50%" in words
    assert "Forecast and reports 2 h 30" in words


def test_without_hours_there_is_no_share(show: Show) -> None:
    screen = show()
    assert "– with your people, aim 50%" in words_of(named(screen, "time.week", QWidget))


def test_an_overlap_is_told_in_words_and_on_its_row(journal: Journal, show: Show) -> None:
    note(journal, "Long", hour=9, minutes=90)
    note(journal, "Short", hour=10, minutes=30)
    screen = show()
    assert named(screen, "time.overlap", QLabel).text() == "30 minutes overlap and count once."
    assert column(screen, 2) == ["1 h 00", "0 h 30"]
    assert column(screen, 5) == ["30 min overlap", ""]


def test_a_number_opens_the_rows_it_was_made_from(journal: Journal, show: Show) -> None:
    dana, tom = journal.do(add_rep, name="Dana Reyes"), journal.do(add_rep, name="Tom Moyo")
    journal.do(log_conversation, rep_id=dana, text="Old", held_on=TODAY - timedelta(days=20))
    journal.do(log_conversation, rep_id=dana, text="New")
    journal.do(log_conversation, rep_id=tom, text="His")
    note(journal, "Forecast")
    screen = show()
    click(named(screen, f"time.rep.{dana}", QPushButton))
    assert column(screen, 1) == ["Old", "New"]
    assert "Dana Reyes, 30 days" in words_of(screen)
    click(named(screen, "time.reports", QPushButton))
    assert column(screen, 1) == ["Forecast"]
    click(named(screen, "time.people", QPushButton))
    assert column(screen, 1) == ["New", "His"]
    click(named(screen, "time.whole", QPushButton))
    assert len(column(screen, 1)) == 3


def test_aims_are_changed_in_per_cent(journal: Journal, show: Show, context: Context, qtbot: QtBot) -> None:
    screen = show()
    click(named(screen, "time.aims", QPushButton))
    editor = named(context.window, "aims", QDialog)
    qtbot.waitUntil(editor.isActiveWindow)
    named(editor, "aims.coaching_floor", QSpinBox).setValue(40)
    named(editor, "aims.desk_ceiling", QSpinBox).setValue(35)
    press(editor, "Ctrl+Return")
    now = journal.ask(chosen_settings)
    assert (now.coaching_floor, now.desk_ceiling) == (0.4, 0.35)
    assert "aim 40%" in words_of(screen)


def test_the_table_s_model_is_sound(journal: Journal, show: Show, qtmodeltester: "SoundModel") -> None:
    note(journal, "One")
    note(journal, "Two", hour=11)
    screen = show()
    model = table(screen).model()
    qtmodeltester.check(model)
    table(screen).sortByColumn(2, table(screen).horizontalHeader().sortIndicatorOrder())
    note(journal, "Three", hour=13)
    qtmodeltester.check(model)


class SoundModel:
    """pytest-qt's model tester, which states no types."""

    def check(self, model: QAbstractItemModel) -> None:
        raise NotImplementedError
