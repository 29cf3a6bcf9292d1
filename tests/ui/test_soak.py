"""A long day at the window costs nothing that stays: references, memory and open handles are flat."""

import gc
import sys
from dataclasses import dataclass
from importlib.metadata import version
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from ui.context import Context
from ui.main_window import MainWindow
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.table import Table

ACTIONS = 100_000
ACTIONS_A_ROUND = 100
WARM_ROUNDS = 200
NAMES = ("Dana Reyes", "Amir Khan", "Lena Sato")


@dataclass(frozen=True)
class Held:
    """What the process holds. Where the system does not tell, 0."""

    nones: int
    megabytes: float
    handles: int


def held() -> Held:
    gc.collect()
    return Held(sys.getrefcount(None), _resident_megabytes(), _open_handles())


def _resident_megabytes() -> float:
    if not sys.platform.startswith("linux"):
        return 0.0
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:"))


def _open_handles() -> int:
    return len(list(Path("/proc/self/fd").iterdir())) if sys.platform.startswith("linux") else 0


class Day:
    """Work at the window in rounds of a hundred actions: words set, cells read, rows chosen, columns sorted, a page."""

    def __init__(self, window: MainWindow, context: Context, qtbot: QtBot) -> None:
        self._window, self._turn = window, QEventLoop(window)
        self._label, self._line = QLabel(window), QLineEdit(window)
        column: Column[str] = Column(title="Rep", text=lambda name: name)
        self._rows: RowsModel[str] = RowsModel([column], lambda name: name, window)
        self._table = Table(self._rows, context.settings, name="soak", label="Reps")
        self._orders = cycle((Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder))
        self._pages = cycle(("today", "time", "deals"))
        qtbot.addWidget(self._table)

    def work(self, rounds: int) -> None:
        for number in range(rounds):
            self._round(number)
            QTimer.singleShot(0, self._turn.quit)
            self._turn.exec()

    def _round(self, number: int) -> None:
        for action in range(30):
            self._label.setText(f"{number} {action}")
            self._line.setText(f"{number} {action}")
        self._rows.show_rows(NAMES)
        for action in range(36):
            self._rows.data(self._rows.index(action % len(NAMES), 0, QModelIndex()))
        self._table.selectRow(number % len(NAMES))
        self._rows.sort(0, next(self._orders))
        self._window.ways.open_page(next(self._pages))


@pytest.mark.slow
def test_a_hundred_thousand_actions_leave_nothing_behind(
    attached: MainWindow, context: Context, journal: Journal, qtbot: QtBot
) -> None:
    for name in NAMES:
        journal.do(add_rep, name=name)
    day = Day(attached, context, qtbot)
    day.work(WARM_ROUNDS)  # caches fill
    before = held()
    day.work(ACTIONS // ACTIONS_A_ROUND)
    after = held()
    assert abs(after.nones - before.nones) < ACTIONS // 100
    assert after.megabytes - before.megabytes < 3
    assert after.handles == before.handles


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="From Python 3.12 on None cannot be lost")
def test_on_python_3_11_qt_is_older_than_the_one_that_loses_none() -> None:
    assert tuple(map(int, version("PySide6-Essentials").split(".")[:2])) < (6, 12)
