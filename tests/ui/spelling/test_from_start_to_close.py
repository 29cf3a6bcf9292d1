import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachjournal.clock import FixedClock
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.rep import add_rep
from coachjournal.journal import open_journal
from ui.app import App
from ui.widgets.note_edit import NoteEdit

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 60_000

UNTIL_READY = """
import sys, threading
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from ui.app import App

qt = QApplication([])
app = App(qt, QSettings(sys.argv[2], QSettings.Format.IniFormat))
app.open(Path(sys.argv[1]))
app.desk.ready.connect(qt.exit)
qt.exec()
print("spylls" in sys.modules, "speller" in {thread.name for thread in threading.enumerate()})
app.close()
"""


@pytest.fixture
def app(qapp: QApplication, tmp_path: Path, clock: FixedClock) -> Iterator[App]:
    made = App(qapp, QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat), clock)
    before = sys.excepthook
    yield made
    made.close()
    sys.excepthook = before


def speller_runs() -> bool:
    return "speller" in {thread.name for thread in threading.enumerate()}


def test_the_start_pays_nothing_for_spelling(journal_file: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", UNTIL_READY, str(journal_file), str(tmp_path / "window.ini")]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, timeout=60)
    assert done.stdout == "False False\n"


def test_the_first_note_begins_the_thread_and_closing_ends_it(
    app: App, qtbot: QtBot, journal_file: Path, clock: FixedClock
) -> None:
    before = open_journal(journal_file, clock=clock)
    talk = before.do(log_conversation, rep_id=before.do(add_rep, name="Dana Reyes"), text="She did recieve it.")
    before.close()
    app.open(journal_file)
    assert app.desk is not None
    with qtbot.waitSignal(app.desk.ready, timeout=PATIENCE):
        pass
    assert app.desk.window is not None
    app.desk.window.ways.open_conversation(talk)
    note = "conversation.text"
    qtbot.waitUntil(
        lambda: app.desk is not None and app.desk.frame.findChild(NoteEdit, note) is not None, timeout=PATIENCE
    )
    qtbot.waitUntil(speller_runs, timeout=PATIENCE)
    app.close()
    assert not speller_runs()
