"""What every test of the window can ask for: real widgets on a real journal, with a fixed day."""

import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachjournal.clock import FixedClock
from coachjournal.journal import Journal
from ui.bus import Bus
from ui.context import Context
from ui.locale import Locale
from ui.main_window import MainWindow
from ui.pages import PAGES, Page
from ui.spelling.spelling import Spelling
from ui.theme import Theme
from ui.worker import Worker


@pytest.fixture(autouse=True)
def no_garbage_in_the_lane() -> Iterator[None]:
    """As in the app: what a test leaves behind is cleared away on the main thread, never by the worker's."""
    gc.disable()
    yield
    gc.enable()
    gc.collect()


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def theme(qapp: QApplication, settings: QSettings) -> Iterator[Theme]:
    dressed = Theme(qapp, settings)
    yield dressed
    dressed.deleteLater()


@pytest.fixture
def worker() -> Iterator[Worker]:
    lane = Worker()
    yield lane
    lane.close()


@pytest.fixture
def pages() -> tuple[Page, ...]:
    return PAGES


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, settings: QSettings, pages: tuple[Page, ...]) -> MainWindow:
    """The window as it is painted before the journal is open."""
    shown = MainWindow(theme, settings, pages)
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitUntil(shown.isActiveWindow)  # keys are heard by the active window
    return shown


@pytest.fixture
def context(
    window: MainWindow, journal: Journal, worker: Worker, settings: QSettings, clock: FixedClock
) -> Iterator[Context]:
    """What a screen or an editor is given. The window is not attached: its own pages stay away."""
    bus = Bus()
    bus.listen_to(journal)
    locale = Locale(clock)
    spelling = Spelling(journal, bus, worker, locale=locale.name)
    yield Context(
        journal=journal,
        bus=bus,
        worker=worker,
        messages=window.messages,
        navigator=window.ways,
        locale=locale,
        spelling=spelling,
        settings=settings,
        window=window,
    )
    window.hide()  # as in the app, before its journal is shut
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # no timer of a window outlives its day
    spelling.close()
    worker.close()
    assert not {"speller", "lane"} & {thread.name for thread in threading.enumerate()}


@pytest.fixture
def attached(context: Context, window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window with the journal open and its first page in sight."""
    window.attach(context)
    qtbot.waitUntil(lambda: window.pages.place.page != "")
    return window
