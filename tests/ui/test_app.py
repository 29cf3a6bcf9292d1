"""The start: what is painted when, and what may not be there yet."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from coachjournal.clock import FixedClock
from coachjournal.commands.rep import add_rep
from coachjournal.journal import open_journal
from tests.ui.hands import click, named
from ui.app import App
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.pages import Place

OFFSCREEN_WORDS = "This plugin does not support propagateSizeHints()\n"
ROOT = Path(__file__).resolve().parents[2]

FIRST_PAINT = """
import json, sys
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pathlib import Path
from ui.app import App

qt = QApplication([])
app = App(qt, QSettings(sys.argv[2], QSettings.Format.IniFormat))
app.open(Path(sys.argv[1]))

def first_paint():
    print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})), flush=True)
    qt.exit()

app.desk.frame.painted.connect(first_paint)
qt.exec()
app.close()
"""

WHOLE_LIFE = """
import sys
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pathlib import Path
from ui.app import App

qt = QApplication([])
app = App(qt, QSettings(sys.argv[2], QSettings.Format.IniFormat))
app.open(Path(sys.argv[1]))
app.desk.ready.connect(lambda: print("ready", flush=True))
status = qt.exec()
app.close()
sys.exit(status)
"""


@pytest.fixture
def app(qapp: QApplication, settings: QSettings, clock: FixedClock) -> Iterator[App]:
    application = App(qapp, settings, clock)
    before = sys.excepthook
    yield application
    application.close()
    sys.excepthook = before


def opened(app: App, qtbot: QtBot) -> tuple[Desk, MainWindow]:
    desk = app.desk
    assert desk is not None
    qtbot.waitUntil(lambda: desk.window is not None)
    assert desk.window is not None
    return desk, desk.window


def offscreen(tmp_path: Path) -> dict[str, str]:
    return os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(tmp_path)}


def test_the_first_paint_waits_for_no_library_but_qt(journal_file: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", FIRST_PAINT, str(journal_file), str(tmp_path / "window.ini")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=offscreen(tmp_path), timeout=60)
    loaded = set(json.loads(done.stdout))
    assert "PySide6" in loaded
    assert not loaded & {"sqlalchemy", "sqlcipher3", "alembic", "matplotlib", "numpy", "babel", "typst"}


def test_the_team_stands_in_the_side_soon_after(
    app: App, qtbot: QtBot, journal_file: Path, clock: FixedClock, caplog: pytest.LogCaptureFixture
) -> None:
    before = open_journal(journal_file, clock=clock)
    rep_id = before.do(add_rep, name="Dana Reyes")
    before.close()
    app.open(journal_file)
    desk, window = opened(app, qtbot)
    with qtbot.waitSignal(desk.ready, timeout=60_000):
        qtbot.waitUntil(lambda: window.sidebar.rep_ids == (rep_id,), timeout=30_000)
    assert named(window, "sidebar.saved", QLabel).text() == "Saved on this computer\nLast saved today 09:00"
    assert not caplog.records


def test_a_new_journal_is_made_where_there_is_none_and_welcomes(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "away" / "journal.coach"
    app.open(path)
    desk, window = opened(app, qtbot)
    with qtbot.waitSignal(desk.ready, timeout=60_000):
        qtbot.waitUntil(lambda: window.pages.place == Place("welcome"), timeout=30_000)
    assert path.exists()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 and not a journal" * 200])
def test_a_file_that_is_no_journal_gets_one_sentence_and_is_left_alone(
    app: App, qtbot: QtBot, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "odd.coach"
    path.write_bytes(content)
    app.open(path)
    desk, window = opened(app, qtbot)
    qtbot.waitUntil(lambda: window.findChild(QLabel, "trouble.sentence") is not None, timeout=30_000)
    assert named(window, "trouble.sentence", QLabel).text().endswith(".")
    assert path.read_bytes() == content
    click(named(window, "trouble.quit", QPushButton))
    assert not desk.frame.isVisible()


def test_a_second_start_brings_the_first_window_forward(
    app: App, qtbot: QtBot, qapp: QApplication, settings: QSettings, journal_file: Path
) -> None:
    app.open(journal_file)
    desk, _window = opened(app, qtbot)
    with qtbot.waitSignal(desk.ready, timeout=60_000):
        pass
    desk.frame.showMinimized()
    second = App(qapp, settings)
    assert not second.open(journal_file)
    qtbot.waitUntil(lambda: not desk.frame.windowState() & Qt.WindowState.WindowMinimized)
    second.close()


def test_closing_leaves_no_thread_and_no_lock(app: App, qtbot: QtBot, journal_file: Path) -> None:
    app.open(journal_file)
    desk, _window = opened(app, qtbot)
    with qtbot.waitSignal(desk.ready, timeout=60_000):
        pass
    app.close()
    assert "lane" not in {thread.name for thread in threading.enumerate()}
    assert sorted(file.name for file in journal_file.parent.glob("journal.coach*")) == ["journal.coach"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no polite kill")
@pytest.mark.parametrize("kill", [signal.SIGTERM, signal.SIGINT])
def test_a_polite_kill_closes_the_journal_properly(journal_file: Path, tmp_path: Path, kill: signal.Signals) -> None:
    command = [sys.executable, "-c", WHOLE_LIFE, str(journal_file), str(tmp_path / "window.ini")]
    environment = offscreen(tmp_path)
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=environment, text=True, stdout=pipe, stderr=pipe) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "ready\n"
        running.send_signal(kill)
        _out, errors = running.communicate(timeout=30)
    assert (running.returncode, errors.replace(OFFSCREEN_WORDS, "")) == (0, "")
    assert sorted(file.name for file in journal_file.parent.glob("journal.coach*")) == ["journal.coach"]


def test_the_window_stays_while_words_would_be_lost(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    app.open(tmp_path / "journal.coach")
    desk, _window = opened(app, qtbot)
    desk.frame.may_close = lambda: False
    assert not desk.frame.close()
    assert not app.open(tmp_path / "other.coach")
    assert app.desk is desk
    desk.frame.may_close = lambda: True
    assert desk.frame.close()
