"""The pages one coaches with, on a journal of ten years: from the click, after something has changed, to the paint."""

from collections.abc import Callable, Iterator
from statistics import median

from PySide6.QtCore import QCoreApplication, Qt

from benchmarks.hands import SETTLED, pause, window_on
from benchmarks.journals import ten_years
from benchmarks.table import Row, milliseconds, no_collecting
from coachjournal.commands.rep import edit_rep
from ui.main_window import MainWindow

VISITS = 15
NOT_FELT = 100.0
"""Milliseconds up to which a click seems to be answered at once."""
REP = 1
PAGES: dict[str, Callable[[MainWindow], None]] = {
    "Today": lambda window: window.ways.open_page("today"),
    "Signals": lambda window: window.ways.open_page("signals"),
    "Team": lambda window: window.ways.open_page("team"),
    "a brief": lambda window: window.ways.open_brief(REP),
    "a rep": lambda window: window.ways.open_rep(REP),
    "Settings": lambda window: window.ways.open_page("settings"),
}


def rows() -> Iterator[Row]:
    """Offscreen, in this process. The first visit brings in the code of the page and makes it."""
    with window_on(ten_years()) as desk, no_collecting():
        window = desk.window
        if window is None:
            raise RuntimeError("the window is not there")
        for page, open_page in PAGES.items():
            first, *others = (_visit(window, open_page, number) for number in range(1 + VISITS))
            yield Row(f"open {page}, first", first, "ms")
            yield Row(f"open {page}, again after a change", median(others), "ms", most=NOT_FELT)


def _visit(window: MainWindow, open_page: Callable[[MainWindow], None], number: int) -> float:
    """From another page, out of whose sight everything is to be asked anew."""
    _go(window, lambda window: window.ways.open_page("time"))
    elsewhere = window.pages.made("time")
    if elsewhere is None:
        raise RuntimeError("no page came")
    elsewhere.context.journal.do(edit_rep, rep_id=REP, territory=f"Region {number}")
    pause(SETTLED)
    return milliseconds(_go, window, open_page)


def _go(window: MainWindow, open_page: Callable[[MainWindow], None]) -> None:
    """Until it stands there, and has done what it does as soon as it stands."""
    arrived = list[object]()
    window.pages.moved.connect(arrived.append, Qt.ConnectionType.SingleShotConnection)
    open_page(window)
    while not arrived:
        pause(0)
    QCoreApplication.sendPostedEvents()
    pause(0)
