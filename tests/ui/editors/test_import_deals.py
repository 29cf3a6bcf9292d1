"""Bringing in real files by keys and clicks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from coachjournal.journal import Journal
from coachjournal.queries.deals_page import deals_page
from tests.fixtures.bad_files import BAD_FILES
from tests.ui.hands import click, named, press, type_into
from ui.editors.import_deals import ImportDeals
from ui.main_window import MainWindow
from ui.pages import Place
from ui.widgets.choices import Tabs
from ui.widgets.table import Table
from ui.worker import Task, Worker

FIXTURES = Path(__file__).parents[2] / "fixtures" / "crm"
PIPELINE = FIXTURES / "sales_pipeline.csv"
MAVEN = Path(__file__).parents[4] / "shared" / "data" / "crm" / "maven" / "sales_pipeline.csv"


@pytest.fixture
def dialog(attached: MainWindow, qtbot: QtBot) -> Iterator[ImportDeals]:
    attached.ways.import_deals()
    shown = named(attached, "importDeals", ImportDeals)
    yield shown
    qtbot.waitUntil(lambda: is_done(shown))


def is_done(dialog: ImportDeals) -> bool:
    """Whether nothing is under way; a dialog that has closed is gone."""
    return not shiboken6.isValid(dialog) or not dialog.busy


def summary(dialog: ImportDeals) -> str:
    return named(dialog, "importDeals.summary", QLabel).text()


def problem(dialog: ImportDeals) -> str:
    return named(dialog, "importDeals.problem", QLabel).text()


def finish(dialog: ImportDeals) -> QPushButton:
    return named(dialog, "importDeals.finish", QPushButton)


def deals(journal: Journal) -> int:
    return journal.ask(deals_page).total


def read(qtbot: QtBot, dialog: ImportDeals, file: Path) -> None:
    dialog.read(file)
    qtbot.waitUntil(lambda: not dialog.busy)


def answer(combo: QComboBox, choice: str) -> None:
    """Choose as a person does: by the words, then Enter."""
    combo.setFocus()
    combo.setCurrentIndex(combo.findText(choice))
    combo.activated.emit(combo.currentIndex())


def test_a_file_is_chosen_looked_at_and_imported_and_undone_in_one_step(
    attached: MainWindow, dialog: ImportDeals, qtbot: QtBot, journal: Journal
) -> None:
    choose = named(dialog, "importDeals.choose", QPushButton)
    click(choose)
    files = named(dialog, "importDeals.file", QFileDialog)
    name = named(files, "fileNameEdit", QLineEdit)
    name.setText(str(PIPELINE))
    press(name, "Return")
    qtbot.waitUntil(lambda: summary(dialog) == "Adds 6 deals.")
    new = named(dialog, "importDeals.newcomers", QLabel).text()
    assert new == "New: 2 reps (Nora Lind, Omar Faye), 3 accounts, 2 stages (Engaging, Prospecting)."
    assert finish(dialog).text() == "Import 6 deals"
    assert deals(journal) == 0
    press(dialog, "Ctrl+Return")
    qtbot.waitUntil(lambda: attached.pages.place == Place("deals"))
    assert deals(journal) == 6
    qtbot.waitUntil(lambda: "6 deals added" in attached.messages.bar.words)
    attached.activateWindow()  # where there is no window manager, nobody gives the keys back to it
    qtbot.waitUntil(attached.isActiveWindow)
    press(attached, "Ctrl+Z")
    qtbot.waitUntil(lambda: deals(journal) == 0)


def test_amounts_without_a_currency_say_which_one_they_are_taken_for(
    dialog: ImportDeals, qtbot: QtBot, journal: Journal
) -> None:
    read(qtbot, dialog, PIPELINE)
    currency = named(dialog, "importDeals.currency.typed", QLineEdit)
    assert (currency.isVisible(), currency.text()) == (True, "EUR")
    currency.selectAll()
    type_into(currency, "us")
    assert not finish(dialog).isEnabled()
    type_into(currency, "d")
    qtbot.waitUntil(lambda: not dialog.busy and finish(dialog).isEnabled())
    press(dialog, "Ctrl+Return")
    qtbot.waitUntil(lambda: deals(journal) == 6)
    assert {deal.currency for deal in journal.ask(deals_page).deals if deal.amount} == {"USD"}


def test_half_a_currency_gives_way_to_the_one_before(dialog: ImportDeals, qtbot: QtBot) -> None:
    read(qtbot, dialog, PIPELINE)
    currency = named(dialog, "importDeals.currency.typed", QLineEdit)
    currency.selectAll()
    type_into(currency, "us")
    named(dialog, "importDeals.other", QPushButton).setFocus()
    assert currency.text() == "EUR"
    qtbot.waitUntil(lambda: not dialog.busy and finish(dialog).isEnabled())


def test_no_currency_is_asked_where_every_amount_names_one(dialog: ImportDeals, qtbot: QtBot) -> None:
    read(qtbot, dialog, FIXTURES / "pipedrive.csv")
    assert not named(dialog, "importDeals.currency", QComboBox).isVisible()


def test_the_same_file_again_has_nothing_new(
    dialog: ImportDeals, attached: MainWindow, qtbot: QtBot, journal: Journal
) -> None:
    read(qtbot, dialog, PIPELINE)
    press(dialog, "Ctrl+Return")
    qtbot.waitUntil(lambda: deals(journal) == 6)
    qtbot.waitUntil(lambda: attached.findChild(ImportDeals) is None)
    attached.ways.import_deals()
    again = named(attached, "importDeals", ImportDeals)
    read(qtbot, again, PIPELINE)
    assert summary(again) == "Nothing new in this file."
    assert not finish(again).isEnabled()
    press(again, "Esc")


def test_a_changed_file_says_what_it_changes(
    dialog: ImportDeals, attached: MainWindow, qtbot: QtBot, journal: Journal, tmp_path: Path
) -> None:
    read(qtbot, dialog, PIPELINE)
    press(dialog, "Ctrl+Return")
    qtbot.waitUntil(lambda: attached.findChild(ImportDeals) is None and deals(journal) == 6)
    changed = tmp_path / "later.csv"
    more = "P1007,Omar Faye,Valve,Aster Foods,Won,2026-03-01,2026-04-30,10\n"
    rows = PIPELINE.read_text().replace("Engaging,2026-08-02,,", "Won,2026-08-02,2026-09-01,5")
    changed.write_text(rows + more)
    attached.ways.import_deals()
    again = named(attached, "importDeals", ImportDeals)
    read(qtbot, again, changed)
    assert summary(again) == "Adds 1 deal and changes 1; 5 are left as they are."
    press(again, "Esc")


def test_what_the_file_does_not_say_is_asked(dialog: ImportDeals, qtbot: QtBot, journal: Journal) -> None:
    read(qtbot, dialog, FIXTURES / "nothing_said.csv")
    assert summary(dialog) == "4 rows. 2 questions first: the file does not say by itself."
    assert not finish(dialog).isEnabled()
    answer(named(dialog, "importDeals.question.name", QComboBox), "Source")
    qtbot.waitUntil(lambda: "1 question " in summary(dialog))
    rep = named(dialog, "importDeals.question.rep", QComboBox)
    line = rep.lineEdit()
    assert line is not None
    type_into(line, "Dana Reyes")
    press(line, "Return")
    qtbot.waitUntil(lambda: summary(dialog) == "Adds 4 deals.")
    press(dialog, "Ctrl+Return")
    qtbot.waitUntil(lambda: deals(journal) == 4)
    assert {deal.rep for deal in journal.ask(deals_page).deals} == {"Dana Reyes"}


def test_two_quick_answers_both_count(dialog: ImportDeals, qtbot: QtBot) -> None:
    read(qtbot, dialog, FIXTURES / "nothing_said.csv")
    asked = [named(dialog, f"importDeals.question.{part}", QComboBox) for part in ("name", "rep")]
    for combo in asked:
        answer(combo, "Source")
    qtbot.waitUntil(lambda: summary(dialog) == "Adds 4 deals.")


def test_another_file_is_not_taken_while_one_is_read(dialog: ImportDeals, qtbot: QtBot) -> None:
    dialog.read(PIPELINE)
    drop(dialog, FIXTURES / "zoho.csv")
    qtbot.waitUntil(lambda: not dialog.busy)
    named(dialog, "importDeals.preview.tabs", Tabs).choose("columns")
    answer(named(dialog, "importDeals.column.name", QComboBox), "product")
    table = named(dialog, "importDeals.deals", Table)
    qtbot.waitUntil(lambda: [deal.name for deal in table.rows.rows[:2]] == ["Pump S", "Pump L"])


def test_looking_through_the_columns_answers_nothing_yet(dialog: ImportDeals, qtbot: QtBot) -> None:
    read(qtbot, dialog, FIXTURES / "nothing_said.csv")
    asked = named(dialog, "importDeals.question.rep", QComboBox)
    asked.setFocus()
    press(asked, "Down")
    assert asked.view().isVisible()
    press(asked.view(), "Esc")
    assert asked.currentIndex() == -1
    assert not dialog.busy


def test_the_order_of_dates_is_asked_where_nothing_settles_it(
    dialog: ImportDeals, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "days.csv"
    file.write_text("Deal Name,Deal owner,Deal Stage,Create Date\nA,Dana,Won,03/04/2026\n")
    read(qtbot, dialog, file)
    answer(named(dialog, "importDeals.question.date_order", QComboBox), "3 April: the day comes first")
    qtbot.waitUntil(lambda: summary(dialog).startswith("Adds 1 deal"))
    table = named(dialog, "importDeals.deals", Table)
    assert [deal.created_on for deal in table.rows.rows] == ["2026-04-03"]


def test_another_column_can_be_chosen_for_a_part(dialog: ImportDeals, qtbot: QtBot) -> None:
    read(qtbot, dialog, PIPELINE)
    named(dialog, "importDeals.preview.tabs", Tabs).choose("columns")
    column = named(dialog, "importDeals.column.name", QComboBox)
    assert column.currentText() == "no column"
    answer(column, "product")
    table = named(dialog, "importDeals.deals", Table)
    qtbot.waitUntil(lambda: [deal.name for deal in table.rows.rows[:2]] == ["Pump S", "Pump L"])


def test_what_cannot_be_read_is_listed_row_by_row(
    dialog: ImportDeals, qtbot: QtBot, journal: Journal, tmp_path: Path
) -> None:
    file = tmp_path / "some.csv"
    rows = ("A,Dana,Prospect,10", "<b>B</b>,,Prospect,10", "C,Dana,Prospect,ten")
    file.write_text("\n".join(("Deal Name,Deal owner,Deal Stage,Amount", *rows)))
    read(qtbot, dialog, file)
    assert summary(dialog) == "Adds 1 deal; 2 rows cannot be read and are left out."
    problems = named(dialog, "importDeals.problems", Table).rows
    assert [(row.row, row.column) for row in problems.rows] == [(3, "Deal owner"), (4, "Amount")]
    assert problems.rows[1].reason == "This is no amount. The row is left out."
    QAbstractItemModelTester(problems, QAbstractItemModelTester.FailureReportingMode.Fatal)
    press(dialog, "Ctrl+Return")
    qtbot.waitUntil(lambda: deals(journal) == 1)


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_file_that_is_no_table_of_deals_gets_one_sentence_and_leaves_nothing(
    dialog: ImportDeals, qtbot: QtBot, journal: Journal, tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    file.write_bytes(BAD_FILES[name])
    read(qtbot, dialog, file)
    assert problem(dialog).endswith("Nothing was changed.")
    assert named(dialog, "importDeals.choose", QPushButton).isVisible()
    assert deals(journal) == 0
    assert journal.undoable() is None


def test_a_file_that_is_gone_is_told(dialog: ImportDeals, qtbot: QtBot, tmp_path: Path) -> None:
    read(qtbot, dialog, tmp_path / "gone.csv")
    assert "gone.csv" in problem(dialog)


def drop(widget: ImportDeals | MainWindow, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, data, left, none))
    QApplication.sendEvent(widget, QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, data, left, none))


def test_a_file_can_be_dropped_on_the_dialog(dialog: ImportDeals, qtbot: QtBot) -> None:
    drop(dialog, PIPELINE)
    qtbot.waitUntil(lambda: summary(dialog) == "Adds 6 deals.")


def test_a_file_can_be_dropped_on_the_window(attached: MainWindow, qtbot: QtBot) -> None:
    drop(attached, PIPELINE)
    qtbot.waitUntil(lambda: attached.findChild(ImportDeals) is not None)
    dialog = named(attached, "importDeals", ImportDeals)
    qtbot.waitUntil(lambda: summary(dialog) == "Adds 6 deals.")


def test_esc_while_reading_leaves_once_the_reading_has_stopped(
    dialog: ImportDeals, attached: MainWindow, worker: Worker, qtbot: QtBot, journal: Journal
) -> None:
    holding = hold(worker)
    dialog.read(PIPELINE)
    press(dialog, "Esc")
    assert dialog.isVisible()
    holding.cancel()
    qtbot.waitUntil(lambda: attached.findChild(ImportDeals) is None)
    assert deals(journal) == 0


def test_an_import_that_is_stopped_leaves_nothing_behind(
    dialog: ImportDeals, worker: Worker, qtbot: QtBot, journal: Journal
) -> None:
    read(qtbot, dialog, PIPELINE)
    holding = hold(worker)
    press(dialog, "Ctrl+Return")
    cancel = named(dialog, "importDeals.working.cancel", QPushButton)
    qtbot.waitUntil(cancel.isVisible)
    click(cancel)
    holding.cancel()
    qtbot.waitUntil(lambda: problem(dialog) == "Stopped. Nothing was changed.")
    assert deals(journal) == 0
    assert finish(dialog).isEnabled()


def hold(worker: Worker) -> Task:
    """Work that goes on until it is cancelled, so that what comes behind it waits."""

    def work(task: Task) -> None:
        while True:
            task.progress(0.0)

    return worker.run(work, lambda _answer: None)


@pytest.mark.skipif(not MAVEN.exists(), reason="the shared data are not here")
def test_the_window_stays_alive_while_thousands_of_deals_are_written(
    dialog: ImportDeals, qtbot: QtBot, journal: Journal
) -> None:
    read(qtbot, dialog, MAVEN)
    assert finish(dialog).text() == "Import 8,800 deals"
    beats: list[bool] = []
    press(dialog, "Ctrl+Return")

    def beat() -> bool:
        beats.append(is_done(dialog))
        return beats[-1]

    qtbot.waitUntil(beat, timeout=20_000)
    assert len(beats) > 3
    assert deals(journal) == 8800
