"""The page of plans by keys and clicks."""

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from coachjournal.commands.plan import start_plan, write_plan
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.rules.period import quarter_of
from tests.ui.hands import click, named, press, words_of
from ui.context import Context
from ui.editors.plan import PlanEditor
from ui.editors.self_rating import SelfRating
from ui.main_window import MainWindow
from ui.pages import Place
from ui.screens.plans import PlansScreen
from ui.widgets.sheet import Sheet
from ui.widgets.table import INDENT

QUARTER = quarter_of(date(2026, 11, 23))


@pytest.fixture
def team(journal: Journal) -> dict[str, int]:
    reps = {name: journal.do(add_rep, name=name) for name in ("Amir <i>Khan</i>", "Dana Reyes", "Tom Moyo")}
    agreed = {"Dana Reyes": date(2026, 11, 2), "Tom Moyo": date(2026, 8, 20)}
    for name, day in agreed.items():
        plan = journal.do(start_plan, rep_id=reps[name], period=QUARTER)
        journal.do(write_plan, plan_id=plan, agreed_on=day, direction=f"What {name} wants")
    return reps


@pytest.fixture
def screen(team: dict[str, int], attached: MainWindow, qtbot: QtBot) -> PlansScreen:
    assert team
    attached.ways.open_page("plans")
    qtbot.waitUntil(lambda: attached.pages.place == Place("plans"))
    return named(attached, "plansPage", PlansScreen)


def cells(screen: PlansScreen) -> list[tuple[str, ...]]:
    rows = screen.table.rows
    columns = range(rows.columnCount())
    return [tuple(str(rows.index(row, column).data()) for column in columns) for row in range(rows.rowCount())]


def test_every_rep_has_a_line_with_what_comes_next(screen: PlansScreen) -> None:
    assert cells(screen) == [
        ("Amir <i>Khan</i>", "", "", "", "", "none", "no plan yet"),
        ("Dana Reyes", "version 1", "Q4 2026", "2 Nov", "31 Jan 2027", "none", "in place"),
        ("Tom Moyo", "version 1", "Q4 2026", "20 Aug", "5 days ago", "none", "review 5 days late"),
    ]
    assert "2 of 3 reps have one" in words_of(screen)
    QAbstractItemModelTester(screen.table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_the_words_of_the_table_begin_where_those_of_other_sheets_do(screen: PlansScreen) -> None:
    sheet = named(screen, "plans.sheet", Sheet)
    begins = screen.table.x() + INDENT - sheet.contentsRect().x()
    assert begins == Sheet().rows.contentsMargins().left()


def test_the_page_follows_what_is_written(screen: PlansScreen, journal: Journal, team: dict[str, int]) -> None:
    journal.do(start_plan, rep_id=team["Amir <i>Khan</i>"], period=QUARTER)
    assert cells(screen)[0][-1] == "not agreed yet"


def test_enter_and_the_button_open_the_plan_of_the_line(
    screen: PlansScreen, attached: MainWindow, qtbot: QtBot
) -> None:
    screen.table.setFocus()
    press(screen.table, "Down")
    press(screen.table, "Return")
    editor = named(attached, "planEditor", PlanEditor)
    assert editor.windowTitle() == "Development plan of Dana Reyes"
    press(editor, "Esc")
    qtbot.waitUntil(lambda: attached.findChild(PlanEditor) is None)
    click(named(screen, "plans.write", QPushButton))
    named(attached, "planEditor", PlanEditor).close()


@pytest.mark.parametrize(("key", "title"), [("D", "Dana, where do you see yourself?"), ("Y", "Where do you see Dana?")])
def test_r_asks_whose_turn_it_is_to_rate_the_skills(
    screen: PlansScreen, attached: MainWindow, key: str, title: str, qtbot: QtBot
) -> None:
    screen.table.setFocus()
    press(screen.table, "Down")
    press(screen.table, "R")
    menu = named(screen, "plans.rateMenu", QMenu)
    qtbot.waitUntil(menu.isVisible)
    press(menu, key)
    editor = named(attached, "selfRating", SelfRating)
    assert editor.windowTitle() == title
    press(editor, "Esc")


def test_p_exports_the_plan_of_the_line(
    screen: PlansScreen, attached: MainWindow, context: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    context.settings.setValue("folders/documents", str(tmp_path))
    screen.table.setFocus()
    press(screen.table, "Down")
    press(screen.table, "P")
    dialog = named(attached, "saveDialog", QFileDialog)
    press(named(dialog, "fileNameEdit", QLineEdit), "Return")
    file = tmp_path / "Development plan Dana Reyes 2026-Q4.pdf"
    qtbot.waitUntil(lambda: attached.messages.bar.words.startswith("Saved"), timeout=20_000)
    assert "What Dana Reyes wants" in PdfReader(file).pages[0].extract_text()


def test_without_a_team_the_page_says_what_belongs_there(attached: MainWindow, qtbot: QtBot) -> None:
    attached.ways.open_page("plans")
    qtbot.waitUntil(lambda: attached.pages.place == Place("plans"))
    screen = named(attached, "plansPage", PlansScreen)
    assert named(screen, "firstStep", QPushButton).isVisible()
    assert not named(screen, "plans.export", QPushButton).isEnabled()
