"""A page that is come to has no focus yet: Tab and Down lead into it, wherever its widgets were made."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachjournal.commands.commitment import make_commitment
from coachjournal.journal import Journal
from tests.ui.hands import press
from ui.main_window import MainWindow
from ui.pages import Place


@pytest.fixture
def come_to(attached: MainWindow, qtbot: QtBot, journal: Journal, dana: int) -> MainWindow:
    journal.do(make_commitment, rep_id=dana, text="Draw the map", due_on=journal.clock.today())
    return attached


def focus() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget else ""


@pytest.mark.parametrize("place", [Place("today"), Place("brief", 1), Place("team"), Place("time")])
def test_tab_leads_into_the_page(come_to: MainWindow, qtbot: QtBot, place: Place) -> None:
    come_to.pages.go(place)
    qtbot.waitUntil(lambda: come_to.pages.place == place)
    come_to.pages.setFocus()
    press(come_to.pages, "Tab")
    assert come_to.pages.currentWidget().isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize("place", [Place("today"), Place("brief", 1)])
def test_down_leads_to_its_first_row(come_to: MainWindow, qtbot: QtBot, place: Place) -> None:
    come_to.pages.go(place)
    qtbot.waitUntil(lambda: come_to.pages.place == place)
    come_to.pages.setFocus()
    press(come_to.pages, "Down")
    first = focus()
    assert come_to.pages.currentWidget().isAncestorOf(QApplication.focusWidget())
    press(QApplication.focusWidget(), "Down")
    assert focus() != first
