"""The page of a one-on-one of a rep with ten years of data: from the click to all of it painted."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from PySide6.QtCore import QCoreApplication, Qt

from benchmarks.hands import SETTLED, pause, window_on
from benchmarks.journals import ten_years
from benchmarks.table import Row, milliseconds, no_collecting
from coachjournal.rules.conversation import ConversationKind
from coachjournal.store.connections import dial
from ui.desk import Desk
from ui.main_window import MainWindow

PAGES = 40
NOT_FELT = 100.0
"""Milliseconds up to which a click seems to be answered at once."""


def rows() -> Iterator[Row]:
    """Offscreen, in this process. The first one brings in the code of the page and makes it."""
    path = ten_years()
    first, *others = _one_on_ones(path)
    with window_on(path) as desk, no_collecting():
        first_took = milliseconds(_open, desk, first)
        took = []
        for conversation_id in others:
            _leave(desk)
            took.append(milliseconds(_open, desk, conversation_id))
    what = "open a one-on-one with ten years beside it, to all of it painted"
    yield Row(f"{what}: the first one", first_took, "ms")
    yield Row(f"{what}: another one", median(took), "ms", most=NOT_FELT)
    yield Row(f"{what}: the slowest of {len(took)}", max(took), "ms")


def _one_on_ones(path: Path) -> list[int]:
    raw = dial(path, None)
    newest = "SELECT id FROM conversation WHERE kind = ? ORDER BY held_on DESC LIMIT ?"
    found = [each for (each,) in raw.execute(newest, (ConversationKind.ONE_ON_ONE.value, PAGES))]
    raw.close()
    return found


def _open(desk: Desk, conversation_id: int) -> None:
    """Until it stands there, and has done what it does as soon as it stands."""
    window, arrived = _window(desk), list[object]()
    window.pages.moved.connect(arrived.append, Qt.ConnectionType.SingleShotConnection)
    window.ways.open_conversation(conversation_id)
    while not arrived:
        pause(0)
    QCoreApplication.sendPostedEvents()
    pause(0)


def _leave(desk: Desk) -> None:
    _window(desk).ways.open_page("today")
    pause(SETTLED // 10)


def _window(desk: Desk) -> MainWindow:
    if desk.window is None:
        raise RuntimeError("the window is not there")
    return desk.window
