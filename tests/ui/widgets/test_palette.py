from functools import partial

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from tests.ui.hands import named, press, type_into
from tests.ui.plain_pages import PLAIN_PAGES
from ui.main_window import MainWindow
from ui.pages import Page, Place
from ui.widgets.found import Found, FoundModel
from ui.widgets.matching import Named
from ui.widgets.names import Names
from ui.widgets.palette import Palette


@pytest.fixture
def pages() -> tuple[Page, ...]:
    return PLAIN_PAGES


@pytest.fixture
def line(attached: MainWindow) -> QLineEdit:
    press(attached, "Ctrl+K")
    return named(attached, "palette.line", QLineEdit)


def test_a_rep_is_opened_by_a_few_letters(attached: MainWindow, qtbot: QtBot, journal: Journal) -> None:
    rep_id = journal.do(add_rep, name="Ñuño Pérez")
    press(attached, "Ctrl+K")
    line = named(attached, "palette.line", QLineEdit)
    type_into(line, "nun")
    found = named(attached, "palette.list", QListView)
    qtbot.waitUntil(lambda: found.model().index(0, 0).data() == "Ñuño Pérez")
    press(line, "Return")
    qtbot.waitUntil(lambda: attached.pages.place == Place("rep", rep_id))
    assert not line.isVisible()


def test_a_page_and_a_command_are_found_too(attached: MainWindow, qtbot: QtBot, line: QLineEdit) -> None:
    type_into(line, "plan")
    press(line, "Return")
    qtbot.waitUntil(lambda: attached.pages.place == Place("plans"))
    press(attached, "Ctrl+K")
    type_into(line, "abo")
    press(line, "Return")
    press(named(attached, "about", QWidget), "Esc")


@pytest.mark.parametrize("letters", ["theme", "dark", "look"])
def test_the_look_is_found_by_whatever_people_call_it(attached: MainWindow, line: QLineEdit, letters: str) -> None:
    type_into(line, letters)
    found = named(attached, "palette.list", QListView).model()
    assert "Look: dark" in {found.index(row, 0).data() for row in range(found.rowCount())}


def test_arrows_choose_and_esc_leaves_everything_as_it_was(attached: MainWindow, line: QLineEdit) -> None:
    found = named(attached, "palette.list", QListView)
    press(line, "Down")
    assert found.currentIndex().row() == 1
    press(line, "Up")
    press(line, "Up")
    assert found.currentIndex().row() == found.model().rowCount() - 1
    before = attached.pages.place
    press(line, "Esc")
    assert not line.isVisible()
    assert attached.pages.place == before


def test_nothing_found_is_said_and_the_letters_stay_in_sight(attached: MainWindow, line: QLineEdit) -> None:
    type_into(line, "qqq")
    assert named(attached, "palette.nothing", QLabel).isVisible()
    assert line.height() >= line.sizeHint().height()
    press(line, "Return")
    assert line.isVisible()
    type_into(line, "\b\b\b")
    assert not named(attached, "palette.nothing", QLabel).isVisible()


def test_a_click_on_what_is_found_opens_it(attached: MainWindow, qtbot: QtBot, line: QLineEdit) -> None:
    type_into(line, "deals")
    found = named(attached, "palette.list", QListView)
    assert found.model().index(0, 0).data() == "Deals"
    found.clicked.emit(found.model().index(0, 0))
    qtbot.waitUntil(lambda: attached.pages.place == Place("deals"))


def test_a_key_stroke_among_ten_thousand_deals_shows_the_best_fifty(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    palette = Palette(host)
    host.resize(900, 600)
    host.show()
    opened: list[int] = []
    deals = Names(
        Named.by(f"Deal {number} Account {number % 97}", Found(f"Deal {number}", "", partial(opened.append, number)))
        for number in range(10_000)
    )
    palette.feed((Names(), deals))
    palette.open()
    line = named(palette, "palette.line", QLineEdit)
    type_into(line, "9999")
    assert named(palette, "palette.list", QListView).model().rowCount() <= 50
    press(line, "Return")
    assert opened == [9999]


def test_an_answer_that_comes_late_is_dropped(attached: MainWindow, line: QLineEdit) -> None:
    palette = named(attached, "palette", Palette)
    type_into(line, "abo")
    found = named(attached, "palette.list", QListView).model()
    before = found.rowCount()
    palette.show_written("ab", [Found("Late", "", lambda: None)])
    assert found.rowCount() == before


def test_the_list_keeps_the_rules_of_qt(qapp: QObject, qtmodeltester: ModelTester) -> None:
    model = FoundModel(qapp)
    model.show_rows([Found("Dana Reyes", "rep", lambda: None)])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt gives it no types
    model.show_rows([])
