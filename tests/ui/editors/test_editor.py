import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from coachjournal.commands.rep import add_rep
from coachjournal.errors import StorageUnavailable
from coachjournal.journal import Journal
from coachjournal.queries.team import team
from tests.ui.hands import click, named, press, type_into
from ui.context import Context
from ui.editors.editor import Editor


class NameEditor(Editor):
    """The smallest editor there is."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "New rep", name="newRep", finish="Add")
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
