"""Saving fails: it is said in red with the time, the words can go elsewhere, and it ends by itself."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.commands.begun import page_slot
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.drafts import kept_draft
from tests.ui.another_program import another_program_writing
from tests.ui.hands import at_conversation, click, named, press, type_into
from ui.editors.quick_log import QuickLog
from ui.main_window import MainWindow
from ui.unsaved import Unsaved
from ui.widgets.note_edit import NoteEdit
from ui.widgets.saved_mark import SavedMark


@pytest.fixture
def page(journal: Journal, attached: MainWindow, qtbot: QtBot) -> QWidget:
    dana = journal.do(add_rep, name="Dana Reyes")
    talk = journal.do(log_conversation, rep_id=dana, text="The agenda.")
    return at_conversation(attached, talk, qtbot)


def fail(page: QWidget, name: str, note: str, qtbot: QtBot) -> Unsaved:
    """Type while the file takes nothing."""
    type_into(named(page, note, NoteEdit), "!")
    notice = named(page, name, Unsaved)
    qtbot.waitUntil(notice.isVisible, timeout=5_000)
    return notice


def said(notice: Unsaved, part: str) -> str:
    return named(notice, f"{notice.objectName()}.{part}", QLabel).text()


def test_a_page_says_since_when_nothing_is_saved_and_why(page: QWidget, journal: Journal, qtbot: QtBot) -> None:
    with another_program_writing(journal):
        notice = fail(page, "conversation.unsaved", "conversation.text", qtbot)
        assert said(notice, "what") == "Not saved since 09:00. Trying again."
        assert "another program" in said(notice, "why").lower()
        assert named(page, "conversation.saved", SavedMark).text() == "Not saved"
        assert named(page, "conversation.text", NoteEdit).source == "The agenda.!"


def test_it_goes_away_as_soon_as_saving_works_again(page: QWidget, journal: Journal, qtbot: QtBot) -> None:
    with another_program_writing(journal):
        notice = fail(page, "conversation.unsaved", "conversation.text", qtbot)
    qtbot.waitUntil(lambda: not notice.isVisible(), timeout=5_000)
    assert named(page, "conversation.saved", SavedMark).text() == "Saved 09:00:00"
    draft = journal.ask(kept_draft, slot=page_slot(1))
    assert draft is not None
    assert draft.fields["text"] == "The agenda.!"


def test_the_words_can_be_copied(page: QWidget, journal: Journal, qtbot: QtBot) -> None:
    with another_program_writing(journal):
        notice = fail(page, "conversation.unsaved", "conversation.text", qtbot)
        click(named(notice, "conversation.unsaved.copy", QPushButton))
        assert QApplication.clipboard().text() == "The agenda.!"


def test_the_words_can_be_saved_to_a_file(page: QWidget, journal: Journal, qtbot: QtBot, tmp_path: Path) -> None:
    with another_program_writing(journal):
        notice = fail(page, "conversation.unsaved", "conversation.text", qtbot)
        notice.save_to(tmp_path / "note.md")
        assert (tmp_path / "note.md").read_text(encoding="utf-8") == "The agenda.!"
        assert said(notice, "why").startswith("Saved to note.md.")


def test_a_place_that_takes_nothing_either_is_told_and_leaves_nothing(
    page: QWidget, journal: Journal, qtbot: QtBot, tmp_path: Path
) -> None:
    with another_program_writing(journal):
        notice = fail(page, "conversation.unsaved", "conversation.text", qtbot)
        notice.save_to(tmp_path / "nowhere" / "note.md")
        assert said(notice, "why").startswith("note.md could not be written to")


def test_the_quick_log_says_so_too(page: QWidget, attached: MainWindow, journal: Journal, qtbot: QtBot) -> None:
    assert page.isVisible()
    attached.ways.log_conversation(1)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QuickLog))
    log = QApplication.activeWindow()
    assert log is not None
    with another_program_writing(journal):
        notice = fail(log, "quickLog.unsaved", "quickLog.text", qtbot)
        click(named(notice, "quickLog.unsaved.copy", QPushButton))
        assert QApplication.clipboard().text() == "!"
    qtbot.waitUntil(lambda: not notice.isVisible(), timeout=5_000)
    press(log, "Esc")
