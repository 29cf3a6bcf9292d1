"""The power goes while somebody types: a real process is killed, and at most two seconds of words are lost."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachjournal.commands.rep import add_rep
from coachjournal.journal import open_journal
from tests.ui.hands import named, press, words_of
from ui.editors.quick_log import QuickLog
from ui.main_window import MainWindow
from ui.widgets.note_edit import NoteEdit

ROOT = Path(__file__).resolve().parents[2]
KEYS_TYPED = 150
MOST_LOST = 2.0
"""Seconds."""

TYPING_WITHOUT_END = """
import sys
from itertools import cycle
from pathlib import Path
from time import monotonic
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.app import App
from ui.widgets.note_edit import NoteEdit

qt = QApplication([])
app = App(qt, QSettings(sys.argv[2], QSettings.Format.IniFormat))
app.open(Path(sys.argv[1]))
letters = cycle("asked for the cost before the product. ")

def type_one():
    note = next(each for each in qt.allWidgets() if isinstance(each, NoteEdit) and each.objectName() == "quickLog.text")
    QTest.keyClicks(note, next(letters))
    print(monotonic(), note.source, sep="\\t", flush=True)

typing = QTimer()
typing.timeout.connect(type_one)

def begin():
    app.desk.window.ways.log_conversation(1)
    typing.start(40)

app.desk.ready.connect(begin)
qt.exec()
"""


@pytest.fixture
def cut_off(journal_file: Path, tmp_path: Path) -> str:
    """What stood there two seconds before the process was killed."""
    earlier = open_journal(journal_file)
    earlier.do(add_rep, name="Dana Reyes")
    earlier.close()
    command = [sys.executable, "-c", TYPING_WITHOUT_END, str(journal_file), str(tmp_path / "killed.ini")]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as typing:
        assert typing.stdout is not None
        told = [line.rstrip("\n").split("\t") for line, _ in zip(typing.stdout, range(KEYS_TYPED), strict=False)]
        typing.kill()
    assert typing.returncode == -signal.SIGKILL
    killed_at = float(told[-1][0])
    return [words for at, words in told if float(at) <= killed_at - MOST_LOST][-1]


@pytest.mark.slow
def test_a_killed_window_offers_the_words_at_the_next_start(cut_off: str, attached: MainWindow, qtbot: QtBot) -> None:
    assert len(cut_off) > 1
    press(attached, "Ctrl+N")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QuickLog))
    log = QApplication.activeWindow()
    assert log is not None
    assert named(log, "quickLog.text", NoteEdit).source.startswith(cut_off)
    assert "Picked up where you left off" in words_of(log)
    press(log, "Esc")
