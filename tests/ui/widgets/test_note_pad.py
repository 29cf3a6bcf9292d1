"""The keys of a note: find, read, count; wherever the focus is on its page."""

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.hands import named, press, type_into
from ui.widgets.find_bar import FindBar
from ui.widgets.note_pad import NotePad
from ui.widgets.text import Text


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(600, 400)
    return around


@pytest.fixture
def pad(page: QWidget, qtbot: QtBot) -> NotePad:
    shown, elsewhere = NotePad(name="note", label="Note"), QLineEdit()
    elsewhere.setObjectName("elsewhere")
    rows = QVBoxLayout(page)
    rows.addWidget(shown)
    rows.addWidget(elsewhere)
    shown.hear_keys(page)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    shown.text.setFocus()
    return shown


def field(pad: NotePad) -> QLineEdit:
    return named(pad, "note.find.field", QLineEdit)


def count(pad: NotePad) -> str:
    return named(pad, "note.find.count", Text).text()


def look_for(pad: NotePad, wanted: str) -> None:
    press(pad.text, "Ctrl+F")
    field(pad).clear()
    type_into(field(pad), wanted)


def test_esc_in_the_note_closes_the_bar_first_and_only_then_leaves_the_page(pad: NotePad, page: QWidget) -> None:
    left: list[None] = []
    QShortcut(QKeySequence("Esc"), page, lambda: left.append(None))
    pad.text.show_source("Price")
    look_for(pad, "price")
    pad.text.setFocus()
    press(pad.text, "Esc")
    assert not named(pad, "note.find", FindBar).isVisible()
    assert (left, pad.text.hasFocus()) == ([], True)
    press(pad.text, "Esc")
    assert left == [None]


def test_hits_are_counted_as_one_types_and_walked_through_by_enter(pad: NotePad) -> None:
    pad.text.show_source("😀 Price and price and PRICE")
    look_for(pad, "price")
    assert count(pad) == "1 of 3"
    press(field(pad), "Return")
    assert count(pad) == "2 of 3"
    press(field(pad), "Shift+Return")
    press(field(pad), "Shift+Return")
    assert count(pad) == "3 of 3"
    assert pad.text.textCursor().selectedText() == "PRICE"


def test_esc_closes_the_bar_and_leaves_the_cursor_at_the_hit(pad: NotePad) -> None:
    pad.text.show_source("one two one")
    look_for(pad, "two")
    press(field(pad), "Esc")
    assert not named(pad, "note.find", FindBar).isVisible()
    assert pad.text.hasFocus()
    assert pad.text.textCursor().selectedText() == "two"


@pytest.mark.parametrize(("wanted", "seen"), [("价", "价"), ("😀", "😀"), ("jose", "José"), ("straße", "STRASSE")])
def test_other_scripts_and_accents_are_found_where_they_stand(pad: NotePad, wanted: str, seen: str) -> None:
    pad.text.show_source(f"😀😀 a\n她说价格 José STRASSE {seen}")
    press(pad.text, "Ctrl+F")
    field(pad).setText(wanted)
    assert pad.text.textCursor().selectedText() == seen


def test_nothing_found_is_said_calmly_and_the_cursor_stays(pad: NotePad) -> None:
    pad.text.show_source("one two")
    place = pad.text.textCursor().position()
    look_for(pad, "zzz")
    press(field(pad), "Return")
    assert count(pad) == "Nothing found"
    assert pad.text.textCursor().position() == place


def test_the_selection_is_what_one_looks_for(pad: NotePad) -> None:
    pad.text.show_source("one two two")
    look_for(pad, "two")
    press(field(pad), "Esc")
    press(pad.text, "Ctrl+F")
    assert field(pad).text() == "two"
    assert count(pad) == "1 of 2"


def test_hits_follow_what_is_written_meanwhile(pad: NotePad, qtbot: QtBot) -> None:
    pad.text.show_source("one")
    look_for(pad, "one")
    pad.text.write("one one one")
    qtbot.waitUntil(lambda: count(pad).endswith("3"))


def test_finding_changes_no_word_and_is_no_edit(pad: NotePad, qtbot: QtBot) -> None:
    pad.text.show_source("one two one")
    with qtbot.assertNotEmitted(pad.text.edited):
        look_for(pad, "one")
    assert pad.text.source == "one two one"


def test_reading_and_back_to_the_same_words(pad: NotePad) -> None:
    pad.text.show_source("## Head\n**strong**")
    for back in ("Ctrl+E", "Esc"):
        press(pad.text, "Ctrl+E")
        assert pad.reader.text.isVisible()
        press(pad.reader.text, back)
        assert not pad.reader.text.isVisible()
    assert pad.reader.text.toPlainText() == "Head\nstrong"
    assert pad.text.hasFocus()
    assert pad.text.source == "## Head\n**strong**"


def test_reading_stays_at_about_the_same_place(pad: NotePad) -> None:
    pad.text.show_source("\n\n".join(f"line {number}" for number in range(400)))
    bar = pad.text.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    pad.read()
    other = pad.reader.text.verticalScrollBar()
    assert 0.4 < other.value() / other.maximum() < 0.6


def test_nothing_is_changed_while_one_reads(pad: NotePad) -> None:
    pad.text.show_source("- [ ] map")
    pad.read()
    press(pad.reader.text, "Ctrl+L")
    press(pad.reader.text, "Ctrl+Shift+P")
    assert pad.text.source == "- [ ] map"


def test_the_keys_work_from_elsewhere_on_the_page(page: QWidget, pad: NotePad) -> None:
    pad.text.show_source("- [ ] map")
    elsewhere = named(page, "elsewhere", QLineEdit)
    elsewhere.setFocus()
    press(elsewhere, "Ctrl+Shift+P")
    assert pad.text.source == "%%- [ ] map%%"
    elsewhere.setFocus()
    press(elsewhere, "Ctrl+F")
    assert field(pad).hasFocus()


def test_words_are_counted_after_a_pause_and_of_the_selection(pad: NotePad, qtbot: QtBot) -> None:
    words = named(pad, "note.words", Text)
    pad.text.show_source("")
    type_into(pad.text, "She said why")
    qtbot.waitUntil(lambda: words.text() == "3 words")
    press(pad.text, "Ctrl+Shift+Left")
    qtbot.waitUntil(lambda: words.text() == "1 word selected")
