from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.hands import press
from ui.widgets.marks import Tone
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.table import Table


@dataclass(frozen=True)
class Deal:
    deal_id: int
    name: str
    due: date | None


DEALS = (Deal(1, "Halvorsen", date(2026, 12, 1)), Deal(2, "kestrel", None), Deal(3, "Aurora", date(2026, 11, 1)))
NAME, DUE = range(2)


@pytest.fixture
def model(qapp: object) -> RowsModel[Deal]:
    assert qapp is not None
    rows: RowsModel[Deal] = RowsModel(
        [
            Column(title="Deal", text=lambda deal: deal.name, bold=True),
            Column(title="Due", text=lambda deal: str(deal.due or ""), sort_by=lambda deal: deal.due, right=True),
            Column(title="", text=lambda _deal: "open", tone=lambda deal: Tone.AMBER if deal.due else None),
        ],
        lambda deal: deal.deal_id,
    )
    rows.show_rows(DEALS)
    return rows


@pytest.fixture
def table(model: RowsModel[Deal], settings: QSettings, qtbot: QtBot) -> Table[Deal]:
    shown = Table(model, settings, name="deals", label="Deals")
    qtbot.addWidget(shown)
    shown.resize(600, 400)
    shown.show()
    return shown


def names(model: RowsModel[Deal]) -> list[str]:
    return [deal.name for deal in model.rows]


def test_the_model_keeps_the_rules_of_qt_while_it_sorts_and_changes(
    model: RowsModel[Deal], qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt gives it no types
    for column in (NAME, DUE, -1):
        for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            model.sort(column, order)
    model.show_rows(DEALS[:1])
    model.show_rows(())


def test_words_sort_without_regard_to_case(model: RowsModel[Deal]) -> None:
    model.sort(NAME)
    assert names(model) == ["Aurora", "Halvorsen", "kestrel"]


@pytest.mark.parametrize("order", [Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder])
def test_what_has_no_value_stands_last_whichever_way(model: RowsModel[Deal], order: Qt.SortOrder) -> None:
    model.sort(DUE, order)
    assert names(model)[-1] == "kestrel"


def test_the_order_given_is_kept_until_somebody_sorts(table: Table[Deal], model: RowsModel[Deal]) -> None:
    assert table.isVisible()
    assert names(model) == ["Halvorsen", "kestrel", "Aurora"]


def test_a_refresh_keeps_the_chosen_row(table: Table[Deal], model: RowsModel[Deal]) -> None:
    table.choose(3)
    model.show_rows(reversed(DEALS))
    row = table.current_row()
    assert row is not None
    assert row.deal_id == 3


def test_sorting_keeps_the_chosen_row(table: Table[Deal]) -> None:
    table.choose(3)
    table.sortByColumn(NAME, Qt.SortOrder.DescendingOrder)
    row = table.current_row()
    assert row is not None
    assert row.deal_id == 3


def test_enter_opens_the_chosen_row(table: Table[Deal], qtbot: QtBot) -> None:
    table.choose(2)
    with qtbot.waitSignal(table.opened) as opened:
        press(table, "Return")
    assert opened.args == [DEALS[1]]


def test_the_chosen_row_is_told(table: Table[Deal], qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.pointed) as pointed:
        table.choose(3)
    assert pointed.args == [DEALS[2]]


def test_columns_stay_as_they_were_left(table: Table[Deal], model: RowsModel[Deal], settings: QSettings) -> None:
    table.setColumnWidth(NAME, 321)
    table.sortByColumn(DUE, Qt.SortOrder.AscendingOrder)
    again = Table(model, settings, name="deals", label="Deals")
    assert again.columnWidth(NAME) == 321
    assert again.horizontalHeader().sortIndicatorSection() == DUE
    assert names(model) == ["Aurora", "Halvorsen", "kestrel"]


def test_ten_thousand_rows_show_and_sort_at_once(table: Table[Deal], model: RowsModel[Deal]) -> None:
    model.show_rows(Deal(number, f"Deal {number * 7919 % 10_000}", None) for number in range(10_000))
    table.sortByColumn(NAME, Qt.SortOrder.AscendingOrder)
    assert names(model)[0] == "Deal 0"
    assert not table.grab().isNull()


def test_the_number_of_a_column_sorts_by_it_and_once_more_the_other_way_round(
    table: Table[Deal], model: RowsModel[Deal]
) -> None:
    press(table, "1")
    assert names(model) == ["Aurora", "Halvorsen", "kestrel"]
    press(table, "1")
    assert names(model) == ["kestrel", "Halvorsen", "Aurora"]
    press(table, "2")
    assert names(model)[:2] == ["Aurora", "Halvorsen"]
    press(table, "9")
    assert names(model)[:2] == ["Aurora", "Halvorsen"]
