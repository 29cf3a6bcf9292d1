"""No key of the window is claimed twice where both would hear it: Qt would then do neither."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.deal import add_deal
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.rules.conversation import ConversationKind
from tests.ui.hands import at_conversation
from ui.main_window import MainWindow
from ui.pages import Place

CONTEXT = Qt.ShortcutContext
EVERYWHERE = {CONTEXT.WindowShortcut, CONTEXT.ApplicationShortcut}


class Claim(NamedTuple):
    """Whose key it is, and where it is heard."""

    key: str
    owner: QObject
    where: QWidget
    context: Qt.ShortcutContext

    def covers(self, other: "Claim") -> bool:
        inside = self.where is other.where or self.where.isAncestorOf(other.where)
        return self.context in EVERYWHERE or (self.context is CONTEXT.WidgetWithChildrenShortcut and inside)


@pytest.mark.parametrize("kind", ConversationKind)
def test_on_the_page_of_a_conversation(
    attached: MainWindow, journal: Journal, qtbot: QtBot, kind: ConversationKind
) -> None:
    dana = journal.do(add_rep, name="Dana Reyes")
    deal = journal.do(add_deal, rep_id=dana, name="Retrofit line 4", stage_id=1)
    talk = journal.do(log_conversation, rep_id=dana, kind=kind, text="What she tried", deal_ids=[deal])
    at_conversation(attached, talk, qtbot)
    assert claimed_twice(attached, least=40) == []


@pytest.mark.parametrize("page", ["rep", "brief"])
def test_on_the_page_and_on_the_brief_of_a_rep(attached: MainWindow, dana: int, qtbot: QtBot, page: str) -> None:
    ways = attached.ways
    (ways.open_brief if page == "brief" else ways.open_rep)(dana)
    qtbot.waitUntil(lambda: attached.pages.place == Place(page, dana), timeout=20_000)
    assert claimed_twice(attached, least=30) == []


def claimed_twice(window: MainWindow, *, least: int) -> list[tuple[str, QWidget, QWidget]]:
    """Keys that two would hear, of at least so many keys in sight."""
    in_sight = [claim for claim in claims(window) if claim.where.isVisible()]
    assert len(in_sight) > least
    return [
        (one.key, one.where, other.where)
        for one, other in combinations(in_sight, 2)
        if one.key == other.key and one.owner is not other.owner and (one.covers(other) or other.covers(one))
    ]


def claims(window: QWidget) -> Iterator[Claim]:
    for widget in (window, *window.findChildren(QWidget)):
        for shortcut in widget.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly):
            yield Claim(shortcut.key().toString(), shortcut, widget, shortcut.context())
        for action in widget.actions():
            for key in action.shortcuts():
                yield Claim(key.toString(), action, widget, action.shortcutContext())
        if isinstance(widget, QAbstractButton) and not widget.shortcut().isEmpty():
            yield Claim(widget.shortcut().toString(), widget, widget, CONTEXT.WindowShortcut)
