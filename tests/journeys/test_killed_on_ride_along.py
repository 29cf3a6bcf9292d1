"""The computer dies in the car while a call is told: at most two seconds of words are lost, and the rest is offered."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from coachjournal.clock import FixedClock
from coachjournal.commands.field_call import Customer, call_slot
from coachjournal.commands.rep import add_rep
from coachjournal.commands.ride_along import plan_ride_along
from coachjournal.journal import open_journal
from tests.conftest import MONDAY
from tests.journeys.conftest import Start
from tests.journeys.processes import ROOT, offscreen
from ui.widgets.growing_line import GrowingLine

TUESDAY = MONDAY + timedelta(days=1)
RIDE, CALL = 1, 1
KEYS_TYPED = 150
MOST_LOST = 2.0
"""Seconds."""

TYPING_WITHOUT_END = """
import sys
from datetime import datetime
from itertools import cycle
from pathlib import Path
from time import monotonic
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from coachjournal.clock import FixedClock
from ui.app import App
from ui.widgets.growing_line import GrowingLine

qt = QApplication([])
app = App(qt, QSettings(sys.argv[2], QSettings.Format.IniFormat), FixedClock(datetime.fromisoformat(sys.argv[3])))
app.open(Path(sys.argv[1]))
letters = cycle("they send the figures by friday. ")

def type_one():
    for line in qt.allWidgets():
        if isinstance(line, GrowingLine) and line.objectName() == "call.outcome" and line.isVisible():
            QTest.keyClicks(line, next(letters))
            print(monotonic(), line.words, sep="\\t", flush=True)

typing = QTimer()
typing.timeout.connect(type_one)

def begin():
    app.desk.window.ways.go_on_ride_along()
    typing.start(40)

app.desk.ready.connect(begin)
qt.exec()
"""


@pytest.fixture
def planned(journal_file: Path, clock: FixedClock) -> Path:
    """A day with one call, planned the evening before."""
    journal = open_journal(journal_file, clock=clock)
    rep_id = journal.do(add_rep, name="Dana Reyes")
    customers = [Customer(account="Halvorsen AS")]
    journal.do(plan_ride_along, rep_id=rep_id, held_on=TUESDAY.date(), customers=customers)
    journal.close()
    return journal_file


def type_until_killed(journal: Path, folder: Path) -> str:
    """What stood there two seconds before the process was killed."""
    command = [sys.executable, "-c", TYPING_WITHOUT_END, str(journal), str(folder / "killed.ini"), str(TUESDAY)]
    environment = offscreen(folder) | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as typing:
        assert typing.stdout is not None
        told = [line.rstrip("\n").split("\t") for line, _ in zip(typing.stdout, range(KEYS_TYPED), strict=False)]
        typing.kill()
    killed_at = float(told[-1][0])
    return [words for at, words in told if float(at) <= killed_at - MOST_LOST][-1]


@pytest.mark.slow
def test_a_computer_that_dies_in_the_car_loses_no_more_than_two_seconds(
    start: Start, planned: Path, tmp_path: Path
) -> None:
    cut_off = type_until_killed(planned, tmp_path)
    assert len(cut_off) > 1
    day = start(planned, at=TUESDAY)
    day.until_at("today")
    slot = call_slot(RIDE, CALL)
    assert "Ride-along with Dana Reyes" in day.see(slot).accessibleName()
    day.click(slot)
    day.until_at("conversation", RIDE)
    assert day.see_as(GrowingLine, "call.outcome").words.startswith(cut_off)
    assert day.in_sight("call.pickedUp")
