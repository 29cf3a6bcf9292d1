"""The reading view sets the words and nothing else: no HTML, nothing loaded, no link opened unseen."""

from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QColor, QDesktopServices, QImage, QTextDocument
from PySide6.QtWidgets import QFrame
from pytestqt.qtbot import QtBot

from tests.ui.hands import click, named, press, words_of
from ui.theme import tokens
from ui.widgets.buttons import PlainButton
from ui.widgets.note_reader import NoteReader


class Opened(QObject):
    """What the desktop was asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []

    @Slot(QUrl)
    def take(self, target: QUrl) -> None:
        self.targets.append(target.toString())


@pytest.fixture
def reader(qtbot: QtBot) -> NoteReader:
    view = NoteReader(name="reader")
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    return view


def text_of(reader: NoteReader) -> str:
    return reader.text.document().toRawText()


def test_markdown_is_set_and_html_is_only_words(reader: NoteReader) -> None:
    reader.read("## What I saw\nShe said **why** <b>not</b>.\n\n- [x] map")
    assert text_of(reader).split("\u2029")[:3] == ["What I saw", "She said why <b>not</b>.", "map"]


def test_a_line_that_was_ended_ends(reader: NoteReader) -> None:
    reader.read("one\ntwo 😀\nthree\n\n- item\n  goes on\n- next")
    assert text_of(reader) == "one\u2028two 😀\u2028three\u2029item\u2028goes on\u2029next"


def test_a_table_stays_a_table(reader: NoteReader) -> None:
    reader.read("| a | b |\n|---|---|\n| 1 | 2 |")
    assert "|" not in text_of(reader)


@pytest.mark.parametrize("source", ["- asked for the cost\n" * 3000, "She asked. %%why%% " * 300, "**a\n" * 3000])
def test_a_long_note_is_set_without_a_stall(reader: NoteReader, source: str) -> None:
    begun = monotonic()
    reader.read(f"{source}\n\nthe end")
    assert text_of(reader).endswith("the end")
    assert monotonic() - begun < 3  # laid out once for each line it is a minute


@pytest.mark.parametrize("source", ["%%for me%% and all", "%%\nfor me\n%%\nand all", "- %%for me\n\nto the end"])
def test_private_parts_are_under_a_lock_on_their_ground(reader: NoteReader, source: str) -> None:
    reader.read(source)
    assert "%%" not in text_of(reader)
    assert "\ufffc" in text_of(reader)
    inside = reader.text.document().find("for me").charFormat().background().color()
    assert inside == QColor(tokens().amber_tint)
    outside = reader.text.document().find("and all")
    assert outside.isNull() or outside.charFormat().background().color() != inside


def test_no_picture_is_loaded_from_the_disk(reader: NoteReader, tmp_path: Path) -> None:
    red = QImage(40, 40, QImage.Format.Format_RGB32)
    red.fill(QColor("#ff0000"))
    assert red.save(str(tmp_path / "red.png"))
    for place in (f"{tmp_path}/red.png", QUrl.fromLocalFile(f"{tmp_path}/red.png").toString()):
        reader.read(f"![red]({place})")
        seen = reader.text.viewport().grab().toImage()
        assert "#ff0000" not in {seen.pixelColor(x, 10).name() for x in range(0, 40, 2)}
        found = reader.text.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(place))
        assert not isinstance(found, QImage) or found.width() == 1


def test_a_link_is_opened_only_after_its_target_was_shown(reader: NoteReader) -> None:
    opened = Opened()
    take: Any = "take"  # the stubs of PySide ask for bytes, which it then refuses
    QDesktopServices.setUrlHandler("https", opened, take)
    reader.text.anchorClicked.emit(QUrl("https://example.com/a"))
    assert opened.targets == []
    assert "https://example.com/a" in words_of(named(reader, "reader.link", QFrame))
    click(named(reader, "reader.link.open", PlainButton))
    QDesktopServices.unsetUrlHandler("https")
    assert opened.targets == ["https://example.com/a"]
    assert not named(reader, "reader.link", QFrame).isVisible()


@pytest.mark.parametrize("target", ["file:///etc/passwd", "/etc/passwd", "javascript:alert(1)", "smb://host/share"])
def test_other_links_stay_shut(reader: NoteReader, target: str) -> None:
    reader.text.anchorClicked.emit(QUrl(target))
    assert named(reader, "reader.link", QFrame).isVisible()
    assert not named(reader, "reader.link.open", PlainButton).isVisible()


def test_esc_goes_back_first_from_the_link_then_from_the_page(reader: NoteReader, qtbot: QtBot) -> None:
    reader.text.anchorClicked.emit(QUrl("https://example.com/a"))
    reader.text.setFocus()
    with qtbot.assertNotEmitted(reader.left):
        press(reader.text, "Esc")
    with qtbot.waitSignal(reader.left):
        press(reader.text, "Esc")
