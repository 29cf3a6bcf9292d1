"""The journal by keys: walk, open, delete, find."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QScrollArea, QTextBrowser
from pytestqt.qtbot import QtBot

from coachjournal.clock import FixedClock
from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.field_call import add_field_call
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal, Writing
from coachjournal.queries.journal_page import Filter, journal_overview
from coachjournal.rules.conversation import ConversationKind
from tests.ui.hands import click, named, press, type_into, words_of
from ui.context import Context
from ui.locale import Locale
from ui.main_window import MainWindow
from ui.pages import Place
from ui.screens.journal import NOTHING_YET, JournalScreen
from ui.screens.journal_model import JournalModel, LineRole, Week

TODAY = date(2026, 11, 23)
MANY = 1_000


@pytest.fixture
def talks(journal: Journal) -> list[int]:
    """Three conversations, the newest first: today with Amir, a week ago and eleven days ago with Dana."""
    dana, amir = journal.do(add_rep, name="Dana Reyes"), journal.do(add_rep, name="Amir <b>Khan")
    told = (
        (dana, ConversationKind.RIDE_ALONG, 11, "Opened with the agenda.", False),
        (dana, ConversationKind.IN_PASSING, 7, "Family.", True),
        (amir, ConversationKind.ONE_ON_ONE, 0, "Price came up.", False),
    )
    return [
        journal.do(
            log_conversation, rep_id=rep_id, kind=kind, held_on=TODAY - timedelta(days=ago), text=text, private=private
        )
        for rep_id, kind, ago, text, private in told
    ][::-1]


@pytest.fixture
def screen(talks: list[int], attached: MainWindow, qtbot: QtBot) -> JournalScreen:
    assert talks
    return visit(attached, qtbot)


def visit(window: MainWindow, qtbot: QtBot) -> JournalScreen:
    window.resize(1360, 860)
    window.ways.open_page("journal")
    qtbot.waitUntil(lambda: window.pages.place == Place("journal"), timeout=20_000)
    shown = window.pages.currentWidget()
    assert isinstance(shown, JournalScreen)
    return shown


def lines(screen: JournalScreen) -> list[str]:
    """The list as it is read out."""
    rows = screen.list.rows
    return [rows.index(row, 0).data() for row in range(rows.rowCount())]


def choose(screen: JournalScreen, name: str, words: str) -> None:
    combo = named(screen, f"journal.{name}", QComboBox)
    combo.setCurrentText(words)
    combo.activated.emit(combo.currentIndex())


def test_conversations_stand_under_their_weeks_newest_first(screen: JournalScreen) -> None:
    assert lines(screen) == [
        "This week, 1 conversation",
        "One-on-one with Amir <b>Khan, Monday 23 November, 45 min, Price came up.",
        "Last week, 1 conversation",
        "In passing with Dana Reyes, Monday 16 November, 5 min, private",
        "Week of 9 Nov, 1 conversation",
        "Ride-along with Dana Reyes, Thursday 12 November, 4 h, Opened with the agenda.",
    ]


def test_days_are_read_out_in_the_words_of_the_users_own_language(
    talks: list[int], journal: Journal, clock: FixedClock
) -> None:
    model = JournalModel(journal, Locale(clock, QLocale("de_DE")))
    model.show_list(journal.ask(journal_overview, chosen=Filter()), Filter())
    assert len(talks) == 3
    assert "Donnerstag 12 November" in model.index(5, 0).data()


def test_arrows_walk_over_the_headings_and_enter_opens(
    screen: JournalScreen, talks: list[int], qtbot: QtBot, attached: MainWindow
) -> None:
    assert screen.list.current_id() == talks[0]
    for expected in (talks[1], talks[2], talks[2]):
        press(screen.list, "Down")
        assert screen.list.current_id() == expected
    press(screen.list, "Home")
    assert screen.list.current_id() == talks[0]
    press(screen.list, "End")
    press(screen.list, "Return")
    qtbot.waitUntil(lambda: attached.pages.place == Place("conversation", talks[2]), timeout=20_000)
    press(attached, "Alt+Left")
    qtbot.waitUntil(lambda: attached.pages.place == Place("journal"))
    assert screen.list.current_id() == talks[2]


def read(screen: JournalScreen) -> str:
    """The note in the preview."""
    return named(screen, "journal.preview.note.text", QTextBrowser).toPlainText()


def test_the_note_stands_beside_the_list_and_a_private_one_only_says_so(screen: JournalScreen, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: read(screen) == "Price came up.")
    assert named(screen, "journal.preview.when", QLabel).text().startswith("Monday 23 November")
    press(screen.list, "Down")
    qtbot.waitUntil(lambda: "This note is private" in words_of(screen.preview))
    assert read(screen) == ""
    assert screen.preview.property("private") is True


def test_what_was_agreed_and_the_calls_of_a_day_stand_below_its_note(
    screen: JournalScreen, talks: list[int], journal: Journal, qtbot: QtBot
) -> None:
    journal.do(make_commitment, rep_id=2, text="Send the *list*", conversation_id=talks[0], due_on=TODAY)
    journal.do(add_field_call, conversation_id=talks[2], outcome="A second meeting")
    qtbot.waitUntil(lambda: read(screen) == "Price came up.")
    qtbot.waitUntil(lambda: "Send the *list* (today)" in words_of(screen.preview))
    press(screen.list, "End")
    qtbot.waitUntil(lambda: "A second meeting" in words_of(screen.preview))
    qtbot.waitUntil(lambda: "Send the *list*" not in words_of(screen.preview))


def test_a_key_deletes_the_list_stays_where_it_was_and_undo_brings_back(
    screen: JournalScreen, talks: list[int], journal: Journal
) -> None:
    press(screen.list, "Down")
    press(screen.list, "Del")
    assert screen.list.current_id() == talks[2]
    assert len(lines(screen)) == 4
    journal.undo()
    assert len(lines(screen)) == 6
    assert screen.list.current_id() == talks[2]


def test_every_conversation_keeps_its_two_lines_whatever_stood_there_before(
    screen: JournalScreen, journal: Journal
) -> None:
    journal.do(log_conversation, rep_id=1, kind=ConversationKind.PRACTICE, held_on=TODAY, text="Objections.")
    assert_rows_are_high_enough(screen)
    journal.undo()
    assert_rows_are_high_enough(screen)


def assert_rows_are_high_enough(screen: JournalScreen) -> None:
    rows, full = screen.list.rows, screen.list.verticalHeader().defaultSectionSize()
    for row in range(rows.rowCount()):
        assert (screen.list.rowHeight(row) == full) is not rows.is_heading(row), lines(screen)[row]


def test_filters_narrow_the_list_and_the_head_counts(screen: JournalScreen) -> None:
    choose(screen, "rep", "Dana Reyes")
    assert "2 conversations with Dana Reyes: 1 in passing, 1 ride-along" in words_of(screen.header)
    choose(screen, "kind", "Ride-along")
    assert "1 ride-along with Dana Reyes, of 2 conversations" in words_of(screen.header)
    choose(screen, "period", "This week")
    assert "No conversation is like that." in words_of(screen)
    click(named(screen, "journal.showAll", QPushButton))
    assert len(lines(screen)) == 6


def test_words_are_found_as_they_are_typed(screen: JournalScreen, talks: list[int], qtbot: QtBot) -> None:
    press(screen, "Ctrl+F")
    type_into(screen.filters.words, "agen")
    qtbot.waitUntil(lambda: screen.list.current_id() == talks[2])
    assert screen.list.rows.conversations == 1


def test_the_preview_stands_at_the_first_word_found_and_tints_them_all(
    screen: JournalScreen, journal: Journal, qtbot: QtBot
) -> None:
    lines = "\n\n".join(f"Line {number}, of a long day." for number in range(80))
    long = journal.do(log_conversation, rep_id=1, text=f"{lines}\n\n**Price** was named. The price again.")
    journal.do(log_conversation, rep_id=1, text="pricing", private=True, held_on=TODAY - timedelta(days=1))
    press(screen, "/")
    type_into(screen.filters.words, "price named")
    qtbot.waitUntil(lambda: screen.list.rows.conversations == 1 and screen.list.current_id() == long)
    note = named(screen, "journal.preview.note.text", QTextBrowser)
    qtbot.waitUntil(lambda: len(note.extraSelections()) == 3)
    tinted = [QTextCursor(each.cursor).selectedText() for each in note.extraSelections()]
    assert tinted == ["Price", "named", "price"]
    qtbot.waitUntil(lambda: named(screen, "journal.preview.scroll", QScrollArea).verticalScrollBar().value() > 0)


def test_filters_can_be_typed_and_are_said_back(screen: JournalScreen, talks: list[int], qtbot: QtBot) -> None:
    understood = named(screen, "journal.understood", QLabel)
    press(screen, "Ctrl+F")
    type_into(screen.filters.words, "rep:dana after:2026-11-13")
    qtbot.waitUntil(understood.isVisible)
    assert understood.text() == "rep Dana Reyes, from 13 November 2026"
    assert screen.list.current_id() == talks[1]
    type_into(screen.filters.words, " rep:nobody kind:ride")
    said = "No conversation is like that. Rep Dana Reyes, kind ride-along, from 13 November 2026."
    qtbot.waitUntil(lambda: said in words_of(screen))


def test_keys_lead_from_the_words_to_the_list_and_back(
    screen: JournalScreen, talks: list[int], qtbot: QtBot, attached: MainWindow
) -> None:
    press(screen.list, "/")
    words = screen.filters.words
    assert words.hasFocus()
    type_into(words, "a/b")
    assert words.text() == "a/b"
    press(words, "Esc")
    assert words.text() == ""
    assert screen.list.hasFocus()
    qtbot.waitUntil(lambda: len(lines(screen)) == 6)
    press(screen.list, "Ctrl+F")
    press(words, "Down")
    assert screen.list.hasFocus()
    press(screen.list, "Esc")
    qtbot.waitUntil(lambda: attached.pages.place != Place("journal"))
    assert talks


def test_enter_opens_what_is_found_though_it_was_pressed_before_the_answer_came(
    screen: JournalScreen, talks: list[int], qtbot: QtBot, attached: MainWindow
) -> None:
    press(screen, "Ctrl+F")
    type_into(screen.filters.words, "agenda")
    press(screen.filters.words, "Return")
    qtbot.waitUntil(lambda: attached.pages.place == Place("conversation", talks[2]), timeout=20_000)


def test_a_key_brings_the_cursor_into_the_words_from_any_page(
    screen: JournalScreen, attached: MainWindow, qtbot: QtBot
) -> None:
    choose(screen, "rep", "Dana Reyes")
    attached.ways.open_page("today")
    qtbot.waitUntil(lambda: attached.pages.place == Place("today"), timeout=20_000)
    press(attached, "Ctrl+Shift+F")
    qtbot.waitUntil(screen.filters.words.hasFocus)
    assert attached.pages.place == Place("journal")


def test_filters_are_remembered_but_not_the_words(screen: JournalScreen, context: Context, qtbot: QtBot) -> None:
    choose(screen, "rep", "Dana Reyes")
    choose(screen, "kind", "In passing")
    again = JournalScreen(context)
    qtbot.addWidget(again)
    again.load()
    assert again.filters.chosen == Filter(rep_id=1, kind=ConversationKind.IN_PASSING)


def test_an_empty_journal_says_what_belongs_here(attached: MainWindow, journal: Journal, qtbot: QtBot) -> None:
    journal.do(add_rep, name="Dana Reyes")
    screen = visit(attached, qtbot)
    assert NOTHING_YET in words_of(screen)
    assert not screen.filters.isVisible()


@pytest.fixture
def many(journal: Journal) -> list[tuple[date, int]]:
    """Days and keys of conversations of two years, as the list should have them."""

    def log_them(tx: Writing) -> list[tuple[date, int]]:
        dana = add_rep(tx, name="Dana Reyes")
        days = [TODAY - timedelta(days=number * 7919 % 730) for number in range(MANY)]
        return [(day, log_conversation(tx, rep_id=dana, held_on=day, text=f"Note of {day}")) for day in days]

    return sorted(journal.do(log_them), reverse=True)


def model_of(journal: Journal) -> JournalModel:
    model = JournalModel(journal, Locale(journal.clock))
    model.show_list(journal.ask(journal_overview, chosen=Filter()), Filter())
    return model


def test_a_long_list_is_read_where_it_is_looked_at_and_misses_nothing(
    many: list[tuple[date, int]], journal: Journal
) -> None:
    model = model_of(journal)
    told = [model.conversation(place) for place in reversed(range(MANY))]
    assert [(line.held_on, line.conversation_id) for line in told if line] == many[::-1]


def test_rows_and_places_lead_to_each_other(many: list[tuple[date, int]], journal: Journal) -> None:
    assert many
    model = model_of(journal)
    for place in range(MANY):
        row = model.row_of(place)
        assert model.place_of(row) == place
        assert not model.is_heading(row)
    headings = [row for row in range(model.rowCount()) if model.is_heading(row)]
    assert headings == model.headings
    weeks = [model.index(row, 0).data(LineRole) for row in headings]
    assert sum(week.conversations for week in weeks if isinstance(week, Week)) == MANY


def test_the_model_keeps_qts_rules(many: list[tuple[date, int]], journal: Journal) -> None:
    assert many
    model = JournalModel(journal, Locale(journal.clock))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_list(journal.ask(journal_overview, chosen=Filter()), Filter())
    model.show_list(journal.ask(journal_overview, chosen=Filter(words="2025")), Filter(words="2025"))
    assert tester.model() is model
