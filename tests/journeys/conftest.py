"""What a journey can ask for: the real app on a real file, started as often as the story needs it."""

import gc
import logging
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachjournal.clock import FixedClock
from coachjournal.commands.sample import load_sample_team
from coachjournal.journal import open_journal
from tests.conftest import MONDAY
from tests.journeys.day import Day
from ui.app import App

Start = Callable[..., Day]


@pytest.fixture(autouse=True)
def nothing_broke(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """The window shows a mistake of ours and logs it; in a journey that is a failure."""
    yield
    said = [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not said


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with the sample team: made once, then copied."""
    path = tmp_path_factory.mktemp("sample") / "journal.coach"
    journal = open_journal(path, clock=FixedClock(MONDAY))
    journal.do(load_sample_team)
    journal.close()
    return path


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Path:
    """A journal with the sample team of one's own."""
    return Path(shutil.copy(sample_file, tmp_path / "journal.coach"))


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """What the computer remembers of the window, from one start to the next."""
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def start(qapp: QApplication, settings: QSettings, qtbot: QtBot, tmp_path: Path) -> Iterator[Start]:
    """Starts the app: `start(at=…)` on a new journal, or on the same one another day; `start(journal=…)` on another."""
    days: list[Day] = []
    hook = sys.excepthook
    gc.disable()  # as in the app: garbage is cleared on the main thread only

    def start(journal: Path = tmp_path / "journal.coach", at: datetime = MONDAY) -> Day:
        days.append(Day(App(qapp, settings, FixedClock(at)), journal, qtbot))
        return days[-1]

    yield start
    for day in days:
        day.end()
    sys.excepthook = hook
    gc.enable()
    gc.collect()
