"""A field that grows, goes on with Enter and gives its words back as they were."""

import pytest
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from tests.ui.hands import press, type_into
from ui.theme import Theme
from ui.widgets.growing_line import GrowingLine


@pytest.fixture
def line(qtbot: QtBot, theme: Theme) -> GrowingLine:
    theme.choose_text_scale(1.0)
    shown = GrowingLine(slash=True)
    qtbot.addWidget(shown)
    shown.resize(240, 40)
    shown.show()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def test_it_grows_with_its_words_and_shrinks_again(line: GrowingLine) -> None:
    before = line.sizeHint().height()
    line.show_words("asked for the cost before the product " * 8)
    assert line.sizeHint().height() > before
    line.show_words("")
    assert line.sizeHint().height() == before


def test_enter_goes_on_and_shift_enter_begins_a_line(line: GrowingLine, qtbot: QtBot) -> None:
    type_into(line, "one")
    with qtbot.waitSignal(line.entered):
        press(line, "Return")
    press(line, "Shift+Return")
    type_into(line, "two")
    assert line.words == "one\ntwo"


def test_a_stroke_after_a_blank_goes_on_and_leaves_nothing_behind(line: GrowingLine, qtbot: QtBot) -> None:
    type_into(line, "price/volume")
    assert line.words == "price/volume"
    with qtbot.waitSignal(line.entered):
        type_into(line, " /")
    assert line.words == "price/volume"


def test_the_blank_typed_behind_a_stroke_does_not_begin_the_next_field(line: GrowingLine) -> None:
    type_into(line, " Asked who builds it")
    assert line.words == "Asked who builds it"


def test_words_come_back_as_they_were_given(line: GrowingLine) -> None:
    words = "a no-break space,\u00a0a tab\tand two  blanks "
    line.show_words(words)
    assert line.words == words


def test_showing_words_is_no_edit_and_typing_is(line: GrowingLine, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(line.edited):
        line.show_words("asked")
    with qtbot.waitSignal(line.edited):
        type_into(line, "!")


def test_only_words_are_pasted(line: GrowingLine) -> None:
    mime = QMimeData()
    mime.setHtml("<b>bold</b>")
    mime.setText("bold")
    line.insertFromMimeData(mime)
    assert line.words == "bold"
