"""The words a person wrote are never changed behind their back."""

import base64
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from tests.ui.hands import press, type_into
from ui.widgets.note_edit import NoteEdit

NAUGHTY = Path(__file__).resolve().parents[4] / "shared/data/torture/blns/blns.base64.json"


@pytest.fixture
def note(qtbot: QtBot) -> NoteEdit:
    edit = NoteEdit(name="note", label="Note")
    qtbot.addWidget(edit)
    edit.show()
    return edit


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text())
def test_words_that_are_only_shown_come_back_as_they_were(note: NoteEdit, text: str) -> None:
    note.show_source(text)
    assert note.source == text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zp"])))
def test_typing_changes_nothing_but_what_is_typed(note: NoteEdit, text: str) -> None:
    note.show_source(text)
    note.moveCursor(QTextCursor.MoveOperation.End)
    note.insertPlainText("!")
    assert note.source == f"{text}!"


def test_naughty_strings_stay_as_they_are(note: NoteEdit) -> None:
    if not NAUGHTY.exists():
        pytest.skip("the shared data is not here")
    for text in (base64.b64decode(line).decode(errors="replace") for line in json.loads(NAUGHTY.read_text())):
        note.show_source(text)
        assert note.source == text


def test_markup_is_shown_as_it_was_typed(note: NoteEdit) -> None:
    note.show_source("<b>bold</b> **strong** &amp;")
    assert note.toPlainText() == "<b>bold</b> **strong** &amp;"


def test_only_a_person_edits(note: NoteEdit, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(note.edited):
        note.show_source("# What I saw")
    with qtbot.waitSignal(note.edited):
        type_into(note, "x")


def test_undo_goes_back_to_what_was_shown_and_not_further(note: NoteEdit) -> None:
    note.show_source("before")
    note.show_source("shown")
    note.write("picked up")
    press(note, "Ctrl+Z")
    press(note, "Ctrl+Z")
    assert note.source == "shown"


def test_a_private_note_has_another_ground(note: NoteEdit) -> None:
    plain = note.grab().toImage().pixelColor(60, 40)
    note.tint(private=True)
    assert note.property("private") is True
    assert plain.isValid()
