from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.rep_editor import RepForm, rep_form
from coachjournal.queries.rep_page import RepCommitment, rep_commitments
from coachjournal.rules.conversation import Side
from coachjournal.rules.money import Money
from tests.ui.hands import click, named, opened, press, type_into
from ui.context import Context
from ui.editors.commitment import CommitmentEditor
from ui.editors.rep import RepEditor


@pytest.fixture
def dana(journal: Journal) -> int:
    return journal.do(add_rep, name="Dana Reyes", role="Account executive", started_on=date(2024, 3, 1))


def form(journal: Journal, rep_id: int) -> RepForm:
    return journal.ask(rep_form, rep_id=rep_id)


def test_a_name_alone_adds_a_rep(journal: Journal, context: Context, qtbot: QtBot) -> None:
    editor = opened(RepEditor(context), qtbot)
    type_into(named(editor, "repEditor.name", QLineEdit), "Lena Sato")
    press(editor, "Ctrl+Return")
    assert form(journal, 1).name == "Lena Sato"


def test_a_quota_is_typed_as_people_write_it(journal: Journal, context: Context, dana: int, qtbot: QtBot) -> None:
    editor = opened(RepEditor(context, rep_id=dana, at_quota=True), qtbot)
    type_into(named(editor, "repEditor.quota", QLineEdit), "400k")
    press(editor, "Ctrl+Return")
    assert form(journal, dana).quota == Money(400_000_00, "EUR")


@pytest.mark.parametrize("typed", ["much", "-5", "0", "1,2,3"])
def test_what_is_no_quota_is_refused_beside_its_field_and_changes_nothing(
    typed: str, journal: Journal, context: Context, dana: int, qtbot: QtBot
) -> None:
    editor = opened(RepEditor(context, rep_id=dana), qtbot)
    named(editor, "repEditor.name", QLineEdit).setText("Dana R.")
    named(editor, "repEditor.quota", QLineEdit).setText(typed)
    press(editor, "Ctrl+Return")
    assert named(editor, "repEditor.quota.problem", QLabel).text()
    assert form(journal, dana).name == "Dana Reyes"


def test_saving_untouched_keeps_everything(journal: Journal, context: Context, dana: int, qtbot: QtBot) -> None:
    before = form(journal, dana)
    editor = opened(RepEditor(context, rep_id=dana), qtbot)
    press(editor, "Ctrl+Return")
    assert form(journal, dana) == before


def test_a_rep_is_archived_and_brought_back(journal: Journal, context: Context, dana: int, qtbot: QtBot) -> None:
    for archived in (True, False):
        editor = opened(RepEditor(context, rep_id=dana), qtbot)
        click(named(editor, "repEditor.archive", QPushButton))
        assert (form(journal, dana).archived_on is not None) is archived


def commitment(journal: Journal, rep_id: int) -> RepCommitment:
    return journal.ask(rep_commitments, rep_id=rep_id)[0]


def test_a_commitment_is_reworded_and_handed_over(journal: Journal, context: Context, dana: int, qtbot: QtBot) -> None:
    journal.do(make_commitment, rep_id=dana, text="Map the committee")
    editor = opened(CommitmentEditor(context, commitment(journal, dana), rep="Dana"), qtbot)
    named(editor, "commitmentEditor.text", QLineEdit).setText("Map the buying committee")
    click(named(editor, "commitmentEditor.owner.manager", QPushButton))
    press(editor, "Ctrl+Return")
    changed = commitment(journal, dana)
    assert (changed.text, changed.owner) == ("Map the buying committee", Side.MANAGER)


def test_a_deleted_commitment_comes_back_with_undo(journal: Journal, context: Context, dana: int, qtbot: QtBot) -> None:
    journal.do(make_commitment, rep_id=dana, text="Map the committee")
    editor = opened(CommitmentEditor(context, commitment(journal, dana), rep="Dana"), qtbot)
    click(named(editor, "commitmentEditor.delete", QPushButton))
    assert journal.ask(rep_commitments, rep_id=dana) == ()
    journal.undo()
    assert commitment(journal, dana).text == "Map the committee"
