"""The goals on the rep's page: asked about when they are over, with the next step on their way."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QCheckBox, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.commands.check_in import check_in
from coachjournal.commands.goal import set_goal
from coachjournal.commands.milestone import add_milestone, reach_milestone
from coachjournal.journal import Journal
from coachjournal.queries.milestones import milestones
from coachjournal.queries.rep_page import GoalRow
from coachjournal.rules.goal import Measure
from tests.ui.hands import named, opened, press
from ui.context import Context
from ui.editors.check_in import CheckInEditor
from ui.main_window import MainWindow
from ui.pages import Place
from ui.widgets.table import Table

TODAY = date(2026, 11, 23)


def goal_due(journal: Journal, dana: int, due_on: date) -> int:
    return journal.do(
        set_goal,
        rep_id=dana,
        title="Discovery depth",
        measure=Measure.LEVEL,
        baseline=2.5,
        target=4,
        started_on=date(2026, 8, 3),
        due_on=due_on,
    )


@pytest.fixture
def goals(attached: MainWindow, dana: int, qtbot: QtBot) -> Table[GoalRow]:
    attached.ways.open_rep(dana, "goals")
    qtbot.waitUntil(lambda: attached.pages.place == Place("rep", dana))
    return named(attached, "repPage.goals", Table)


def question(window: MainWindow, goal: int) -> QPushButton:
    return named(window, f"repPage.goal.{goal}", QPushButton)


def asked(window: MainWindow) -> list[str]:
    rows = named(window, "repPage.goals.asked", QWidget)
    return [row.accessibleName() for row in rows.findChildren(QPushButton) if row.isVisible()]


def test_a_goal_that_is_over_asks_what_became_of_it_and_enter_answers(
    journal: Journal, attached: MainWindow, dana: int, goals: Table[GoalRow], qtbot: QtBot
) -> None:
    assert (asked(attached), goals.rows.rowCount()) == ([], 0)
    goal = goal_due(journal, dana, TODAY - timedelta(days=11))
    journal.do(check_in, goal_id=goal, value=3.6)
    words = "Discovery depth: Ended 12 Nov at 3.6 of 4.0: achieved, extended or abandoned?"
    assert asked(attached) == [words]
    press(named(attached, f"repPage.goal.{goal}", QPushButton), "Return")
    editor = named(attached, "endGoal", QDialog)
    qtbot.waitUntil(editor.isActiveWindow)
    press(editor, "Ctrl+Return")
    assert asked(attached) == []
    journal.undo()
    assert asked(attached) == [words]


def test_a_target_that_is_reached_is_asked_about_too(
    journal: Journal, attached: MainWindow, dana: int, goals: Table[GoalRow]
) -> None:
    goal = goal_due(journal, dana, TODAY + timedelta(days=30))
    journal.do(check_in, goal_id=goal, value=4)
    assert goals.rows.rowCount() == 1
    assert asked(attached) == ["Discovery depth: Reached its target, 4.0 of 4.0. Achieved?"]


def test_the_next_step_stands_in_the_row_of_its_goal(journal: Journal, dana: int, goals: Table[GoalRow]) -> None:
    goal = goal_due(journal, dana, TODAY + timedelta(days=30))
    column = [each.title for each in goals.rows.columns].index("Next step")
    assert goals.isColumnHidden(column)
    first = journal.do(add_milestone, goal_id=goal, text="Asks why twice", due_on=date(2026, 12, 1))
    assert goals.rows.index(0, column).data() == "Asks why twice, by 1 Dec"
    second = journal.do(add_milestone, goal_id=goal, text="Waits for the answer")
    journal.do(reach_milestone, milestone_id=first)
    assert goals.rows.index(0, column).data() == "Waits for the answer (1 of 2)"
    journal.do(reach_milestone, milestone_id=second)
    assert goals.rows.index(0, column).data() == "all 2 reached"


def test_a_step_is_ticked_while_checking_in(journal: Journal, context: Context, dana: int, qtbot: QtBot) -> None:
    goal = goal_due(journal, dana, TODAY + timedelta(days=30))
    editor = opened(CheckInEditor(context, goal), qtbot)
    assert not steps_seen(editor)
    press(editor, "Esc")
    step = journal.do(add_milestone, goal_id=goal, text="Asks why twice")
    editor = opened(CheckInEditor(context, goal), qtbot)
    press(named(editor, f"goalEditor.step.{step}", QCheckBox), "Space")
    assert journal.ask(milestones, goal_id=goal)[0].done_on == TODAY
    assert editor.isVisible()


def steps_seen(editor: QWidget) -> bool:
    return any(box.isVisible() for box in editor.findChildren(QCheckBox) if "step" in box.objectName())
