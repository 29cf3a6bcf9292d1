"""A bar of parts, and the buttons below it."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.hands import click
from ui.widgets.mix_bar import MixBar, Part

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def opened() -> list[int]:
    return []


@pytest.fixture
def bar(qtbot: QtBot, opened: list[int]) -> MixBar:
    shown = MixBar(opened.append, name="mix")
    qtbot.addWidget(shown)
    shown.resize(600, 80)
    shown.show_parts([Part("One-on-one", 3), Part("Ride-along", 0), Part("Practice", 1)])
    shown.show()
    return shown


def buttons(bar: MixBar) -> list[QPushButton]:
    return [each for each in bar.findChildren(QPushButton) if each.isVisibleTo(bar)]


def test_each_part_says_its_number_and_opens_its_place(bar: MixBar, opened: list[int]) -> None:
    assert [each.text() for each in buttons(bar)] == ["One-on-one 3", "Practice 1"]
    click(buttons(bar)[1])
    assert opened == [2]


def test_the_bar_says_all_of_it_in_words(bar: MixBar) -> None:
    told = [each.accessibleName() for each in bar.findChildren(QWidget)]
    assert "One-on-one 3, Practice 1" in told


def test_of_nothing_there_is_no_bar(bar: MixBar) -> None:
    bar.show_parts([Part("Practice", 0)])
    assert bar.isHidden()
    bar.show_parts([Part("Practice", 2)])
    assert not bar.isHidden()
    bar.grab()
