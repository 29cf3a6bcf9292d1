"""Keys that do more than their letter do one thing, which one undo takes back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.hands import press, type_into
from ui.widgets.note_edit import NoteEdit


@pytest.fixture
def note(qtbot: QtBot) -> NoteEdit:
    edit = NoteEdit(name="note", label="Note")
    qtbot.addWidget(edit)
    edit.resize(600, 400)
    edit.show()
    return edit


def put_cursor(note: NoteEdit, place: int, anchor: int | None = None) -> None:
    cursor = note.textCursor()
    cursor.setPosition(place if anchor is None else anchor)
    cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
    note.setTextCursor(cursor)


@pytest.mark.parametrize(
    ("line", "then"),
    [
        ("- map it", "- map it\n- "),
        ("  * map it", "  * map it\n  * "),
        ("9. map it", "9. map it\n10. "),
        ("- [x] map it", "- [x] map it\n- [ ] "),
        ("> she said", "> she said\n> "),
        ("map it", "map it\n"),
        ("- ", ""),
        ("- [ ] ", ""),
        ("a - b", "a - b\n"),
        ("-", "-\n"),
        ("😀 - b", "😀 - b\n"),
    ],
)
def test_enter_goes_on_with_a_list_and_ends_it_on_an_empty_item(note: NoteEdit, line: str, then: str) -> None:
    note.show_source(line)
    press(note, "Return")
    assert note.source == then
    press(note, "Ctrl+Z")
    assert note.source == line


def test_enter_in_the_middle_of_an_item_makes_two(note: NoteEdit) -> None:
    note.show_source("- map it, call her")
    put_cursor(note, len("- map it, "))
    press(note, "Return")
    assert note.source == "- map it, \n- call her"


def test_enter_before_the_mark_only_makes_room(note: NoteEdit) -> None:
    note.show_source("- map it")
    put_cursor(note, 0)
    press(note, "Return")
    assert note.source == "\n- map it"


def test_enter_replaces_a_selection_by_a_line(note: NoteEdit) -> None:
    note.show_source("- map it")
    note.selectAll()
    press(note, "Return")
    assert note.source == "\n"


def test_shift_enter_is_a_plain_line(note: NoteEdit) -> None:
    note.show_source("- map it")
    press(note, "Shift+Return")
    assert note.source == "- map it\n"


def test_lines_move_in_and_out_together(note: NoteEdit) -> None:
    note.show_source("- a\n- b\nc")
    put_cursor(note, 5, anchor=1)
    press(note, "Ctrl+]")
    assert note.source == "    - a\n    - b\nc"
    press(note, "Ctrl+[")
    press(note, "Ctrl+[")
    assert note.source == "- a\n- b\nc"
    press(note, "Ctrl+Z")
    press(note, "Ctrl+Z")
    assert note.source == "- a\n- b\nc"


@pytest.mark.parametrize(
    ("line", "then"),
    [
        ("- [ ] map", "- [x] map"),
        ("- [x] map", "- [ ] map"),
        ("- map", "- [ ] map"),
        ("  map", "  - [ ] map"),
        ("", "- [ ] "),
        ("%%- [ ] map%%", "%%- [x] map%%"),
    ],
)
def test_a_box_is_ticked_and_unticked_and_made_where_there_is_none(note: NoteEdit, line: str, then: str) -> None:
    note.show_source(line)
    note.tick()
    assert note.source == then
    press(note, "Ctrl+Z")
    assert note.source == line


def test_a_click_on_a_box_ticks_it_and_a_click_beside_it_does_not(note: NoteEdit) -> None:
    note.show_source("😀\n- [ ] map")
    note.moveCursor(QTextCursor.MoveOperation.Start)
    put_cursor(note, len("😀\n- [") + 1)
    box = note.cursorRect().center()
    QTest.mouseClick(note.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert note.source == "😀\n- [x] map"
    QTest.mouseClick(note.viewport(), Qt.MouseButton.LeftButton, pos=box + QPoint(80, 0))
    assert note.source == "😀\n- [x] map"
    press(note, "Ctrl+Z")
    assert note.source == "😀\n- [ ] map"


def test_a_note_to_read_stays_as_it_is(note: NoteEdit) -> None:
    note.show_source("- [ ] map")
    note.setReadOnly(True)
    for keys in ("Return", "Ctrl+]"):
        press(note, keys)
    type_into(note, "x")
    note.toggle_private()
    note.tick()
    assert note.source == "- [ ] map"


@pytest.mark.parametrize(
    ("text", "anchor", "place", "then"),
    [
        ("one\ntwo", 5, 5, "one\n%%two%%"),
        ("one two three", 4, 7, "one %%two%% three"),
        ("one\ntwo\nthree", 1, 5, "o%%ne\nt%%wo\nthree"),
        ("😀 two", 3, 6, "😀 %%two%%"),
        ("one %%two%% three", 7, 7, "one two three"),
        ("one\n%%two\nthree%%", 5, 5, "one\ntwo\nthree"),
        ("one %%two", 8, 8, "one two"),
        ("%%a%% b %%c%% 😀", 0, 13, "a b c 😀"),
        ("", 0, 0, "%%%%"),
    ],
)
def test_a_part_is_private_and_public_again(note: NoteEdit, text: str, anchor: int, place: int, then: str) -> None:
    note.show_source(text)
    put_cursor(note, place, anchor)
    note.toggle_private()
    assert note.source == then
    press(note, "Ctrl+Z")
    assert note.source == text


def test_what_is_typed_after_the_key_on_an_empty_line_is_private(note: NoteEdit) -> None:
    note.toggle_private()
    type_into(note, "hers")
    assert note.source == "%%hers%%"
    note.toggle_private()
    assert note.source == "hers"
