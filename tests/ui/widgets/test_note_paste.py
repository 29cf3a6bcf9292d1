"""Whatever is pasted or dropped: its words and nothing else; what could not be taken is said."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.hands import press
from ui.widgets.note_edit import NoteEdit
from ui.widgets.note_paste import LARGEST, LEFT_OUT, ONLY_WORDS


@pytest.fixture
def note(qtbot: QtBot) -> NoteEdit:
    edit = NoteEdit(name="note", label="Note")
    qtbot.addWidget(edit)
    edit.show()
    return edit


@pytest.fixture
def said(note: NoteEdit) -> list[str]:
    sentences: list[str] = []
    note.said.connect(sentences.append)
    return sentences


def of_text(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def of_files(*files: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def test_a_page_of_the_web_leaves_its_words(note: NoteEdit, said: list[str]) -> None:
    data = QMimeData()
    data.setHtml("<h1>Plan</h1><table><tr><td>a</td><td>b</td></tr></table><p><b>bold</b><img src='file:///x.png'></p>")
    note.insertFromMimeData(data)
    assert note.source.split() == ["Plan", "a", "b", "bold"]
    assert "\ufffc" not in note.source
    assert said == []


def test_the_plain_text_is_taken_where_there_is_one(note: NoteEdit) -> None:
    data = of_text("plain")
    data.setHtml("<b>bold</b>")
    note.insertFromMimeData(data)
    assert note.source == "plain"


def test_other_ends_of_lines_become_ours(note: NoteEdit) -> None:
    note.insertFromMimeData(of_text("a\r\nb\rc\nd"))
    assert note.source == "a\nb\nc\nd"


def test_what_cannot_be_kept_is_left_out_and_said(note: NoteEdit, said: list[str]) -> None:
    note.insertFromMimeData(of_text("a\0b\ufffec"))
    assert note.source == "abc"
    assert said == [LEFT_OUT]


def test_a_picture_is_refused_kindly(note: NoteEdit, said: list[str]) -> None:
    data, picture = QMimeData(), QImage(2, 2, QImage.Format.Format_RGB32)
    picture.fill(QColor("#ff0000"))
    data.setImageData(picture)
    note.insertFromMimeData(data)
    assert note.source == ""
    assert said == [ONLY_WORDS]


def test_dropped_text_files_give_their_words(note: NoteEdit, tmp_path: Path, said: list[str]) -> None:
    for name, content in (("a.md", b"\xef\xbb\xbf# A\r\n"), ("b.txt", "价格".encode())):
        (tmp_path / name).write_bytes(content)
    note.insertFromMimeData(of_files(tmp_path / "a.md", tmp_path / "b.txt"))
    assert note.source == "# A\n\n价格"
    assert said == []


@pytest.mark.parametrize("content", [b"\xff\xfea\0", b"\x89PNG\r\n", b"a\0b"])
def test_other_files_are_refused_by_name(note: NoteEdit, tmp_path: Path, said: list[str], content: bytes) -> None:
    (tmp_path / "plan.bin").write_bytes(content)
    note.insertFromMimeData(of_files(tmp_path / "plan.bin"))
    assert note.source == ""
    assert said == ["plan.bin is not plain text, so nothing of it was taken."]


def test_a_large_file_a_folder_and_a_lost_one_are_refused(note: NoteEdit, tmp_path: Path, said: list[str]) -> None:
    (tmp_path / "large.txt").write_bytes(b"a" * (LARGEST + 1))
    for file in (tmp_path / "large.txt", tmp_path, tmp_path / "lost.txt"):
        note.insertFromMimeData(of_files(file))
    assert note.source == ""
    assert said[0] == "large.txt is larger than 1 MB, which is too much for a note."
    assert len(said) == 3


def test_a_paste_replaces_the_selection_in_one_step(note: NoteEdit) -> None:
    note.show_source("old words")
    note.selectAll()
    note.insertFromMimeData(of_text("new\nwords"))
    press(note, "Ctrl+Z")
    assert note.source == "old words"


def test_what_is_copied_is_the_source_itself(note: NoteEdit, qapp: QApplication) -> None:
    note.show_source("**a**\u00a0b\n- [x] 😀")
    note.selectAll()
    data = note.createMimeDataFromSelection()
    assert data.text() == note.source
    assert data.formats() == ["text/plain"]
    press(note, "Ctrl+C")
    press(note, "Ctrl+X")
    press(note, "Ctrl+V")
    assert note.source == "**a**\u00a0b\n- [x] 😀"
    qapp.clipboard().clear()


def drop(note: NoteEdit, data: QMimeData, where: QPoint) -> None:
    """As a drag from another program ends."""
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(where, copy, data, left, none),
        QDragMoveEvent(where, copy, data, left, none),
        QDropEvent(where.toPointF(), copy, data, left, none),
    ):
        QCoreApplication.sendEvent(note.viewport(), event)


def test_text_and_files_are_dropped_where_one_points(note: NoteEdit, tmp_path: Path) -> None:
    note.show_source("one two")
    at_the_beginning = QPoint(1, 8)
    drop(note, of_text("zero "), at_the_beginning)
    assert note.source == "zero one two"
    (tmp_path / "a.txt").write_text("from a file ")
    drop(note, of_files(tmp_path / "a.txt"), at_the_beginning)
    assert note.source == "from a file zero one two"
    press(note, "Ctrl+Z")
    assert note.source == "zero one two"


def test_what_holds_no_words_is_not_taken(note: NoteEdit) -> None:
    assert not note.canInsertFromMimeData(QMimeData())
