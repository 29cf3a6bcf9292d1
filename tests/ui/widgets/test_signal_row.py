import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.hands import click, named, press
from ui.theme import Theme
from ui.tokens import Scheme
from ui.widgets.buttons import PlainButton, PrimaryButton
from ui.widgets.marks import Pill
from ui.widgets.signal_row import COACH, LOOK_AGAIN, NOT_NOW, RECOGNISE, SignalLine, SignalRow

LINE = SignalLine("Tom Moyo", "win rate 14%, team 31% (n 29)", "6 of the last 7 lost at proposal.")


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> QWidget:
    theme.choose_scheme(Scheme.LIGHT)
    around = QWidget()
    around.setLayout(QVBoxLayout())
    around.resize(520, 200)
    qtbot.addWidget(around)
    around.show()
    qtbot.waitUntil(around.isActiveWindow)
    return around


def shown(page: QWidget, row: SignalRow) -> SignalRow:
    layout = page.layout()
    assert layout is not None
    layout.addWidget(row)
    row.show()
    return row


def test_keys_and_buttons_do_the_same(page: QWidget) -> None:
    done: list[object] = []
    row = shown(page, SignalRow(LINE, lambda: done.append("opened"), name="signal.x", primary=True))
    row.acted.connect(done.append)
    row.setFocus()
    for key in ("C", "N", "R", "Return"):
        press(row, key)
    click(named(row, "signal.x.coach", PrimaryButton))
    click(named(row, "signal.x.notNow", PlainButton))
    assert done == [COACH, NOT_NOW, "opened", COACH, NOT_NOW]


def test_a_strength_offers_to_recognise_it(page: QWidget) -> None:
    done: list[object] = []
    line = SignalLine("Julia Prieto", "cycle 34 days, team 61", acts=(RECOGNISE, NOT_NOW, COACH))
    row = shown(page, SignalRow(line, lambda: None, name="signal.x"))
    row.acted.connect(done.append)
    click(named(row, "signal.x.recognise", PlainButton))
    row.setFocus()
    press(row, "R")
    assert done == [RECOGNISE, RECOGNISE]


def test_how_far_it_has_come_stands_in_place_of_the_buttons(page: QWidget) -> None:
    line = SignalLine("Will Novak", "2 new deals in 30 days", acts=(LOOK_AGAIN, COACH), state="look again today")
    row = shown(page, SignalRow(line, lambda: None, name="signal.x"))
    assert [pill.text for pill in row.findChildren(Pill)] == ["look again today"]
    assert row.findChildren(PlainButton) == []
    done: list[object] = []
    row.acted.connect(done.append)
    row.setFocus()
    press(row, "L")
    assert done == [LOOK_AGAIN]


def test_a_screen_reader_hears_all_of_it(page: QWidget) -> None:
    row = shown(page, SignalRow(LINE, lambda: None, name="signal.x"))
    assert row.accessibleName() == "Tom Moyo win rate 14%, team 31% (n 29). 6 of the last 7 lost at proposal"
    assert row.accessibleDescription() == "Enter opens it, C coach this, N not now"


def test_the_buttons_go_below_where_there_is_no_room_beside(page: QWidget, qtbot: QtBot) -> None:
    row = shown(page, SignalRow(LINE, lambda: None, name="signal.x"))
    button = named(row, "signal.x.coach", PlainButton)
    qtbot.waitUntil(lambda: button.x() > row.width() // 2)
    page.resize(300, 200)
    qtbot.waitUntil(lambda: button.x() < row.width() // 2)
    assert row.height() >= row.heightForWidth(row.width())
