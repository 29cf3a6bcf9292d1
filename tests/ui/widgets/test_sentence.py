"""A sentence with blanks runs on as words do."""

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.hands import type_into
from ui.theme import Theme
from ui.widgets.growing_line import GrowingLine
from ui.widgets.sentence import Blank, Sentence


@pytest.fixture
def sentence(theme: Theme, qtbot: QtBot) -> Sentence:
    theme.choose_text_scale(1)
    shown = Sentence(name="sentence")
    qtbot.addWidget(shown)
    shown.resize(600, 200)
    shown.show()
    return shown


def test_a_blank_is_as_wide_as_what_stands_in_it(sentence: Sentence) -> None:
    line = QLineEdit()
    blank = sentence.ask(Blank("What", line, name="what"))
    before = blank.sizeHint().width()
    type_into(line, "Discovery depth, to begin with")
    assert blank.sizeHint().width() > before
    type_into(line, " and much more" * 9)
    assert blank.sizeHint().width() < sentence.width()  # from then on the words scroll


def test_a_choice_is_as_wide_as_what_is_chosen(sentence: Sentence) -> None:
    choice = QComboBox()
    choice.addItems(["Level", "Pipeline cover, from deals"])
    blank = sentence.ask(Blank("How", choice, name="how"))
    short = blank.sizeHint().width()
    choice.setCurrentIndex(1)
    assert blank.sizeHint().width() > short * 2


@pytest.mark.parametrize("width", range(120, 600, 40))
def test_a_comma_never_begins_a_line(sentence: Sentence, qtbot: QtBot, width: int) -> None:
    first = sentence.ask(Blank("What", QLineEdit("Discovery depth"), name="what"))
    (comma,) = sentence.say(",")
    sentence.say("from here")
    sentence.resize(width, 200)
    qtbot.waitUntil(lambda: comma.geometry().left() == first.geometry().right() + 1)
    assert comma.geometry().top() == first.geometry().top()


def test_a_long_blank_takes_what_is_left_of_its_line_and_else_one_of_its_own(sentence: Sentence, qtbot: QtBot) -> None:
    (seen,) = sentence.say("seen")
    long = sentence.ask(Blank("In", GrowingLine(), name="in", long=True))
    qtbot.waitUntil(lambda: long.geometry().right() >= sentence.width() - 1)
    assert long.geometry().top() == seen.geometry().top()
    sentence.resize(long.least + 10, 200)
    qtbot.waitUntil(lambda: long.geometry().top() > seen.geometry().top())
    assert long.geometry().left() == 0


def test_what_is_wrong_with_a_blank_stands_below_it_in_the_sentence(sentence: Sentence) -> None:
    blank = sentence.ask(Blank("What", QLineEdit(), name="what"))
    low = blank.sizeHint().height()
    blank.complain("A goal needs a title.")
    assert blank.sizeHint().height() > low
    assert blank.entry.accessibleDescription() == "A goal needs a title."
