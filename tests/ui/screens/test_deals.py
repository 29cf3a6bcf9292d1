"""The page of deals by keys and clicks."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.deal import add_deal, edit_deal
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.deals_page import deals_page
from coachjournal.rules.deal import DEFAULT_STAGES, Outcome
from coachjournal.rules.money import Money
from coachjournal.rules.period import Period
from tests.ui.hands import click, named, press, type_into, words_of
from ui.context import Context
from ui.editors.deal import DealEditor
from ui.main_window import MainWindow
from ui.pages import Place
from ui.screens.deal_details import DealPanel
from ui.screens.deals import DealsScreen
from ui.widgets.rep_picker import RepPicker
from ui.widgets.sheet import Sheet
from ui.widgets.table import INDENT

TODAY = date(2026, 11, 23)
STAGE = {stage.name: number for number, stage in enumerate(DEFAULT_STAGES, start=1)}


@pytest.fixture
def deals(journal: Journal) -> dict[str, int]:
    """Four deals of two reps; their keys by name."""
    dana, amir = journal.do(add_rep, name="Dana Reyes"), journal.do(add_rep, name="Amir Khan")
    soon, won, lost = STAGE["Propose"], STAGE["Closed won"], STAGE["Closed lost"]
    plans = (
        ("Halvorsen renewal", dana, soon, Money(120_000_00, "EUR"), "Halvorsen AS", TODAY + timedelta(days=2)),
        ("<b>Élan</b>", amir, soon, Money(40_000_00, "USD"), "Vital", TODAY - timedelta(days=3)),
        ("No amount", amir, soon, None, "", None),
        ("Won one", dana, won, Money(10_000_00, "EUR"), "Kestrel", None),
        ("Lost one", dana, lost, None, "", None),
    )
    return {
        name: journal.do(
            add_deal, name=name, rep_id=rep_id, stage_id=stage, amount=amount, account=account, close_on=close_on
        )
        for name, rep_id, stage, amount, account, close_on in plans
    }


@pytest.fixture
def screen(deals: dict[str, int], attached: MainWindow, qtbot: QtBot) -> DealsScreen:
    assert deals
    attached.ways.open_page("deals")
    qtbot.waitUntil(lambda: attached.pages.place == Place("deals"))
    shown = attached.pages.currentWidget()
    assert isinstance(shown, DealsScreen)
    return shown


def names(screen: DealsScreen) -> list[str]:
    return [deal.name for deal in screen.table.rows.rows]


def totals(screen: DealsScreen) -> str:
    return named(screen, "deals.totals", QLabel).text()


def details(screen: DealsScreen) -> str:
    return words_of(named(screen, "deals.details", DealPanel))


def choose(screen: DealsScreen, chip: str) -> None:
    click(named(screen, f"deals.outcome.{chip}", QPushButton))


def test_open_deals_are_shown_first_and_each_currency_is_summed_apart(screen: DealsScreen) -> None:
    assert names(screen) == ["<b>Élan</b>", "Halvorsen renewal", "No amount"]
    assert totals(screen) == "3 open, €120k and US$40k; 1 with no amount"


def test_chips_show_the_others(screen: DealsScreen) -> None:
    choose(screen, "won")
    assert (names(screen), totals(screen)) == (["Won one"], "1 won, €10k")
    choose(screen, "all")
    assert len(names(screen)) == 5
    assert totals(screen) == "3 open, €120k and US$40k; 1 won, €10k; 1 lost; 2 with no amount"


def test_the_filter_finds_names_and_accounts_without_their_accents(screen: DealsScreen) -> None:
    press(screen, "Ctrl+F")
    line = named(screen, "deals.filter", QLineEdit)
    assert line.hasFocus()
    type_into(line, "elan")
    assert names(screen) == ["<b>Élan</b>"]
    line.clear()
    type_into(line, "halvorsen as")
    assert names(screen) == ["Halvorsen renewal"]
    line.setText("nothing like it")
    assert names(screen) == []
    line.clear()
    press(line, "Return")
    assert screen.table.hasFocus()


def test_where_no_deal_fits_one_click_shows_all(screen: DealsScreen, settings: QSettings) -> None:
    pick(named(screen, "deals.period", QComboBox), "Last quarter")
    sheet = named(screen, "deals.sheet", Sheet)
    assert "No deal fits the filter." in words_in_sight(sheet)
    assert not screen.table.isVisible()
    click(named(sheet, "firstStep", QPushButton))
    assert len(names(screen)) == 5
    assert screen.table.hasFocus()
    assert "No deal fits" not in words_in_sight(sheet)
    assert settings.value("deals/period") == ""


def words_in_sight(sheet: Sheet) -> str:
    labels: list[QLabel] = sheet.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def test_the_words_of_the_table_stand_in_line_with_those_above_it(screen: DealsScreen) -> None:
    above = named(screen, "deals.totals", QLabel)
    assert above.contentsRect().left() + above.x() == screen.table.x() + INDENT


def test_rep_and_period_narrow_the_list(screen: DealsScreen) -> None:
    pick(named(screen, "deals.rep", QComboBox), "Dana Reyes")
    assert names(screen) == ["Halvorsen renewal"]
    pick(named(screen, "deals.rep", QComboBox), "Everybody")
    pick(named(screen, "deals.period", QComboBox), "This quarter")
    assert names(screen) == ["<b>Élan</b>", "Halvorsen renewal"]


def pick(combo: QComboBox, choice: str) -> None:
    combo.setCurrentIndex(combo.findText(choice))
    combo.activated.emit(combo.currentIndex())


def test_the_filter_is_kept(screen: DealsScreen, context: Context, qtbot: QtBot, settings: QSettings) -> None:
    choose(screen, "won")
    pick(named(screen, "deals.rep", QComboBox), "Dana Reyes")
    settings.sync()
    again = DealsScreen(context)
    qtbot.addWidget(again)
    again.load()
    assert names(again) == ["Won one"]
    assert named(again, "deals.rep", QComboBox).currentText() == "Dana Reyes"


def test_the_model_keeps_the_rules_of_qt_while_it_sorts_and_filters(screen: DealsScreen) -> None:
    rows = screen.table.rows
    QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for column in range(rows.columnCount()):
        screen.table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
        choose(screen, "all")
        choose(screen, "open")
    assert len(rows.rows) == 3


def test_amounts_of_one_currency_sort_by_their_worth_and_nothing_comes_last(
    screen: DealsScreen, journal: Journal, deals: dict[str, int], qtbot: QtBot
) -> None:
    journal.do(edit_deal, deal_id=deals["<b>Élan</b>"], amount=Money(900_00, "EUR"))
    qtbot.waitUntil(lambda: "€900" in totals(screen) or "€121k" in totals(screen))
    screen.table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    assert names(screen) == ["<b>Élan</b>", "Halvorsen renewal", "No amount"]


def test_arrows_show_the_details_and_enter_opens_the_editor(
    screen: DealsScreen, qtbot: QtBot, attached: MainWindow
) -> None:
    screen.table.setFocus()
    qtbot.waitUntil(lambda: "<b>Élan</b>" in details(screen))
    press(screen.table, "Down")
    qtbot.waitUntil(lambda: "Halvorsen renewal" in details(screen))
    press(screen.table, "Return")
    editor = named(attached, "dealEditor", DealEditor)
    assert named(editor, "dealEditor.name", QLineEdit).text() == "Halvorsen renewal"
    press(editor, "Esc")


def test_the_details_tell_what_changed_in_words(
    screen: DealsScreen, journal: Journal, deals: dict[str, int], qtbot: QtBot
) -> None:
    deal = deals["Halvorsen renewal"]
    journal.do(edit_deal, deal_id=deal, stage_id=STAGE["Negotiate"], close_on=date(2027, 1, 15))
    screen.open_item(deal)
    qtbot.waitUntil(lambda: "Negotiate" in spoken(screen))
    assert "Propose → Negotiate" in spoken(screen)
    assert "close date 25 Nov → 15 Jan 2027, slipped" in spoken(screen)


def spoken(screen: DealsScreen) -> str:
    labels: list[QLabel] = named(screen, "deals.details", DealPanel).findChildren(QLabel)
    return " ".join(label.accessibleName() for label in labels)


def test_a_conversation_about_the_deal_opens_from_it(
    screen: DealsScreen, journal: Journal, deals: dict[str, int], qtbot: QtBot, attached: MainWindow
) -> None:
    deal = deals["Halvorsen renewal"]
    talk = journal.do(log_conversation, rep_id=1, text="Opened with the agenda", deal_ids=(deal,))
    screen.open_item(deal)
    name = f"deals.talk.{talk}"
    qtbot.waitUntil(lambda: screen.findChild(QPushButton, name) is not None)
    assert "Opened with the agenda" in details(screen)
    row = named(screen, name, QPushButton)
    row.setFocus()
    press(row, "Return")
    qtbot.waitUntil(lambda: attached.pages.place == Place("conversation", talk))


def test_del_deletes_and_undo_brings_back(
    screen: DealsScreen, journal: Journal, attached: MainWindow, qtbot: QtBot
) -> None:
    screen.table.setFocus()
    press(screen.table, "Del")
    qtbot.waitUntil(lambda: names(screen) == ["Halvorsen renewal", "No amount"])
    press(attached, "Ctrl+Z")
    qtbot.waitUntil(lambda: len(names(screen)) == 3)
    assert journal.ask(deals_page).total == 5


def test_a_deal_that_the_filter_left_out_is_shown_when_it_is_opened(
    screen: DealsScreen, deals: dict[str, int], attached: MainWindow, qtbot: QtBot
) -> None:
    named(screen, "deals.filter", QLineEdit).setText("halvorsen")
    attached.ways.open_deal(deals["Won one"])
    qtbot.waitUntil(lambda: "Won one" in details(screen))
    current = screen.table.current_row()
    assert current is not None
    assert current.deal_id == deals["Won one"]
    assert named(screen, "deals.filter", QLineEdit).text() == ""


def test_the_deals_behind_a_figure_can_be_shown(attached: MainWindow, deals: dict[str, int], qtbot: QtBot) -> None:
    assert deals
    attached.ways.show_deals(rep_id=1, outcome=Outcome.WON, period=Period(date(2026, 11, 1), date(2026, 12, 1)))
    qtbot.waitUntil(lambda: attached.pages.place == Place("deals"))
    screen = attached.pages.currentWidget()
    assert isinstance(screen, DealsScreen)
    assert names(screen) == ["Won one"]
    assert named(screen, "deals.period", QComboBox).currentText() == "1 Nov to 30 Nov"
    attached.ways.show_deals(rep_id=1, outcome=Outcome.WON, period=Period(date(2026, 10, 1), date(2026, 11, 1)))
    assert names(screen) == []


def test_an_empty_journal_offers_the_first_steps(attached: MainWindow, qtbot: QtBot) -> None:
    attached.ways.open_page("deals")
    qtbot.waitUntil(lambda: attached.pages.place == Place("deals"))
    page = named(attached, "dealsPage", DealsScreen)
    assert named(named(page, "deals.noneYet", Sheet), "firstStep", QPushButton).isVisible()
    assert named(page, "deals.add", QPushButton).isVisible()


def test_a_deal_is_added_with_keys(screen: DealsScreen, journal: Journal, attached: MainWindow, qtbot: QtBot) -> None:
    screen.table.setFocus()
    press(screen.table, "N")
    editor = named(attached, "dealEditor", DealEditor)
    type_into(named(editor, "dealEditor.name", QLineEdit), "New line")
    type_into(named(editor, "dealEditor.account", QLineEdit), "Aster Foods")
    picker = named(editor, "dealEditor.rep_id", RepPicker)
    type_into(named(editor, "dealEditor.amount", QLineEdit), "12k")
    type_into(picker, "da")
    press(editor, "Ctrl+Return")
    qtbot.waitUntil(lambda: "New line" in names(screen))
    added = next(deal for deal in journal.ask(deals_page).deals if deal.name == "New line")
    assert (added.rep, added.account, added.money) == ("Dana Reyes", "Aster Foods", Money(12_000_00, "EUR"))


@pytest.fixture
def editor(context: Context, deals: dict[str, int], qtbot: QtBot) -> DealEditor:
    shown = DealEditor(context, deals["Halvorsen renewal"])
    shown.open()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def test_a_deal_that_is_over_is_asked_when_and_if_lost_why(editor: DealEditor, journal: Journal) -> None:
    stage = named(editor, "dealEditor.stage_id", QComboBox)
    reason = named(editor, "dealEditor.loss_reason", QLineEdit)
    assert not reason.isVisible()
    stage.setCurrentIndex(stage.findText("Closed lost"))
    assert reason.isVisible()
    assert not named(editor, "dealEditor.next_step", QLineEdit).isVisible()
    type_into(reason, "No decision")
    press(editor, "Ctrl+Return")
    (lost,) = (deal for deal in journal.ask(deals_page).deals if deal.name == "Halvorsen renewal")
    assert (lost.outcome, lost.closed_on) == (Outcome.LOST, TODAY)


def test_an_amount_that_was_not_touched_stays_as_it_was(editor: DealEditor, journal: Journal) -> None:
    type_into(named(editor, "dealEditor.next_step", QLineEdit), "Call the sponsor")
    press(editor, "Ctrl+Return")
    (deal,) = (deal for deal in journal.ask(deals_page).deals if deal.name == "Halvorsen renewal")
    assert (deal.money, deal.next_step) == (Money(120_000_00, "EUR"), "Call the sponsor")


@pytest.mark.parametrize(
    ("key", "typed", "sentence"),
    [
        ("name", "", "A deal needs a name."),
        ("amount", "a lot", "Write the amount as a number, such as 120000 or 120k."),
        ("rep_id", "", "Choose whose deal it is: two letters of the name are enough."),
    ],
)
def test_what_cannot_be_saved_is_said_beside_the_field(editor: DealEditor, key: str, typed: str, sentence: str) -> None:
    line = named(editor, f"dealEditor.{key}", QLineEdit)
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    type_into(line, typed)
    press(editor, "Ctrl+Return")
    assert editor.isVisible()
    assert named(editor, f"dealEditor.{key}.problem", QLabel).text() == sentence
    press(editor, "Esc")


def test_what_to_look_at_is_in_sight_in_the_smallest_window(
    screen: DealsScreen, attached: MainWindow, qtbot: QtBot
) -> None:
    attached.resize(1024, 640)
    head, titles = screen.table.horizontalHeader(), [column.title for column in screen.table.rows.columns]
    qtbot.waitUntil(lambda: head.isSectionHidden(titles.index("Last change")))
    assert not head.isSectionHidden(titles.index("Look at"))
    assert screen.table.horizontalScrollBar().maximum() == 0
