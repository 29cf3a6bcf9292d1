from datetime import date

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from coachjournal.commands.rep import add_rep, edit_rep
from coachjournal.errors import StorageUnavailable
from coachjournal.journal import Journal
from coachjournal.queries.drafts import kept_draft
from coachjournal.queries.team import team
from tests.ui.another_program import another_program_writing
from tests.ui.hands import click, named, press, type_into
from ui.context import Context
from ui.editors.deal import DealEditor
from ui.editors.editor import UNKEPT, Editor
from ui.editors.goal import GoalEditor
from ui.editors.rep import RepEditor
from ui.widgets.date_field import DateField
from ui.widgets.picked_up import PickedUp
from ui.widgets.rep_picker import RepPicker


class NameEditor(Editor):
    """The smallest editor there is."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "New rep", name="newRep", finish="Add", keeps="new")
        self.line = QLineEdit()
        self.add("name", "Name", self.line)

    def save(self) -> None:
        if self.line.text() == "full":
            raise StorageUnavailable("The disk is full.")
        self.context.journal.do(add_rep, name=self.line.text())


@pytest.fixture
def editor(context: Context, qtbot: QtBot) -> NameEditor:
    opened = NameEditor(context)
    opened.open()
    qtbot.waitUntil(opened.isActiveWindow)
    return opened


def names(journal: Journal) -> list[str]:
    return [rep.name for rep in journal.ask(team).reps]


@pytest.mark.parametrize("keys", ["Ctrl+Return", "Ctrl+Enter"])
def test_keys_finish_from_inside_a_field(editor: NameEditor, qtbot: QtBot, journal: Journal, keys: str) -> None:
    type_into(editor.line, "Dana Reyes")
    with qtbot.waitSignal(editor.accepted):
        press(editor.line, keys)
    assert names(journal) == ["Dana Reyes"]


def test_esc_goes_back_and_writes_nothing(editor: NameEditor, qtbot: QtBot, journal: Journal) -> None:
    type_into(editor.line, "Dana Reyes")
    with qtbot.waitSignal(editor.rejected):
        press(editor.line, "Esc")
    assert names(journal) == []


def test_a_refusal_stands_beside_its_field_until_it_is_mended(
    editor: NameEditor, qtbot: QtBot, journal: Journal
) -> None:
    click(named(editor, "newRep.finish", QPushButton))
    problem = named(editor, "newRep.name.problem", QLabel)
    assert problem.text() == "A rep needs a name."
    type_into(editor.line, "Dana Reyes")
    with qtbot.waitSignal(editor.accepted):
        click(named(editor, "newRep.finish", QPushButton))
    assert names(journal) == ["Dana Reyes"]


def test_a_full_disk_loses_nothing_that_was_typed(editor: NameEditor) -> None:
    type_into(editor.line, "full")
    press(editor.line, "Ctrl+Return")
    assert editor.isVisible()
    assert named(editor, "newRep.problem", QLabel).text() == "The disk is full. What you typed is still here."
    assert editor.line.text() == "full"
    press(editor.line, "Esc")


def open_again(context: Context, qtbot: QtBot) -> NameEditor:
    again = NameEditor(context)
    again.open()
    qtbot.waitUntil(again.isActiveWindow)
    return again


def test_esc_keeps_a_draft_that_is_picked_up_laid_aside_and_brought_back(
    editor: NameEditor, context: Context, qtbot: QtBot
) -> None:
    type_into(editor.line, "Dana")
    press(editor.line, "Esc")
    again = open_again(context, qtbot)
    assert again.line.text() == "Dana"
    assert named(again, "newRep.pickedUp", PickedUp).words.startswith("Picked up where you left off, today")
    press(again.line, "Ctrl+D")
    assert again.line.text() == ""
    press(again.line, "Esc")
    assert open_again(context, qtbot).line.text() == "Dana"


def test_a_draft_is_gone_once_it_is_finished_or_emptied(
    editor: NameEditor, context: Context, qtbot: QtBot, journal: Journal
) -> None:
    type_into(editor.line, "Dana")
    press(editor.line, "Esc")
    emptied = open_again(context, qtbot)
    emptied.line.clear()
    press(emptied.line, "Esc")
    finished = open_again(context, qtbot)
    assert finished.line.text() == ""
    type_into(finished.line, "Amir")
    press(finished.line, "Esc")
    press(open_again(context, qtbot).line, "Ctrl+Return")
    assert names(journal) == ["Amir"]
    again = open_again(context, qtbot)
    assert again.line.text() == ""
    assert not named(again, "newRep.pickedUp", PickedUp).isVisible()


def test_what_is_typed_is_on_the_disk_a_second_later(editor: NameEditor, journal: Journal, qtbot: QtBot) -> None:
    type_into(editor.line, "Da")
    qtbot.waitUntil(lambda: journal.ask(kept_draft, slot="editor:newRep:new") is not None)
    type_into(editor.line, "na")
    press(editor.line, "Ctrl+Return")
    assert journal.ask(kept_draft, slot="editor:newRep:new") is None, "what is saved is no draft"


def test_nothing_is_kept_once_the_window_is_gone_and_its_journal_is_shut(
    editor: NameEditor, context: Context, journal: Journal, qtbot: QtBot
) -> None:
    type_into(editor.line, "Da")
    context.window.hide()
    qtbot.wait(1100)  # a second is what it takes
    assert journal.ask(kept_draft, slot="editor:newRep:new") is None


def test_every_field_of_a_deal_is_picked_up_unless_the_deal_was_changed_since(
    context: Context, qtbot: QtBot, journal: Journal
) -> None:
    journal.do(add_rep, name="Amir Khan")
    dana = journal.do(add_rep, name="Dana Reyes")
    first = DealEditor(context)
    first.open()
    qtbot.waitUntil(first.isActiveWindow)
    type_into(named(first, "dealEditor.name", QLineEdit), "Northwind")
    type_into(named(first, "dealEditor.amount", QLineEdit), "80k")
    type_into(named(first, "dealEditor.rep_id", RepPicker), "da")
    named(first, "dealEditor.stage_id", QComboBox).setCurrentIndex(2)
    named(first, "dealEditor.close_on", DateField).set_day(date(2026, 12, 4))
    press(first, "Esc")
    again = DealEditor(context)
    again.open()
    qtbot.waitUntil(again.isActiveWindow)
    assert named(again, "dealEditor.rep_id", RepPicker).rep_id == dana
    assert named(again, "dealEditor.stage_id", QComboBox).currentIndex() == 2
    assert named(again, "dealEditor.close_on", DateField).day == date(2026, 12, 4)
    press(again, "Ctrl+Return")
    assert not again.isVisible()


def test_a_draft_on_shifted_ground_is_not_shown(context: Context, journal: Journal) -> None:
    dana = journal.do(add_rep, name="Dana Reyes")
    first = RepEditor(context, rep_id=dana)
    first.open()
    named(first, "repEditor.name", QLineEdit).setText("Dana R.")
    first.reject()
    journal.do(edit_rep, rep_id=dana, name="Dana Reyes-Holt")
    again = RepEditor(context, rep_id=dana)
    again.open()
    assert named(again, "repEditor.name", QLineEdit).text() == "Dana Reyes-Holt"
    again.reject()


def test_a_goal_picks_up_its_draft_and_a_deleted_one_leaves_none(context: Context, journal: Journal) -> None:
    dana = journal.do(add_rep, name="Dana Reyes")
    first = GoalEditor(context, rep_id=dana)
    first.open()
    named(first, "goalEditor.title", QLineEdit).setText("Asks before telling")
    named(first, "goalEditor.measure", QComboBox).setCurrentIndex(2)
    first.reject()
    again = GoalEditor(context, rep_id=dana)
    again.open()
    assert named(again, "goalEditor.title", QLineEdit).text() == "Asks before telling"
    assert named(again, "goalEditor.measure", QComboBox).currentIndex() == 2
    again.leave()
    assert journal.ask(kept_draft, slot=f"editor:goalEditor:new.{dana}") is None


def test_a_draft_that_cannot_be_kept_takes_a_second_esc(editor: NameEditor, qtbot: QtBot, journal: Journal) -> None:
    type_into(editor.line, "Dana")
    with another_program_writing(journal):
        press(editor.line, "Esc")
        assert named(editor, "newRep.problem", QLabel).text() == UNKEPT
        with qtbot.waitSignal(editor.rejected):
            press(editor.line, "Esc")
