import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from coachjournal.journal import Journal
from coachjournal.queries.team import team
from tests.ui.hands import click, named, press, type_into
from tests.ui.plain_pages import PLAIN_PAGES
from ui.main_window import MainWindow
from ui.pages import Page, Place


@pytest.fixture
def pages() -> tuple[Page, ...]:
    return PLAIN_PAGES


def test_the_sample_team_comes_with_one_click_and_goes_with_one(
    attached: MainWindow, qtbot: QtBot, journal: Journal
) -> None:
    click(named(attached, "welcome.sample", QPushButton))
    qtbot.waitUntil(lambda: attached.pages.place == Place("today"), timeout=30_000)
    assert len(attached.sidebar.rep_ids) == 7
    click(named(attached, "removeSample", QPushButton))
    qtbot.waitUntil(lambda: attached.pages.place == Place("welcome"), timeout=30_000)
    assert journal.ask(team).is_empty


def test_the_first_rep_needs_a_name_and_no_more(attached: MainWindow, qtbot: QtBot, journal: Journal) -> None:
    line = named(attached, "welcome.name", QLineEdit)
    press(line, "Return")
    assert journal.ask(team).is_empty
    type_into(line, "Dana Reyes")
    press(line, "Return")
    qtbot.waitUntil(lambda: attached.pages.place == Place("rep", 1))
