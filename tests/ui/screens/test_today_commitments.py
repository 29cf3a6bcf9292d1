"""The commitments of the morning, ended by keys and clicks."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.journal import Journal
from coachjournal.queries.rep_page import rep_commitments
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import Side
from tests.ui.hands import click, named, press, words_of
from tests.ui.screens.morning import (
    TODAY,
    Show,
    morning_in_sight,
    promise,
    statuses,
    talked_twelve_days_ago,
    ticks,
)
from tests.ui.went import Went
from ui.context import Context
from ui.widgets.marks import Pill


@pytest.fixture
def went() -> Went:
    return Went()


@pytest.fixture
def show(context: Context, went: Went, qtbot: QtBot) -> Show:
    return morning_in_sight(replace(context, navigator=went), qtbot)


@pytest.fixture
def dana(journal: Journal) -> int:
    return talked_twelve_days_ago(journal)


@pytest.mark.parametrize(
    ("days", "words"), [(-3, "3 days late"), (0, "today"), (2, "Wed")], ids=["late", "today", "later"]
)
def test_a_commitment_says_when_it_is_due(journal: Journal, dana: int, show: Show, days: int, words: str) -> None:
    promise(journal, dana, days)
    screen = show()
    assert words in [pill.text for pill in named(screen, "today.commitments", QWidget).findChildren(Pill)]


def test_a_commitment_says_whose_it_is(journal: Journal, dana: int, show: Show) -> None:
    theirs, mine = promise(journal, dana), promise(journal, dana, owner=Side.MANAGER)
    screen = show()
    assert named(screen, f"commitment.{theirs}", QCheckBox).accessibleName() == "Map the buyers Dana"
    assert named(screen, f"commitment.{mine}", QCheckBox).accessibleName() == "Map the buyers you, for Dana"


@pytest.mark.parametrize(
    ("key", "status"),
    [("K", CommitmentStatus.KEPT), ("N", CommitmentStatus.NOT_KEPT), ("D", CommitmentStatus.DROPPED)],
)
def test_a_letter_ends_a_commitment_which_stays_under_the_keys_with_the_way_back(
    journal: Journal, dana: int, show: Show, key: str, status: CommitmentStatus
) -> None:
    first = promise(journal, dana, -1)
    promise(journal, dana, 0)
    screen = show()
    box = named(screen, f"commitment.{first}", QCheckBox)
    box.setFocus()
    press(box, key)
    assert statuses(journal, dana) == {CommitmentStatus.OPEN, status}
    assert screen.focusWidget().objectName() == f"commitment.{first}"
    assert f"{status.label.lower()}, Ctrl Z takes it back" in words_of(named(screen, "today.commitments", QWidget))


def test_a_tick_keeps_a_commitment_and_undo_brings_it_back(
    journal: Journal, dana: int, show: Show, qtbot: QtBot
) -> None:
    key = promise(journal, dana)
    screen = show()
    click(named(screen, f"commitment.{key}", QCheckBox))
    assert statuses(journal, dana) == {CommitmentStatus.KEPT}
    qtbot.waitUntil(lambda: "kept, Ctrl Z takes it back" in words_of(screen))
    journal.undo()
    assert statuses(journal, dana) == {CommitmentStatus.OPEN}
    qtbot.waitUntil(lambda: not ticks(screen)[0].isChecked())


def test_what_was_ended_is_opened_again_by_a_click_and_gone_on_the_next_visit(
    journal: Journal, dana: int, show: Show, qtbot: QtBot
) -> None:
    promise(journal, dana)
    screen = show()
    for status in (CommitmentStatus.KEPT, CommitmentStatus.OPEN, CommitmentStatus.KEPT):
        click(ticks(screen)[0])
        assert statuses(journal, dana) == {status}
    screen.hide()
    screen.show()
    qtbot.waitUntil(lambda: "Nothing promised is due this week." in words_of(screen))
    assert ticks(screen) == []


def test_m_and_enter_move_a_commitment_by_a_week(
    journal: Journal, dana: int, show: Show, context: Context, qtbot: QtBot
) -> None:
    key = promise(journal, dana, -3)
    screen = show()
    box = named(screen, f"commitment.{key}", QCheckBox)
    box.setFocus()
    press(box, "M")
    editor = named(context.window, "moveCommitment", QDialog)
    qtbot.waitUntil(editor.isActiveWindow)
    press(editor, "Ctrl+Return")
    moved = {row.status: row.due_on for row in journal.ask(rep_commitments, rep_id=dana)}
    assert moved[CommitmentStatus.OPEN] == TODAY + timedelta(days=7)
    assert moved[CommitmentStatus.MOVED] == TODAY - timedelta(days=3)


def test_the_menu_behind_the_dots_offers_the_same_four(journal: Journal, dana: int, show: Show, qtbot: QtBot) -> None:
    screen = show()
    key = promise(journal, dana)
    click(named(screen, f"commitment.{key}.more", QPushButton))
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text().partition("\t")[2] for action in menu.actions()] == ["K", "N", "M", "D"]
    menu.actions()[1].trigger()
    menu.close()
    assert statuses(journal, dana) == {CommitmentStatus.NOT_KEPT}


def test_what_has_no_room_is_one_click_away(journal: Journal, dana: int, show: Show, qtbot: QtBot) -> None:
    for days in range(-17, 0):
        promise(journal, dana, days)
    screen = show()
    more = named(screen, "today.commitments.more", QPushButton)
    assert more.text() == f"{17 - len(ticks(screen))} more"
    click(more)
    qtbot.waitUntil(lambda: len(ticks(screen)) == 17)
    assert not more.isVisible()
