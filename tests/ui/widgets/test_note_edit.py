"""The words a person wrote are never changed behind their back."""

import base64
import json
from itertools import cycle
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from pytestqt.qtbot import QtBot

from tests.ui.hands import press, type_into
from ui.widgets.ink import Look, Mark
from ui.widgets.note_edit import NoteEdit

DATA = Path(__file__).resolve().parents[4] / "shared/data"
NAUGHTY, NOTES = DATA / "torture/blns/blns.base64.json", DATA / "notes"


@pytest.fixture
def note(qtbot: QtBot) -> NoteEdit:
    edit = NoteEdit(name="note", label="Note")
    qtbot.addWidget(edit)
    edit.show()
    return edit


def place_of(text: str, place: int) -> int:
    """Where Qt counts what Python counts as `place`."""
    return len(text[:place].encode("utf-16-le")) // 2


def select(note: NoteEdit, text: str, begin: int, end: int) -> None:
    cursor = note.textCursor()
    cursor.setPosition(place_of(text, begin))
    cursor.setPosition(place_of(text, end), QTextCursor.MoveMode.KeepAnchor)
    note.setTextCursor(cursor)


def strike(note: NoteEdit, letters: str) -> None:
    """A key for every letter, as a keyboard of any script sends it."""
    for letter in letters:
        QCoreApplication.sendEvent(note, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def paste(note: NoteEdit, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    note.insertFromMimeData(data)


def as_pasted(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").removeprefix("\ufeff")
    return "".join(letter for letter in lines if letter not in NOT_KEPT)


def naughty() -> list[str]:
    if not NAUGHTY.exists():
        pytest.skip("the shared data is not here")
    return [base64.b64decode(line).decode(errors="replace") for line in json.loads(NAUGHTY.read_text())]


NOT_KEPT = {"\0", "\ufffe", "\uffff", *map(chr, range(0xFDD0, 0xFDF0)), *map(chr, range(0xFFF0, 0xFFF9))}
A_NOTE = st.one_of(st.text(), st.text(st.sampled_from("ab \n-*[]x%#>`_~é😀\u0301\u2028\r\ufeff")))
LETTERS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co", "Zl", "Zp"], exclude_characters="\ufeff"))
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("type"), LETTERS),
        st.tuples(st.just("paste"), A_NOTE.filter(lambda text: not text.startswith("\ufeff"))),
        st.tuples(st.just("delete"), st.just("")),
        st.tuples(st.just("line"), st.just("")),
    ),
    max_size=8,
)
MANY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@MANY
@given(st.text())
def test_words_that_are_only_shown_come_back_as_they_were(note: NoteEdit, text: str) -> None:
    note.show_source(text)
    assert note.source == text


@MANY
@given(A_NOTE, STEPS, st.data())
def test_a_note_holds_what_was_typed_pasted_and_deleted_and_no_more(
    note: NoteEdit, text: str, steps: list[tuple[str, str]], data: st.DataObject
) -> None:
    """A plain model of each edit says what must stand there; undo leads back, redo forth."""
    note.show_source(text)
    begun = text
    for what, words in steps:
        begin, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
        select(note, text, begin, end)
        if what == "type":
            strike(note, words)
            text = text[:begin] + words + text[end:] if words else text
        elif what == "paste":
            paste(note, words)
            text = text[:begin] + as_pasted(words) + text[end:] if as_pasted(words) else text
        elif what == "line":
            press(note, "Shift+Return")
            text = text[:begin] + "\n" + text[end:]
        elif begin < end:
            press(note, "Delete")
            text = text[:begin] + text[end:]
        assert note.source == text
    while note.document().isUndoAvailable():
        note.undo()
    assert note.source == begun
    while note.document().isRedoAvailable():
        note.redo()
    assert note.source == text


def test_naughty_strings_stay_as_they_are_shown_typed_or_pasted(note: NoteEdit) -> None:
    for text in naughty():
        note.show_source(text)
        assert note.source == text
        letters = "".join(letter for letter in text if letter.isprintable())
        note.show_source("")
        strike(note, letters)
        assert note.source == letters
        note.show_source("")
        paste(note, text)
        assert note.source == as_pasted(text)


def test_notes_in_many_scripts_come_back_byte_for_byte(note: NoteEdit) -> None:
    files = [file for file in NOTES.rglob("*") if file.is_file()]
    if not files:
        pytest.skip("the shared data is not here")
    for file in files:
        text = file.read_bytes().decode(errors="replace")
        note.show_source(text)
        assert note.source == text, file


def test_inks_change_no_word_and_are_no_edit(note: NoteEdit, qtbot: QtBot) -> None:
    class EveryLook:
        def marks(self, line: str) -> list[Mark]:
            return [Mark(place - 1, 3, look) for place, look in zip(range(len(line)), cycle(Look), strict=False)]

    text = "## 😀 @dana **b**\r\n%% a\n- [x] b %% c"
    note.show_source(text)
    with qtbot.assertNotEmitted(note.edited):
        note.add_ink(EveryLook())
        note.ink_again()
        note.ink_line_again(note.document().firstBlock())
        note.grab()
    assert note.source == text
    assert not note.document().isUndoAvailable()


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


def test_inks_are_asked_again_without_moving_a_long_note(note: NoteEdit) -> None:
    note.show_source("- asked for the cost\n" * 3000)
    note.verticalScrollBar().setValue(9000)
    begun = monotonic()
    note.ink_again()
    assert monotonic() - begun < 1  # line by line with a layout each, it is several
    assert note.verticalScrollBar().value() == 9000
    note.show_source("**a**")
    note.ink_again()
    assert note.document().firstBlock().layout().formats()
