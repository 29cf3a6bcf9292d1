"""The Deals page of a journal with 10,000 deals: shown anew, sorted, narrowed by a letter, each until it is painted."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from benchmarks.journals import ten_years
from benchmarks.table import Row, milliseconds, no_collecting
from coachjournal.journal import Journal, open_journal
from ui.bus import Bus
from ui.context import Context
from ui.locale import Locale
from ui.main_window import MainWindow
from ui.screens.deals import DealsScreen
from ui.spelling.spelling import Spelling
from ui.theme import Theme
from ui.worker import Worker

ROUNDS = 15


def rows() -> Iterator[Row]:
    """Offscreen, in this process."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qt = QApplication.instance() or QApplication([])
    if not isinstance(qt, QApplication):
        raise TypeError("Qt was started without widgets")
    journal, worker = open_journal(ten_years()), Worker()
    with TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(Theme(qt, settings), settings)
        page = DealsScreen(_context(window, journal, worker, settings))
        yield from _measured(page)
        window.deleteLater()
        page.deleteLater()
    worker.close()
    journal.close()


def _measured(page: DealsScreen) -> Iterator[Row]:
    page.resize(1144, 860)
    page.show()
    page.show_rows(None, None, None)
    head, line = page.table.horizontalHeader(), page.findChild(QLineEdit, "deals.filter")
    if line is None:
        raise LookupError("deals.filter")
    orders = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
    yield _row("read and show all", page, lambda _round: page.load())
    yield _row("sort by the amount", page, lambda round_: head.setSortIndicator(3, orders[round_ % 2]))
    yield _row("narrow by a letter", page, lambda round_: line.setText("renewal"[: 1 + round_ % 7]))


def _row(what: str, page: QWidget, work: Callable[[int], object]) -> Row:
    def done_and_painted(round_: int) -> None:
        work(round_)
        page.repaint()

    with no_collecting():
        times = [milliseconds(done_and_painted, round_) for round_ in range(-2, ROUNDS)]
    return Row(f"10,000 deals: {what}", median(times[2:]), "ms")


def _context(window: MainWindow, journal: Journal, worker: Worker, settings: QSettings) -> Context:
    bus, locale = Bus(window), Locale(journal.clock)
    return Context(
        journal=journal,
        bus=bus,
        worker=worker,
        messages=window.messages,
        navigator=window.ways,
        locale=locale,
        spelling=Spelling(journal, bus, worker, locale=locale.name),
        settings=settings,
        window=window,
    )
