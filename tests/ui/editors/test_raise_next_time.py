"""The line that notes what to raise, from wherever one is."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from coachjournal.commands.agenda_item import raise_next_time
from coachjournal.journal import Journal
from coachjournal.queries.agenda import ToRaise, agenda
from coachjournal.rules.conversation import Side
from tests.ui.hands import click, named, opened, press, words_of
from ui.context import Context
from ui.editors.raise_next_time import RaiseNextTime
from ui.main_window import MainWindow
from ui.widgets.rep_picker import RepPicker


def only(journal: Journal, rep_id: int) -> ToRaise:
    (item,) = journal.ask(agenda, rep_id=rep_id)
    return item


@pytest.mark.parametrize("page", ["today", "journal", "deals", "time", "plans", "settings"])
def test_every_page_has_the_key(attached: MainWindow, journal: Journal, dana: int, qtbot: QtBot, page: str) -> None:
    attached.ways.open_page(page)
    qtbot.waitUntil(lambda: attached.pages.place.page == page, timeout=20_000)
    press(attached, "Ctrl+Shift+R")
    box = named(attached, "raiseNextTime", RaiseNextTime)
    qtbot.waitUntil(box.isActiveWindow)
    QTest.keyClicks(box.focusWidget(), "da")
    press(box.focusWidget(), "Return")
    QTest.keyClicks(box.focusWidget(), "The split")
    press(box.focusWidget(), "Return")
    assert only(journal, dana).text == "The split"
    assert attached.pages.place.page == page


def test_two_letters_name_the_rep_where_none_is_in_sight(
    context: Context, journal: Journal, dana: int, qtbot: QtBot
) -> None:
    box = opened(RaiseNextTime(context, rep_id=None), qtbot)
    QTest.keyClicks(box.focusWidget(), "da")
    press(box.focusWidget(), "Tab")
    QTest.keyClicks(box.focusWidget(), "The split")
    press(box.focusWidget(), "Return")
    assert only(journal, dana).text == "The split"


def test_enter_takes_the_name_and_goes_on_to_the_words(
    context: Context, journal: Journal, dana: int, qtbot: QtBot
) -> None:
    box = opened(RaiseNextTime(context, rep_id=None), qtbot)
    QTest.keyClicks(box.focusWidget(), "da")
    press(named(box, "raiseNextTime.rep_id", RepPicker), "Return")
    QTest.keyClicks(box.focusWidget(), "The split")
    press(box.focusWidget(), "Return")
    assert only(journal, dana).text == "The split"


def test_it_may_be_the_reps_and_private(context: Context, journal: Journal, dana: int, qtbot: QtBot) -> None:
    box = opened(RaiseNextTime(context, rep_id=dana), qtbot)
    QTest.keyClicks(box.focusWidget(), "Her next role")
    click(named(box, "raiseNextTime.side.rep", QPushButton))
    named(box, "raiseNextTime.private", QCheckBox).click()
    press(box, "Ctrl+Return")
    item = only(journal, dana)
    assert (item.side, item.private) == (Side.REP, True)


def test_what_was_noted_is_changed(context: Context, journal: Journal, dana: int, qtbot: QtBot) -> None:
    journal.do(raise_next_time, rep_id=dana, text="The split", side=Side.REP)
    box = opened(RaiseNextTime(context, rep_id=dana, item=only(journal, dana)), qtbot)
    press(box.focusWidget(), "End")
    QTest.keyClicks(box.focusWidget(), " of accounts")
    press(box.focusWidget(), "Return")
    assert (only(journal, dana).text, only(journal, dana).side) == ("The split of accounts", Side.REP)


def test_nobody_and_nothing_are_refused_beside_their_fields(context: Context, dana: int, qtbot: QtBot) -> None:
    box = opened(RaiseNextTime(context, rep_id=None), qtbot)
    press(box, "Ctrl+Return")
    assert "Two letters of the rep’s name do." in words_of(box)
    named(box, "raiseNextTime.rep_id", RepPicker).choose(dana)
    press(box, "Ctrl+Return")
    assert "Say what is to be raised." in words_of(box)
    box.leave()
