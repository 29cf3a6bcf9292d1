"""The journal page over 100,000 notes: opening it, and each key in its list with the note beside it, until painted."""

from collections.abc import Iterator
from random import Random
from statistics import median, quantiles

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from benchmarks.hands import SETTLED, pause, window_on
from benchmarks.journals import hundred_thousand_notes
from benchmarks.table import Row, milliseconds, no_collecting
from ui.desk import Desk
from ui.screens.journal import JournalScreen
from ui.screens.journal_list import JournalList

STEPS = 200
BEFORE_A_FRAME = 16.0
NOT_FELT = 100.0
"""Milliseconds up to which a click seems to be answered at once."""
WALKED = {"down": Qt.Key.Key_Down, "a page down": Qt.Key.Key_PageDown}


def rows() -> Iterator[Row]:
    """Offscreen, in this process. A jump goes to where nobody has looked yet, as by the scroll bar."""
    with window_on(hundred_thousand_notes()) as desk, no_collecting():
        what = "the journal page of 100,000 notes"
        yield Row(f"{what}: opened for the first time", milliseconds(_open, desk), "ms", most=NOT_FELT)
        found = _list(desk)
        for said, key in WALKED.items():
            took = [_walked(found, key) for _ in range(STEPS)]
            yield Row(f"{what}: {said}, median", median(took), "ms")
            yield Row(f"{what}: {said}, p95", quantiles(took, n=20)[18], "ms", most=BEFORE_A_FRAME)
        dice, bar = Random(1), found.verticalScrollBar()
        jumps = [_jumped(found, dice.randrange(bar.maximum())) for _ in range(STEPS)]
        yield Row(f"{what}: a jump anywhere, p95", quantiles(jumps, n=20)[18], "ms", most=BEFORE_A_FRAME)


def _open(desk: Desk) -> None:
    if desk.window is None:
        raise RuntimeError("the window is not there")
    desk.window.ways.open_page("journal")
    while desk.window.pages.place.page != "journal":
        pause(0)
    QCoreApplication.sendPostedEvents()


def _list(desk: Desk) -> JournalList:
    pause(SETTLED)
    if desk.window is None or not isinstance(screen := desk.window.pages.currentWidget(), JournalScreen):
        raise LookupError("journal")
    return screen.list


def _walked(found: JournalList, key: Qt.Key) -> float:
    took = milliseconds(_press, found, key)
    pause(1)
    return took


def _press(found: JournalList, key: Qt.Key) -> None:
    code = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(found, code)
    QCoreApplication.sendPostedEvents()


def _jumped(found: JournalList, where: int) -> float:
    took = milliseconds(_jump, found, where)
    pause(1)
    return took


def _jump(found: JournalList, where: int) -> None:
    found.verticalScrollBar().setValue(where)
    QCoreApplication.sendPostedEvents()
