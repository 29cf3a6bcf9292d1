"""A page that is come to has no focus yet: Tab and Down lead into it, wherever its widgets were made."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.commands.commitment import make_commitment
from coachjournal.journal import Journal
from tests.ui.hands import press
from ui.main_window import MainWindow
from ui.pages import Place


@pytest.fixture
def come_to(attached: MainWindow, journal: Journal, dana: int) -> MainWindow:
    journal.do(make_commitment, rep_id=dana, text="Draw the map", due_on=journal.clock.today())
    return attached


def in_focus(window: MainWindow) -> QWidget:
    """What has the focus, which is on the page in sight."""
    widget, page = QApplication.focusWidget(), window.pages.currentWidget()
    assert widget is not None
    assert page is not None
    assert page.isAncestorOf(widget)
    return widget


@pytest.mark.parametrize("place", [Place("today"), Place("brief", 1), Place("team"), Place("time")])
def test_tab_leads_into_the_page(come_to: MainWindow, qtbot: QtBot, place: Place) -> None:
    come_to.pages.go(place)
    qtbot.waitUntil(lambda: come_to.pages.place == place)
    come_to.pages.setFocus()
    press(come_to.pages, "Tab")
    assert in_focus(come_to).isVisible()


@pytest.mark.parametrize("place", [Place("today"), Place("brief", 1)])
def test_down_leads_to_its_first_row(come_to: MainWindow, qtbot: QtBot, place: Place) -> None:
    come_to.pages.go(place)
    qtbot.waitUntil(lambda: come_to.pages.place == place)
    come_to.pages.setFocus()
    press(come_to.pages, "Down")
    first = in_focus(come_to)
    press(first, "Down")
    assert in_focus(come_to) is not first
