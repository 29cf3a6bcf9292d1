"""A pipeline review: the open deals of a rep, parked, talked about and given a next step from the keys."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.deal import add_deal, edit_deal
from coachjournal.journal import Journal
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.money import Money
from tests.ui.hands import at_conversation, click, named, press, type_into, words_of
from ui.main_window import MainWindow
from ui.screens.conversation import ConversationScreen
from ui.screens.pipeline_table import PipelineTable

TODAY = date(2026, 11, 23)
WON = 6
"""The stage of that name in a new journal."""
PIPELINE = ConversationKind.PIPELINE_REVIEW


@pytest.fixture
def deals(journal: Journal, dana: int) -> list[int]:
    """Three in two currencies, by the day they should close."""
    plans = (("Kestrel", "EUR", -3), ("Mills", "USD", 2), ("Orchard", "EUR", 9))
    return [
        journal.do(
            add_deal,
            rep_id=dana,
            name=name,
            stage_id=2,
            amount=Money(90_000_00, currency),
            close_on=TODAY + timedelta(days=days),
        )
        for name, currency, days in plans
    ]


@pytest.fixture
def review(journal: Journal, dana: int) -> int:
    return journal.do(log_conversation, rep_id=dana, kind=PIPELINE)


@pytest.fixture
def screen(deals: list[int], review: int, attached: MainWindow, qtbot: QtBot) -> ConversationScreen:
    assert deals
    return at_conversation(attached, review, qtbot)


def table(screen: ConversationScreen) -> PipelineTable:
    return named(screen, "pipelineTable", PipelineTable)


def here(screen: ConversationScreen) -> list[str]:
    """What stands in the last column, row by row."""
    model = table(screen).rows
    return [str(model.index(row, model.columnCount() - 1).data()) for row in range(model.rowCount())]


def reviews(journal: Journal) -> list[tuple[object, ...]]:
    sql = "SELECT status, held_on FROM conversation WHERE kind = 'deal_review'"
    return [tuple(row) for row in journal.ask(lambda tx: tx.connection.exec_driver_sql(sql).all())]


def test_the_keys_are_the_tables_and_each_currency_is_counted_apart(screen: ConversationScreen) -> None:
    assert QApplication.focusWidget() is table(screen)
    assert "3 open, €180k and US$90k; 0 of 3 talked about" in words_of(screen)
    assert [deal.line.name for deal in table(screen).rows.rows] == ["Kestrel", "Mills", "Orchard"]


def test_the_rows_are_a_sound_model(screen: ConversationScreen) -> None:
    QAbstractItemModelTester(table(screen).rows, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_p_parks_a_deal_once_and_undo_takes_it_back(screen: ConversationScreen, journal: Journal, qtbot: QtBot) -> None:
    press(table(screen), "P")
    press(table(screen), "P")
    assert reviews(journal) == [("planned", "2026-11-30")]
    assert here(screen) == ["review 30 Nov", "", ""]
    press(screen, "Ctrl+Z")
    qtbot.waitUntil(lambda: here(screen) == ["", "", ""])
    assert reviews(journal) == []


def test_left_and_right_move_the_day_of_a_parked_deal(screen: ConversationScreen, journal: Journal) -> None:
    press(table(screen), "Right")
    assert reviews(journal) == []
    for key in ("P", "Left", "Left"):
        press(table(screen), key)
    assert reviews(journal) == [("planned", "2026-11-26")]
    press(table(screen), "Right")
    assert reviews(journal) == [("planned", "2026-11-27")]


def test_space_says_that_a_deal_was_talked_about(screen: ConversationScreen) -> None:
    for key in ("Down", "Space"):
        press(table(screen), key)
    assert here(screen) == ["", "talked about", ""]
    assert "1 of 3 talked about" in words_of(screen)
    press(table(screen), "Space")
    assert here(screen) == ["", "", ""]


@pytest.mark.parametrize("key", ["Return", "Esc"])
def test_enter_opens_the_next_step_and_enter_or_esc_leads_back(
    screen: ConversationScreen, journal: Journal, key: str
) -> None:
    press(table(screen), "Return")
    line = named(screen, "conversation.pipeline.nextStep", QLineEdit)
    assert line.hasFocus()
    type_into(line, "Ring them tomorrow")
    press(line, key)
    assert table(screen).hasFocus()
    assert not line.isVisible()
    rows = journal.ask(lambda tx: tx.connection.exec_driver_sql("SELECT next_step, next_step_on FROM deal").all())
    assert tuple(rows[0]) == ("Ring them", "2026-11-24")


def test_buttons_do_the_same_by_the_mouse(screen: ConversationScreen, journal: Journal) -> None:
    for name in ("park", "talked"):
        click(named(screen, f"conversation.pipeline.{name}", QPushButton))
    assert here(screen)[0] == "talked about, review 30 Nov"
    assert len(reviews(journal)) == 1


def test_a_review_of_the_past_says_that_the_deals_are_those_of_today(
    journal: Journal, dana: int, deals: list[int], attached: MainWindow, qtbot: QtBot
) -> None:
    past = journal.do(
        log_conversation, rep_id=dana, kind=PIPELINE, held_on=TODAY - timedelta(days=30), deal_ids=deals[:2]
    )
    journal.do(edit_deal, deal_id=deals[0], stage_id=WON)
    screen = at_conversation(attached, past, qtbot)
    assert "as they are today: 2 open, US$90k and €90k; 2 talked about then" in words_of(
        named(screen, "conversation.pipeline", QWidget)
    )


def test_a_column_is_there_while_it_has_something_to_say(screen: ConversationScreen) -> None:
    head = table(screen).horizontalHeader()
    this_review = table(screen).rows.columnCount() - 1
    assert head.isSectionHidden(this_review)
    press(table(screen), "Space")
    assert not head.isSectionHidden(this_review)
    press(table(screen), "Space")
    assert head.isSectionHidden(this_review)


def test_a_rep_without_open_deals_is_told(journal: Journal, review: int, attached: MainWindow, qtbot: QtBot) -> None:
    screen = at_conversation(attached, review, qtbot)
    assert named(screen, "conversation.pipeline.empty", QLabel).text() == "Dana has no open deals."
    assert not table(screen).isVisible()
    assert journal.undoable() is not None


def test_another_kind_of_conversation_has_no_pipeline(
    journal: Journal, dana: int, deals: list[int], attached: MainWindow, qtbot: QtBot
) -> None:
    screen = at_conversation(attached, journal.do(log_conversation, rep_id=dana, deal_ids=deals), qtbot)
    assert not named(screen, "conversation.pipeline", QWidget).isVisible()
    assert table(screen).focusPolicy() & Qt.FocusPolicy.TabFocus
