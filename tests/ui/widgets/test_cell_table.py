"""A table of cells by keys, in a wide window and a narrow one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.hands import press
from ui.widgets.cell_table import Cell, Cells, CellTable, Head, seen_text

pytestmark = pytest.mark.usefixtures("theme")
COLUMNS = tuple(Head(name, f"{name} Reyes") for name in ("Dana", "Amir", "Lena"))
ROWS = tuple(Head(skill, skill) for skill in ("Discovery", "Qualification"))


def cells(rows: tuple[Head, ...] = ROWS) -> Cells:
    told = tuple(tuple(Cell("3", f"{each.told}: 3", "12 Nov", shade=0.5) for each in COLUMNS) for _ in rows)
    return Cells(COLUMNS, rows, told)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    whole = QWidget()
    whole.resize(800, 300)
    qtbot.addWidget(whole)
    return whole


@pytest.fixture
def table(page: QWidget, qtbot: QtBot) -> CellTable:
    shown = CellTable(name="table", label="Skills by rep")
    column = QVBoxLayout(page)
    column.addWidget(shown)
    column.addWidget(QLineEdit())
    shown.show_cells(cells())
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    shown.setFocus()
    return shown


def test_words_for_nothing_become_a_dash_where_they_do_not_fit_and_numbers_stay(table: CellTable) -> None:
    metrics, narrow = table.fontMetrics(), table.fontMetrics().horizontalAdvance("not")
    none, few = Cell("not yet", "Dana, Discovery: not yet", muted=True), Cell("4 : 0", "Dana: 4 of 4", muted=True)
    assert seen_text(none, metrics, 200) == "not yet"
    assert seen_text(none, metrics, narrow) == "–"
    assert seen_text(few, metrics, narrow).startswith("4")


def test_the_model_is_sound(table: CellTable) -> None:
    QAbstractItemModelTester(table.cells, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_arrows_walk_enter_opens_and_tab_leaves(table: CellTable, qtbot: QtBot) -> None:
    for keys in ("Right", "Down", "Down", "Left", "Right"):
        press(table, keys)
    with qtbot.waitSignal(table.opened) as opened:
        press(table, "Return")
    assert opened.args == [1, 1]
    press(table, "Tab")
    assert not table.hasFocus()


def test_who_stands_on_a_cell_stays_there_when_the_numbers_change(table: CellTable) -> None:
    table.setCurrentIndex(table.cells.index(1, 2))
    table.show_cells(cells((*ROWS, Head("Objections", "Objections"))))
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 2)


def test_with_nothing_in_it_keys_do_nothing(table: CellTable) -> None:
    table.show_cells(Cells())
    press(table, "Return")
    assert not table.currentIndex().isValid()


def test_names_are_told_in_full_where_they_are_short(table: CellTable) -> None:
    across = Qt.Orientation.Horizontal
    assert table.cells.headerData(0, across) == "Dana"
    assert table.cells.headerData(0, across, Qt.ItemDataRole.AccessibleTextRole) == "Dana Reyes"
    assert table.cells.headerData(9, across) is None


def test_columns_share_the_room_and_scroll_only_where_there_is_none(
    table: CellTable, page: QWidget, qtbot: QtBot
) -> None:
    assert table.horizontalHeader().length() == table.viewport().width()
    page.resize(120, 300)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() > 0)
    assert table.verticalHeader().width() <= table.width() // 3 + 1
